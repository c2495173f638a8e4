#include "measure/response/recist_1_1/drawn_sums.h"

#include <cmath>
#include <limits>

#include "measure/response/recist_1_1/target_sum.h"
#include "measure/response/recist_1_1/wide_loops.h"

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr double never = 6.0;          ///< deviations beyond which a draw does not come
constexpr double far_from_zero = 4.0;  ///< deviations above one quantum where the limit at one quantum changes no sum

const std::optional<Millimeters>& counted_axis(const Lesion& lesion, const LesionReading& reading)
{
  return lesion.nodal && reading.short_axis ? reading.short_axis : reading.longest_diameter;
}

/// A measured length, or the fragments of a split lesion as one; none for other states and for 0 mm.
DrawnLength drawn_length(const Lesion& lesion, const LesionReading& reading, const Repeatability& repeatability)
{
  DrawnLength drawn;
  double variance = 0.0;
  const auto add = [&](Millimeters length)
  {
    if (!(length > Millimeters{})) return;
    const auto deviation = 1000.0 * repeatability.deviation(length, reading.slice_spacing).value();
    drawn.value += 1000.0 * length.value();
    variance += 2.0 * deviation * deviation;
  };
  const bool is_split = reading.state == LesionState::Split && !reading.fragments.empty();
  if (reading.state != LesionState::Measured && reading.state != LesionState::Split) return drawn;
  if (!is_split) add(*counted_axis(lesion, reading));
  for (std::size_t i = 0; is_split && i < reading.fragments.size(); ++i) add(reading.fragments[i]);
  drawn.deviation = std::sqrt(variance);
  drawn.nodal = lesion.nodal;
  return drawn;
}

/// Leaves those lengths single that have to be, and draws the others together.
void share_out(SumParts& parts, const Protocol& protocol)
{
  const auto quantum = static_cast<double>(protocol.length_quantum.micrometers());
  const auto normal_below = static_cast<double>(protocol.target.normal_node_below.micrometers());
  for (const auto& length : parts.single)
    if (!length.nodal || length.value - never * length.deviation >= normal_below) parts.surely_present = true;
  double variance = 0.0;
  std::erase_if(parts.single,
                [&](const DrawnLength& length)
                {
                  const bool decides = length.nodal && !parts.surely_present;
                  if (decides || length.value - far_from_zero * length.deviation < quantum) return false;
                  parts.together.value += length.value;
                  variance += length.deviation * length.deviation;
                  return true;
                });
  parts.together.deviation = std::sqrt(variance);
}

/// Nearest whole number by adding and taking away a number after which there are no decimals; no call, so that loops become vectors.
template <class Real> Real nearest(Real value)
{
  constexpr Real no_decimals = static_cast<Real>(1.5) * static_cast<Real>(std::uint64_t{1} << (std::numeric_limits<Real>::digits - 1));
  return (value + no_decimals) - no_decimals;
}

/// A drawn length in whole quanta is value + deviation x normal, not below `smallest`.
template <class Real> struct InQuanta
{
  Real value, deviation, quantum, smallest;

  Real operator()(float normal) const
  {
    const Real drawn = nearest(value + deviation * static_cast<Real>(normal));
    return quantum * (drawn > smallest ? drawn : smallest);
  }
};

template <class Real> [[gnu::always_inline]] inline void add_draws(InQuanta<Real> length, std::span<const float> normal, Real* sum)
{
  const auto draws = normal.size();
  NADIR_INDEPENDENT_STEPS
  for (std::size_t i = 0; i < draws; ++i) sum[i] += length(normal[i]);
}
NADIR_WIDE_LOOPS void add_all(InQuanta<float> length, std::span<const float> normal, float* sum) { add_draws(length, normal, sum); }
void add_all(InQuanta<double> length, std::span<const float> normal, double* sum) { add_draws(length, normal, sum); }

template <class Real> InQuanta<Real> in_quanta(const DrawnLength& length, const Protocol& protocol)
{
  const auto quantum = static_cast<double>(protocol.length_quantum.micrometers());
  return {static_cast<Real>(length.value / quantum), static_cast<Real>(length.deviation / quantum), static_cast<Real>(quantum), 1};
}
}  // namespace

SumParts sum_parts(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol, const Repeatability& repeatability)
{
  SumParts parts;
  const auto& targets = readings.of_role(LesionRole::Target);
  parts.is_complete = !targets.empty();
  parts.single.reserve(targets.size());
  for (const auto target : targets)
  {
    const auto& lesion = readings.lesions()[target].lesion;
    const auto& reading = readings.timepoints()[timepoint].lesions[target];
    const Contribution contribution{target, reading.state, contribution_of(readings, target, timepoint, protocol)};
    parts.examined = parts.examined || contribution.counted;
    parts.sum += contribution.counted.value_or(ReportedLength{});
    parts.is_complete = parts.is_complete && contribution.counted;
    const auto length = drawn_length(lesion, reading, repeatability);
    if (length.deviation > 0.0) parts.single.push_back(length);
    else if (contribution.counted) parts.fixed += static_cast<double>(contribution.counted->micrometers());
    if (!(length.deviation > 0.0) && is_present(lesion, contribution, protocol)) parts.surely_present = true;
  }
  share_out(parts, protocol);
  return parts;
}

double largest_sum(const SumParts& parts)
{
  const auto largest = [](const DrawnLength& length) { return length.value + never * length.deviation; };
  double sum = parts.fixed + largest(parts.together);
  for (const auto& length : parts.single) sum += largest(length);
  return sum;
}

template <class Real>
std::size_t DrawnSums<Real>::draw(const SumParts& parts, const Protocol& protocol, const NormalDraws& draws, std::size_t column)
{
  std::vector<float> scratch;
  const auto count = draws.draws();
  sum.assign(count, static_cast<Real>(parts.fixed));
  present.assign(parts.surely_present ? 0 : count, 0);
  const auto add = [&](const DrawnLength& length)
  {
    const auto normal = draws.column(column++, scratch);
    const auto quanta = in_quanta<Real>(length, protocol);
    add_all(quanta, normal, sum.data());
    if (parts.surely_present) return;
    const auto present_from = static_cast<Real>(protocol.target.normal_node_below.micrometers());
    for (std::size_t i = 0; i < count; ++i) present[i] = quanta(normal[i]) >= present_from ? 1 : present[i];
  };
  if (parts.together.deviation > 0.0) add(parts.together);
  for (const auto& length : parts.single) add(length);
  return column;
}

template struct DrawnSums<float>;
template struct DrawnSums<double>;
}  // namespace nadir::measure::recist_1_1
