#include "measure/response/recist_1_1/target_response.h"

#include "imaging/result/expects.h"

namespace nadir::measure::recist_1_1
{
namespace
{
TargetCall call(Category category, std::string_view rule) { return {category, category, rule}; }

bool progressed(const TargetSituation& at, const Protocol& protocol)
{
  return is_progression(*at.measured_part, *at.nadir, protocol.target);
}

TargetCall incomplete_response(const TargetSituation& at, const Protocol& protocol)
{
  if (!protocol.switches.incomplete_sum_can_progress) return call(Category::NotEvaluable, "T9");
  if (at.reappeared) return call(Category::ProgressiveDisease, "T13");
  return call(progressed(at, protocol) ? Category::ProgressiveDisease : Category::NotEvaluable, "T9");
}

TargetCall without_progression(const TargetSituation& at, const Protocol& protocol)
{
  if (is_partial_response(*at.measured_part, *at.baseline_sum, protocol.target)) return call(Category::PartialResponse, "T12");
  if (at.partial_response_is_kept) return {Category::PartialResponse, Category::StableDisease, "T12s"};
  return call(Category::StableDisease, "T14");
}

TargetCall complete_sum_response(const TargetSituation& at, const Protocol& protocol)
{
  const bool nodes_first = protocol.switches.normal_nodes_before_progression;
  if (at.all_gone && (nodes_first || !progressed(at, protocol))) return call(Category::CompleteResponse, "T11");
  if (at.reappeared) return call(Category::ProgressiveDisease, "T13");
  if (progressed(at, protocol)) return call(Category::ProgressiveDisease, "T10");
  return without_progression(at, protocol);
}
}  // namespace

bool is_partial_response(ReportedLength sum, ReportedLength baseline_sum, const TargetLimits& limits)
{
  return 1000 * sum <= (1000 - limits.partial_response_decrease_permille) * baseline_sum;
}

bool is_progression(ReportedLength sum, ReportedLength nadir, const TargetLimits& limits)
{
  return 1000 * sum >= (1000 + limits.progression_increase_permille) * nadir && sum - nadir >= limits.progression_minimum_increase;
}

TargetCall target_response(const TargetSituation& at, const Protocol& protocol)
{
  if (!at.measured_part) return call(Category::NotEvaluable, "T8");
  if (!at.baseline_sum) return call(Category::NotEvaluable, "B13");
  NADIR_EXPECTS(at.nadir.has_value());
  return at.is_complete ? complete_sum_response(at, protocol) : incomplete_response(at, protocol);
}
}  // namespace nadir::measure::recist_1_1
