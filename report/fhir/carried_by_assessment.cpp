#include <algorithm>

#include "report/fhir/carried_case.h"
#include "report/fhir/fhir_names.h"
#include "report/table/visible_text.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report::fhir
{
namespace
{
/// Text that is no UTF-8 is repaired for good; everything else comes back.
std::string kept(const std::string& text) { return original_text(visible_text(text)); }

std::string response_kept(const std::string& category) { return category == "NA" || category == "baseline" ? "" : category; }

std::optional<double> length(const std::optional<measure::Caliper>& caliper)
{
  return caliper ? std::optional(caliper->length.value()) : std::nullopt;
}

CarriedState state_of(const measure::LesionAssessment& lesion)
{
  CarriedState state{kept(lesion.state),
                     kept(lesion.reason),
                     length(lesion.longest_diameter),
                     length(lesion.short_axis),
                     {},
                     {},
                     kept(lesion.merged_into.text())};
  for (const auto& part : lesion.fragments) state.fragments.push_back(part.value());
  if (lesion.volume) state.volume = lesion.volume->value();
  return state;
}

void add_sums(const measure::ResponseAssessment& response, bool is_baseline, std::map<std::string, double>& sums)
{
  if (response.sum_of_diameters) sums[std::string(names::sum_of_diameters)] = response.sum_of_diameters->value();
  if (response.change_from_baseline_percent && !is_baseline)
    sums[std::string(names::change_from_baseline)] = *response.change_from_baseline_percent;
  if (response.change_from_nadir_percent) sums[std::string(names::change_from_nadir)] = *response.change_from_nadir_percent;
  if (response.change_from_nadir) sums[std::string(names::absolute_change_from_nadir)] = response.change_from_nadir->value();
}

CarriedTimepoint timepoint_of(const measure::TimepointAssessment& from, bool is_baseline)
{
  CarriedTimepoint to;
  to.label = kept(from.label.text());
  to.date = from.date;
  for (const auto& series : from.series) to.series.push_back(series.series.text());
  for (const auto& lesion : from.lesions) to.lesions[kept(lesion.lesion.id.text())] = state_of(lesion);
  add_sums(from.response, is_baseline, to.sums);
  to.target = response_kept(from.response.target_response);
  to.non_target = response_kept(from.response.non_target_response);
  to.overall = response_kept(from.response.overall_response);
  if (const auto trend = disease_trend(from.response.overall_response)) to.trend = trend->value;
  return to;
}
}  // namespace

CarriedCase carried_by(const BundleSource& source)
{
  const auto& assessment = *source.assessment;
  CarriedCase carried{kept(assessment.patient), source.assessment_sha256, {}, {}};
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& entry : timepoint.lesions)
    {
      const auto& lesion = entry.lesion;
      const auto id = kept(lesion.id.text());
      if (std::any_of(carried.lesions.begin(), carried.lesions.end(), [&](const auto& known) { return known.id == id; })) continue;
      const auto uid = source.tracking_uids.find(lesion.id);
      carried.lesions.push_back(
          {id, kept(lesion.organ), std::string(name_of(lesion.role)), uid == source.tracking_uids.end() ? "" : uid->second, lesion.nodal});
    }
  for (const auto& timepoint : assessment.timepoints)
    carried.timepoints.push_back(timepoint_of(timepoint, &timepoint == &assessment.timepoints.front()));
  return carried;
}
}  // namespace nadir::report::fhir
