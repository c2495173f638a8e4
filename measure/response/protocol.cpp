#include "measure/response/protocol.h"

#include <initializer_list>

namespace nadir::measure
{
namespace
{
/// One setting that must lie between two numbers.
struct Range
{
  const char* key;
  std::int64_t value, lowest, highest;
};

std::optional<Failure> check(std::initializer_list<Range> ranges)
{
  for (const auto& [key, value, lowest, highest] : ranges)
    if (value < lowest || value > highest)
      return Failure(ResponseError::ProtocolInvalid, std::string("protocol setting ") + key +
                                                         " is out of range (allowed: " + std::to_string(lowest) + " to " +
                                                         std::to_string(highest) + " in its smallest unit). Correct the protocol file.");
  return {};
}

std::optional<Failure> check_lengths(const Protocol& protocol)
{
  const auto& [quantum, target, switches, confirmation, baseline, repeatability, reference, volumes] = protocol;
  constexpr std::int64_t meter = 1'000'000;
  return check({{"length_quantum_mm", quantum.micrometers(), 1, 10'000},
                {"progression_minimum_increase_mm", target.progression_minimum_increase.micrometers(), 0, meter},
                {"too_small_counts_mm", target.too_small_counts.micrometers(), 0, meter},
                {"normal_node_below_mm", target.normal_node_below.micrometers(), 0, meter},
                {"measurable_minimum_mm", baseline.measurable_minimum.micrometers(), 0, meter},
                {"measurable_minimum_xray_mm", baseline.measurable_minimum_xray.micrometers(), 0, meter},
                {"thick_slice_above_mm", baseline.thick_slice_above.micrometers(), 0, meter},
                {"target_node_minimum_mm", baseline.target_node_minimum.micrometers(), 0, meter},
                {"pathological_node_minimum_mm", baseline.pathological_node_minimum.micrometers(), 0, meter},
                {"repeatability_absolute_mm", repeatability.absolute.micrometers(), 1, meter}});
}

std::optional<Failure> check_counts(const Protocol& protocol)
{
  const auto& [quantum, target, switches, confirmation, baseline, repeatability, reference, volumes] = protocol;
  return check({{"partial_response_decrease_percent", target.partial_response_decrease_permille, 1, 1000},
                {"progression_increase_percent", target.progression_increase_permille, 1, 100'000},
                {"repeatability_relative_percent", repeatability.relative_permille, 0, 1000},
                {"confirmation_minimum_days", confirmation.minimum_days, 0, 3650},
                {"minimum_stable_days", confirmation.minimum_stable_days, 0, 3650},
                {"maximum_not_evaluable_between", confirmation.maximum_not_evaluable_between, 0, 1000},
                {"baseline_window_days", baseline.window_days, 0, 3650},
                {"maximum_targets", baseline.maximum_targets, 1, 1000},
                {"maximum_targets_per_organ", baseline.maximum_targets_per_organ, 1, 1000}});
}

std::optional<Failure> check_volumes(const std::vector<VolumeLimits>& volumes)
{
  for (const auto& limits : volumes)
  {
    if (limits.name.empty() || limits.citation.empty())
      return Failure(ResponseError::ProtocolInvalid,
                     "a pair of volume limits has no name or no citation (limits differ between sources). Give both in the protocol file.");
    if (auto problem = check({{"volume_decrease_permille", limits.decrease_permille, 1, 1000},
                              {"volume_increase_permille", limits.increase_permille, 1, 100'000}}))
      return problem;
  }
  return {};
}
}  // namespace

Result<Protocol> Protocol::make(Protocol protocol)
{
  for (const auto& problem : {check_lengths(protocol), check_counts(protocol), check_volumes(protocol.volume_limits)})
    if (problem) return *problem;
  return protocol;
}
}  // namespace nadir::measure
