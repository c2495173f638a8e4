#include "measure/response/add_response.h"

#include "measure/response/category.h"

namespace nadir::measure
{
namespace
{
std::optional<Millimeters> millimeters(const std::optional<ReportedLength>& length)
{
  return length ? std::optional(length->millimeters()) : std::nullopt;
}

ResponseAssessment response_assessment(const TimepointResponse& response, const PatientReadings& readings)
{
  ResponseAssessment result;
  result.sum_of_diameters = millimeters(response.sum);
  result.baseline_sum = millimeters(response.baseline_sum);
  result.nadir_sum = millimeters(response.nadir);
  if (response.change_from_baseline) result.change_from_baseline_percent = response.change_from_baseline->percent;
  if (response.change_from_nadir) result.change_from_nadir_percent = response.change_from_nadir->percent;
  if (response.sum && response.nadir) result.change_from_nadir = (*response.sum - *response.nadir).millimeters();
  result.target_response = name_of(response.target);
  result.non_target_response = name_of(response.non_target);
  result.overall_response = name_of(response.overall);
  for (const auto lesion : response.new_lesions) result.new_lesions.push_back(readings.lesions()[lesion].lesion.id);
  result.findings = response.findings;
  return result;
}
}  // namespace

void add_response(const TimepointResponse& response, const PatientReadings& readings, TimepointAssessment& timepoint)
{
  timepoint.response = response_assessment(response, readings);
  for (const auto& contribution : response.contributions)
    for (auto& lesion : timepoint.lesions)
      if (lesion.lesion.id == readings.lesions()[contribution.lesion].lesion.id)
        lesion.response_contribution = millimeters(contribution.counted);
}
}  // namespace nadir::measure
