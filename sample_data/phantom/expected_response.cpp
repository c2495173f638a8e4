#include "sample_data/phantom/expected_response.h"

#include <algorithm>

namespace nadir::phantom
{
namespace
{
constexpr int normal_node_below_tenths = 100;
constexpr int least_growth_tenths = 50;

bool has_vanished(const LesionPlan& lesion, int tenths) { return tenths == 0 || (lesion.is_nodal() && tenths < normal_node_below_tenths); }

int sum_of_targets(const std::vector<LesionPlan>& lesions, const std::vector<int>& lengths)
{
  int sum = 0;
  for (std::size_t n = 0; n < lesions.size(); ++n)
    if (lesions[n].role == PlannedRole::Target) sum += lengths[n];
  return sum;
}

bool all_vanished(PlannedRole role, const std::vector<LesionPlan>& lesions, const std::vector<int>& lengths)
{
  for (std::size_t n = 0; n < lesions.size(); ++n)
    if (lesions[n].role == role && !has_vanished(lesions[n], lengths[n])) return false;
  return true;
}

std::string target_call(const ExpectedResponse& sums)
{
  const int growth = sums.sum_tenths - sums.nadir_tenths;
  if (growth >= least_growth_tenths && 5 * growth >= sums.nadir_tenths) return "PD";
  if (10 * (sums.baseline_tenths - sums.sum_tenths) >= 3 * sums.baseline_tenths) return "PR";
  return "SD";
}

std::string non_target_call(const std::vector<LesionPlan>& lesions, const std::vector<int>& lengths)
{
  const bool any = std::any_of(lesions.begin(), lesions.end(), [](const auto& lesion) { return lesion.role == PlannedRole::NonTarget; });
  if (!any) return "NA";
  return all_vanished(PlannedRole::NonTarget, lesions, lengths) ? "CR" : "NON-CR/NON-PD";
}

std::string overall_call(const ExpectedResponse& response)
{
  if (!response.new_lesions.empty() || response.target_response == "PD") return "PD";
  if (response.target_response == "CR" && response.non_target_response == "NON-CR/NON-PD") return "PR";
  return response.target_response;
}

std::vector<std::string> new_lesions_of(const std::vector<LesionPlan>& lesions, const std::vector<int>& lengths)
{
  std::vector<std::string> found;
  for (std::size_t n = 0; n < lesions.size(); ++n)
    if (lesions[n].role == PlannedRole::New && lengths[n] > 0) found.push_back(lesions[n].id);
  return found;
}
}  // namespace

std::vector<ExpectedResponse> expected_responses(const std::vector<LesionPlan>& lesions, const std::vector<std::vector<int>>& lengths)
{
  std::vector<ExpectedResponse> responses;
  for (std::size_t t = 0; t < lengths.size(); ++t)
  {
    ExpectedResponse response{.sum_tenths = sum_of_targets(lesions, lengths[t])};
    response.baseline_tenths = t == 0 ? response.sum_tenths : responses.front().sum_tenths;
    response.nadir_tenths = t == 0 ? response.sum_tenths : std::min(responses.back().nadir_tenths, responses.back().sum_tenths);
    if (t > 0)
    {
      response.target_response = all_vanished(PlannedRole::Target, lesions, lengths[t]) ? "CR" : target_call(response);
      response.non_target_response = non_target_call(lesions, lengths[t]);
      response.new_lesions = new_lesions_of(lesions, lengths[t]);
      response.overall_response = overall_call(response);
    }
    responses.push_back(response);
  }
  return responses;
}
}  // namespace nadir::phantom
