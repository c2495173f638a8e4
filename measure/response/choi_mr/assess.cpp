#include "measure/response/choi_mr/assess.h"

#include <cmath>

#include "imaging/units/number_text.h"
#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure::choi_mr
{
namespace
{
constexpr int size_change_permille = 100;
constexpr int enhancement_decrease_permille = 150;
constexpr auto citation = "Choi et al., J Clin Oncol 2007;25:1753-1759; MR: Stacchiotti et al., Radiology 2009;251:447-456";

/// Sum of the enhancement of all targets in thousandths; none when one has none. A sum compares like the mean.
std::optional<std::int64_t> enhancement(const PatientReadings& readings, std::size_t timepoint)
{
  std::int64_t sum = 0;
  for (const auto target : readings.of_role(LesionRole::Target))
  {
    const auto& value = readings.timepoints()[timepoint].lesions[target].enhancement;
    if (!value) return std::nullopt;
    sum += std::llround(*value * 1000.0);
  }
  return sum;
}

/// What one follow-up is judged by.
struct Situation
{
  const TimepointResponse& at;
  bool all_gone = false;
  std::optional<std::int64_t> enhancement_baseline, enhancement_now;

  bool enhancement_fell() const
  {
    return enhancement_baseline && enhancement_now && *enhancement_baseline > 0 &&
           1000 * *enhancement_now <= (1000 - enhancement_decrease_permille) * *enhancement_baseline;
  }
  bool size_fell() const { return 1000 * *at.sum <= (1000 - size_change_permille) * *at.baseline_sum; }
  bool size_rose() const { return *at.sum > *at.nadir && 1000 * *at.sum >= (1000 + size_change_permille) * *at.nadir; }
};

Category category_of(const Situation& situation)
{
  const auto& at = situation.at;
  if (at.target == Category::NotApplicable) return at.target;
  if (!at.sum || !at.baseline_sum) return Category::NotEvaluable;
  if (situation.all_gone) return Category::CompleteResponse;
  if (situation.enhancement_fell()) return Category::PartialResponse;
  if (situation.size_rose()) return Category::ProgressiveDisease;
  return situation.size_fell() ? Category::PartialResponse : Category::StableDisease;
}

std::string reason(const Situation& situation)
{
  const auto& at = situation.at;
  std::string text = "Choi-like MR: sum " + (at.sum ? in_words(*at.sum) : std::string("incomplete"));
  if (situation.enhancement_baseline && situation.enhancement_now)
    return text + ", enhancement (sum of ratios to muscle) " + format_fixed(static_cast<double>(*situation.enhancement_now) / 1000, 3) +
           ", at baseline " + format_fixed(static_cast<double>(*situation.enhancement_baseline) / 1000, 3);
  return text + ", no normalised enhancement at both time points: size alone decides";
}

std::optional<double> millimeters(const std::optional<ReportedLength>& length)
{
  return length ? std::optional(length->millimeters().value()) : std::nullopt;
}
}  // namespace

CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol)
{
  CriterionResponse response{"Choi-like MR (exploratory)", "mm", citation, {}};
  for (std::size_t i = 0; i < recist.timepoints.size(); ++i)
  {
    const auto& at = recist.timepoints[i];
    if (i == 0)
    {
      response.timepoints.push_back({"baseline", "baseline", millimeters(at.sum), std::nullopt, std::nullopt, {}});
      continue;
    }
    const Situation situation{at, recist_1_1::target_sum(readings, i, protocol).all_gone, enhancement(readings, 0),
                              enhancement(readings, i)};
    const auto target = category_of(situation);
    const auto overall = recist_1_1::overall_response(target, at.non_target, at.new_lesion).category;
    response.timepoints.push_back({std::string(name_of(target)),
                                   std::string(name_of(overall)),
                                   millimeters(at.sum),
                                   millimeters(at.baseline_sum),
                                   millimeters(at.nadir),
                                   {"X9", citation, std::string(name_of(target)), reason(situation), {}}});
  }
  return response;
}
}  // namespace nadir::measure::choi_mr
