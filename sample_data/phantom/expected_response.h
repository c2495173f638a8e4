#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sample_data/phantom/case_plan.h"

namespace nadir::phantom
{
/// The call a time point must get, read off the closed-form lengths by the words of RECIST 1.1 (Eisenhauer 2009, sections 4.3 and 4.4).
/// Kept apart from the measuring program on purpose: a few lines, whole tenths of a millimetre, no missing lesions.
struct ExpectedResponse
{
  int sum_tenths = 0;  ///< sum of diameters, 0.1 mm
  int baseline_tenths = 0;
  int nadir_tenths = 0;               ///< smallest sum before this time point
  std::string target_response{};      ///< "" at baseline
  std::string non_target_response{};  ///< "NA" without non-target lesions, "" at baseline
  std::vector<std::string> new_lesions{};
  std::string overall_response{};  ///< "" at baseline
};

/// `lengths[t][n]`: what lesion n of the plan is measured with at time point t (longest diameter; short axis of a node), 0.1 mm; 0 =
/// absent.
std::vector<ExpectedResponse> expected_responses(const std::vector<LesionPlan>& lesions, const std::vector<std::vector<int>>& lengths);
}  // namespace nadir::phantom
