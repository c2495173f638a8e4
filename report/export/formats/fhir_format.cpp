#include "report/export/formats/formats.h"
#include "report/export/formats/table_job.h"
#include "report/fhir/carried_case.h"
#include "report/fhir/patient_bundle.h"

namespace nadir::report
{
namespace
{
constexpr const char* bundle_name = "bundle.json";

/// Study Instance UID of the images of each time point; "" where there are none, or of several studies.
std::vector<std::string> study_uids(const ExportJob& job)
{
  std::vector<std::string> uids;
  for (const auto& timepoint : job.source().assessed.timepoints)
  {
    const auto& studies = timepoint->images().scan.studies;
    uids.push_back(studies.size() == 1 ? studies.front().uid.text() : "");
  }
  return uids;
}

/// Nothing is final before somebody stands for it.
std::string status_of(const ExportSource& source)
{
  if (source.signatures.empty()) return "preliminary";
  return source.version > 1 ? "amended" : "final";
}

Result<fhir::BundleSource> source_of(const ExportJob& job)
{
  const auto moment = moment_of(job);
  if (!moment) return moment.failure();
  const auto table = table_sources(job).front();
  return fhir::BundleSource{table.assessment,    iso_text(moment->when), table.assessment_sha256,
                            table.tracking_uids, study_uids(job),        status_of(job.source())};
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto source = source_of(job);
  if (!source) return source.failure();
  const auto bundle = fhir::to_patient_bundle(*source);
  if (!bundle) return bundle.failure();
  FormatOutput output;
  output.files = {{bundle_name, bundle->text}, trace_file(job, bundle->trace)};
  output.left_out = {"findings, flags, comparability and geometry certificates", "diameters in other planes and in 3D", "tissues",
                     "images"};
  output.notices = {"the patient is the case's own name; name, sex and birth date are not known here"};
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto source = source_of(job);
  if (!source) return {};
  const auto wanted = fhir::to_patient_bundle(*source);
  const auto& bytes = bytes_of(files, bundle_name);
  const auto read = fhir::carried_by(bytes);
  auto check = check_of(bundle_name, "nadir's reader and check of FHIR bundles", outcome_of(read && *read == fhir::carried_by(*source)));
  for (const auto& problem : fhir::bundle_problems(bytes)) check.differences.push_back(problem);
  if (!wanted) return {check};
  return {check, read_back_trace(files, wanted->trace)};
}
}  // namespace

ExportFormat fhir_format()
{
  return {"fhir", "FHIR R4 bundle, mCODE STU4", FormatNeeds::Numbers, FormatScope::OneCase, {}, make, read_back};
}
}  // namespace nadir::report
