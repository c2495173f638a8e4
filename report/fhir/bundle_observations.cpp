#include "imaging/units/number_text.h"
#include "report/fhir/bundle_ids.h"
#include "report/fhir/bundle_writer.h"
#include "report/fhir/fhir_names.h"
#include "report/fhir/fhir_text.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report::fhir
{
namespace
{
const CodedConcept recist{std::string(names::recist_1_1), "DCM", "RECIST 1.1"};
const CodedConcept mri{std::string(names::magnetic_resonance_imaging), "SCT", "Magnetic resonance imaging (procedure)"};

CodedConcept loinc(std::string_view code, std::string meaning) { return {std::string(code), "LN", std::move(meaning)}; }
CodedConcept ncit(std::string_view code, std::string meaning) { return {std::string(code), "NCIt", std::move(meaning)}; }

bool is_response(const std::string& category) { return !category.empty() && category != "NA" && category != "baseline"; }
}  // namespace

void BundleWriter::begin_observation()
{
  out_.text("status", source_.status);
  out_.list("category", [&] { out_.codeable_item({"imaging", std::string(names::observation_category), "Imaging"}); });
}

void BundleWriter::end_observation(std::size_t timepoint)
{
  out_.reference("subject", patient_);
  out_.text("effectiveDateTime", numbers(timepoint).date);
}

void BundleWriter::put_lesion(std::size_t timepoint, const measure::LesionAssessment& lesion)
{
  const auto& identity = lesion.lesion;
  const auto tumor = url("lesion\n" + identity.id.text());
  results_.push_back(at(timepoint, "state\n" + identity.id.text()));
  observation(results_.back(), timepoint, "",
              [&]
              {
                out_.codeable("code",
                              identity.nodal ? ncit(names::node_state, "Lymph Node State") : ncit(names::tumor_state, "Tumor State"));
                out_.list("focus", [&] { out_.reference_item(tumor); });
                out_.text("valueString", fhir_text(lesion.state));
                if (!lesion.reason.empty()) out_.list("note", [&] { out_.item([&] { out_.text("text", fhir_text(lesion.reason)); }); });
                out_.list("component", [&] { put_state_parts(lesion); });
              });
  trace({"valueString"}, {0, timepoint, identity.id, "state"});
  if (lesion.longest_diameter) put_size(timepoint, lesion);
  else if (lesion.short_axis) put_short_axis(timepoint, lesion);
  if (lesion.volume) put_volume(timepoint, lesion);
}

void BundleWriter::put_state_parts(const measure::LesionAssessment& lesion)
{
  out_.item([&] { put_category(lesion.lesion.role); });
  for (const auto& part : lesion.fragments)
    out_.item([&] { out_.codeable_words("code", names::part_of_split), out_.quantity("valueQuantity", part.value(), "mm"); });
  if (!lesion.merged_into.empty())
    out_.item([&] { out_.codeable_words("code", names::merged_into), out_.text("valueString", fhir_text(lesion.merged_into.text())); });
}

void BundleWriter::put_category(measure::LesionRole role)
{
  out_.codeable("code", {std::string(names::baseline_category), "DCM", "Baseline Category"});
  if (role == measure::LesionRole::New) out_.codeable_words("valueCodeableConcept", "new");
  else if (role == measure::LesionRole::Target)
    out_.codeable("valueCodeableConcept", {std::string(names::target_at_baseline), "DCM", "Target Lesion at Baseline"});
  else out_.codeable("valueCodeableConcept", {std::string(names::non_target_at_baseline), "DCM", "Non-Target Lesion at Baseline"});
}

void BundleWriter::put_size(std::size_t timepoint, const measure::LesionAssessment& lesion)
{
  results_.push_back(at(timepoint, "size\n" + lesion.lesion.id.text()));
  sizes_.push_back(results_.back());
  observation(results_.back(), timepoint, names::tumor_size,
              [&]
              {
                out_.codeable("code", loinc(names::size_of_tumor, "Size Tumor"));
                out_.list("focus", [&] { out_.reference_item(url("lesion\n" + lesion.lesion.id.text())); });
                out_.codeable("method", mri);
                if (!numbers(timepoint).series.empty()) out_.list("derivedFrom", [&] { out_.reference_item(at(timepoint, "images")); });
                out_.list("component",
                          [&]
                          {
                            const auto dimension = [&](std::string_view code, const char* meaning, const measure::Caliper& caliper)
                            {
                              out_.item(
                                  [&]
                                  {
                                    out_.codeable("code", loinc(code, meaning));
                                    out_.quantity("valueQuantity", caliper.length.value(), "mm");
                                  });
                            };
                            dimension(names::longest_dimension, "Size.maximum dimension in Tumor", *lesion.longest_diameter);
                            if (lesion.short_axis)
                              dimension(names::other_dimension, "Size additional dimension in Tumor", *lesion.short_axis);
                          });
              });
  trace({"component[0].valueQuantity"}, {0, timepoint, lesion.lesion.id, "longest_diameter"});
  if (lesion.short_axis) trace({"component[1].valueQuantity"}, {0, timepoint, lesion.lesion.id, "short_axis"});
}

void BundleWriter::put_short_axis(std::size_t timepoint, const measure::LesionAssessment& lesion)
{
  results_.push_back(at(timepoint, "short axis\n" + lesion.lesion.id.text()));
  sizes_.push_back(results_.back());
  observation(results_.back(), timepoint, "",
              [&]
              {
                out_.codeable("code", ncit(names::longest_perpendicular, "Longest Perpendicular"));
                out_.list("focus", [&] { out_.reference_item(url("lesion\n" + lesion.lesion.id.text())); });
                out_.codeable("method", mri);
                out_.quantity("valueQuantity", lesion.short_axis->length.value(), "mm");
              });
  trace({"valueQuantity"}, {0, timepoint, lesion.lesion.id, "short_axis"});
}

void BundleWriter::put_volume(std::size_t timepoint, const measure::LesionAssessment& lesion)
{
  results_.push_back(at(timepoint, "volume\n" + lesion.lesion.id.text()));
  observation(results_.back(), timepoint, "",
              [&]
              {
                out_.codeable("code", ncit(names::volume, "Volume"));
                out_.list("focus", [&] { out_.reference_item(url("lesion\n" + lesion.lesion.id.text())); });
                out_.codeable("method", mri);
                out_.quantity("valueQuantity", lesion.volume->value(), "mL");
              });
  trace({"valueQuantity"}, {0, timepoint, lesion.lesion.id, "volume"});
}

void BundleWriter::put_amount(std::size_t timepoint, const CodedConcept& code, double value, std::string_view unit)
{
  results_.push_back(at(timepoint, code.value));
  observation(results_.back(), timepoint, "",
              [&]
              {
                out_.codeable("code", code);
                out_.codeable("method", recist);
                if (!sizes_.empty())
                  out_.list("derivedFrom",
                            [&]
                            {
                              for (const auto& size : sizes_) out_.reference_item(size);
                            });
                out_.quantity("valueQuantity", value, unit);
              });
  trace({"valueQuantity"}, {0, timepoint, {}, "response"});
}

void BundleWriter::put_sums(std::size_t timepoint)
{
  const auto& response = numbers(timepoint).response;
  if (response.sum_of_diameters)
    put_amount(timepoint, ncit(names::sum_of_diameters, "Sum of Diameters"), response.sum_of_diameters->value(), "mm");
  if (response.change_from_baseline_percent && timepoint > 0)
    put_amount(timepoint, ncit(names::change_from_baseline, "Percent Change From Baseline in Sum of Diameters"),
               *response.change_from_baseline_percent, "%");
  if (response.change_from_nadir_percent)
    put_amount(timepoint, ncit(names::change_from_nadir, "Percent Change From Nadir in Sum of Diameters"),
               *response.change_from_nadir_percent, "%");
  if (response.change_from_nadir)
    put_amount(timepoint, ncit(names::absolute_change_from_nadir, "Absolute Change From Nadir in Sum of Diameters"),
               response.change_from_nadir->value(), "mm");
}

void BundleWriter::put_response(std::size_t timepoint, const CodedConcept& code, const std::string& category)
{
  if (!is_response(category)) return;
  results_.push_back(at(timepoint, code.value));
  observation(results_.back(), timepoint, "",
              [&]
              {
                out_.codeable("code", code);
                out_.codeable("method", recist);
                if (const auto value = ncit_response(category)) out_.codeable("valueCodeableConcept", *value);
                else out_.codeable_words("valueCodeableConcept", fhir_text(category));
              });
  trace({"valueCodeableConcept"}, {0, timepoint, {}, "response"});
}

void BundleWriter::put_responses(std::size_t timepoint)
{
  const auto& response = numbers(timepoint).response;
  put_response(timepoint, ncit(names::target_response, "Response in Target Lesion"), response.target_response);
  put_response(timepoint, ncit(names::non_target_response, "Response in Non-Target Lesion"), response.non_target_response);
  put_response(timepoint, loinc(names::cancer_outcome, "Cancer outcome status"), response.overall_response);
  put_trend(timepoint);
}

void BundleWriter::put_trend(std::size_t timepoint)
{
  const auto trend = disease_trend(numbers(timepoint).response.overall_response);
  if (!trend) return;
  results_.push_back(at(timepoint, "trend"));
  observation(results_.back(), timepoint, names::disease_status,
              [&]
              {
                out_.list(
                    "extension",
                    [&]
                    {
                      out_.item(
                          [&]
                          {
                            out_.text("url", names::evidence_type);
                            out_.codeable("valueCodeableConcept", {std::string(names::imaging_evidence), "SCT", "Imaging (procedure)"});
                          });
                    });
                out_.codeable("code", loinc(names::disease_status_code, "Cancer Disease Progression"));
                out_.codeable("valueCodeableConcept", *trend);
              });
  trace({"valueCodeableConcept"}, {0, timepoint, {}, "response"});
}

std::string BundleWriter::conclusion(std::size_t timepoint) const
{
  const auto& response = numbers(timepoint).response;
  auto text = fhir_text(source_.assessment->criteria);
  if (is_response(response.overall_response)) text += ": " + fhir_text(response.overall_response);
  if (response.sum_of_diameters) text += ", sum of diameters " + format_number(response.sum_of_diameters->value()) + " mm";
  return text + ".";
}

/// What people see of the report where a program knows nothing else to show.
void BundleWriter::put_narrative(std::size_t timepoint)
{
  std::string words = "<p>" + xhtml_text(fhir_text(numbers(timepoint).label.text()) + ": " + conclusion(timepoint)) + "</p>";
  for (const auto& lesion : numbers(timepoint).lesions)
  {
    std::string line = fhir_text(lesion.lesion.id.text()) + ": " + fhir_text(lesion.state);
    if (lesion.response_contribution) line += ", " + format_number(lesion.response_contribution->value()) + " mm of the sum";
    words += "<p>" + xhtml_text(line) + "</p>";
  }
  out_.object("text", [&]
              { out_.text("status", "generated"), out_.text("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + words + "</div>"); });
}

void BundleWriter::put_report(std::size_t timepoint)
{
  entry(at(timepoint, "report"), "DiagnosticReport",
        [&]
        {
          out_.list("identifier",
                    [&] {
                      out_.item(
                          [&]
                          { out_.text("system", names::case_timepoint), out_.text("value", fhir_text(numbers(timepoint).label.text())); });
                    });
          put_narrative(timepoint);
          out_.text("status", source_.status);
          out_.list("category", [&] { out_.codeable_item({"RAD", std::string(names::report_category), "Radiology"}); });
          out_.codeable("code", loinc(names::imaging_report, "Diagnostic imaging study"));
          out_.reference("subject", patient_);
          out_.text("effectiveDateTime", numbers(timepoint).date);
          if (!results_.empty())
            out_.list("result",
                      [&]
                      {
                        for (const auto& result : results_) out_.reference_item(result);
                      });
          if (!numbers(timepoint).series.empty()) out_.list("imagingStudy", [&] { out_.reference_item(at(timepoint, "images")); });
          out_.text("conclusion", conclusion(timepoint));
        });
}
}  // namespace nadir::report::fhir
