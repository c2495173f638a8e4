#include "report/fhir/bundle_writer.h"

#include <algorithm>
#include <set>

#include "report/fhir/bundle_ids.h"
#include "report/fhir/fhir_names.h"
#include "report/fhir/fhir_text.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/lesion_concepts.h"

namespace nadir::report::fhir
{
namespace
{
/// FHIR refers to a DICOM UID as an OID.
std::string oid_of(const std::string& uid) { return uid.empty() ? "" : "urn:oid:" + fhir_text(uid); }
}  // namespace

BundleWriter::BundleWriter(const BundleSource& source) : source_(source), patient_(full_url(source.assessment_sha256, "patient")) {}

std::string BundleWriter::id_of_entry(const std::string& url) { return id_of(url); }

std::string BundleWriter::url(const std::string& resource) const { return full_url(source_.assessment_sha256, resource); }

std::string BundleWriter::at(std::size_t timepoint, const std::string& resource) const
{
  return url("time point " + std::to_string(timepoint) + "\n" + resource);
}

std::vector<measure::Lesion> BundleWriter::lesions() const
{
  std::vector<measure::Lesion> all;
  std::set<LesionId> seen;
  for (const auto& timepoint : source_.assessment->timepoints)
    for (const auto& entry : timepoint.lesions)
      if (seen.insert(entry.lesion.id).second) all.push_back(entry.lesion);
  return all;
}

PatientBundle BundleWriter::write() &&
{
  out_.item(
      [&]
      {
        out_.text("resourceType", "Bundle");
        out_.text("id", id_of(url("bundle")));
        out_.profile(names::patient_bundle);
        out_.object("identifier", [&] { out_.text("system", names::assessment_digest), out_.text("value", source_.assessment_sha256); });
        out_.text("type", "collection");
        out_.text("timestamp", source_.created + "Z");
        out_.list("entry",
                  [&]
                  {
                    put_patient();
                    for (const auto& lesion : lesions()) put_tumor(lesion);
                    for (std::size_t t = 0; t < source_.assessment->timepoints.size(); ++t)
                    {
                      results_.clear();
                      sizes_.clear();
                      put_images(t);
                      for (const auto& lesion : numbers(t).lesions) put_lesion(t, lesion);
                      put_sums(t);
                      put_responses(t);
                      put_report(t);
                    }
                  });
      });
  return {std::move(out_).finish(), std::move(trace_)};
}

void BundleWriter::put_patient()
{
  entry(
      patient_, "Patient",
      [&]
      {
        out_.profile(names::cancer_patient);
        // US Core wants a name and a sex; neither is known here, nor needed.
        const auto masked = [&]
        { out_.list("extension", [&] { out_.item([&] { out_.text("url", names::absent_reason), out_.text("valueCode", "masked"); }); }); };
        masked();
        out_.list(
            "identifier", [&]
            { out_.item([&] { out_.text("system", names::case_patient), out_.text("value", fhir_text(source_.assessment->patient)); }); });
        out_.list("name", [&] { out_.item(masked); });
        out_.text("gender", "unknown");
      });
}

void BundleWriter::put_tumor(const measure::Lesion& lesion)
{
  const auto uid = source_.tracking_uids.find(lesion.id);
  entry(url("lesion\n" + lesion.id.text()), "BodyStructure",
        [&]
        {
          out_.profile(names::tumor);
          out_.list("identifier",
                    [&]
                    {
                      out_.item(
                          [&]
                          {
                            out_.text("use", "usual");
                            out_.codeable("type", {"BodyStructure", std::string(names::resource_types), "BodyStructure"});
                            out_.text("system", names::dicom_uid);
                            out_.text("value", uid == source_.tracking_uids.end() ? "" : oid_of(uid->second));
                          });
                      out_.item(
                          [&] {
                            out_.text("use", "secondary"), out_.text("system", names::case_lesion),
                                out_.text("value", fhir_text(lesion.id.text()));
                          });
                    });
          out_.codeable("morphology", lesion_concepts::tumor());
          put_place(lesion);
          out_.text("description", fhir_text(lesion.organ));
          out_.reference("patient", patient_);
        });
}

void BundleWriter::put_place(const measure::Lesion& lesion)
{
  const auto site = lesion.nodal ? node_site_of(lesion.organ) : body_site_of(lesion.organ);
  if (!site) return out_.codeable_words("location", lesion.organ.empty() ? "not stated" : fhir_text(lesion.organ));
  out_.codeable("location", site->site);
  if (site->laterality) out_.list("locationQualifier", [&] { out_.codeable_item(concept_of(*site->laterality)); });
}

void BundleWriter::put_images(std::size_t timepoint)
{
  const auto& series = numbers(timepoint).series;
  if (series.empty()) return;
  const auto study = timepoint < source_.study_uids.size() ? source_.study_uids[timepoint] : "";
  entry(at(timepoint, "images"), "ImagingStudy",
        [&]
        {
          if (!study.empty())
            out_.list("identifier", [&] { out_.item([&] { out_.text("system", names::dicom_uid), out_.text("value", oid_of(study)); }); });
          out_.text("status", "available");
          out_.reference("subject", patient_);
          out_.text("started", numbers(timepoint).date);
          out_.integer("numberOfSeries", static_cast<int>(series.size()));
          out_.list("series",
                    [&]
                    {
                      for (const auto& each : series)
                        out_.item(
                            [&]
                            {
                              out_.text("uid", each.series.text());
                              out_.object(
                                  "modality",
                                  [&] { out_.text("system", "http://dicom.nema.org/resources/ontology/DCM"), out_.text("code", "MR"); });
                              out_.text("description", fhir_text(each.sequence));
                            });
                    });
        });
}
}  // namespace nadir::report::fhir
