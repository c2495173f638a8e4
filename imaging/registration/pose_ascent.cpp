#include "imaging/registration/pose_ascent.h"

#include <cmath>
#include <optional>

namespace nadir::imaging
{
namespace
{
using Six = std::array<double, 6>;

double dot(const Six& a, const Six& b)
{
  double sum = 0.0;
  for (std::size_t n = 0; n < 6; ++n) sum += a[n] * b[n];
  return sum;
}

Six scaled(const Six& a, double factor)
{
  Six result = a;
  for (double& x : result) x *= factor;
  return result;
}

/// Approximation of the inverse curvature, kept positive.
class InverseCurvature
{
public:
  explicit InverseCurvature(double first) { reset(first); }

  void reset(double value)
  {
    for (std::size_t r = 0; r < 6; ++r)
      for (std::size_t c = 0; c < 6; ++c) rows_[r][c] = r == c ? value : 0.0;
  }

  Six operator()(const Six& v) const
  {
    Six result{};
    for (std::size_t r = 0; r < 6; ++r) result[r] = dot(rows_[r], v);
    return result;
  }

  /// `change`: of the slope downwards along `step`.
  void learn(const Six& step, const Six& change)
  {
    const double curvature = dot(step, change);
    if (curvature <= 1e-14) return;
    const Six h = (*this)(change);
    const double factor = (1.0 + dot(change, h) / curvature) / curvature;
    for (std::size_t r = 0; r < 6; ++r)
      for (std::size_t c = 0; c < 6; ++c) rows_[r][c] += factor * step[r] * step[c] - (h[r] * step[c] + step[r] * h[c]) / curvature;
  }

private:
  std::array<Six, 6> rows_{};
};

RigidPose moved(const RigidPose& pose, const Six& step)
{
  RigidPose result = pose;
  for (std::size_t n = 0; n < 6; ++n) result.numbers[n] += step[n];
  return result;
}

/// The step, halved until it gains; nullopt when it has become too short.
std::optional<Six> gaining(const MutualInformation& information, const FittedPose& here, Six step, double least)
{
  for (; std::sqrt(dot(step, step)) >= least; step = scaled(step, 0.5))
    if (information.value(moved(here.pose, step)).information > here.value.information) return step;
  return std::nullopt;
}

Six limited(const Six& step, double longest)
{
  const double length = std::sqrt(dot(step, step));
  return length > longest ? scaled(step, longest / length) : step;
}
}  // namespace

FittedPose climbed(const MutualInformation& information, const RigidPose& start, const AscentConfig& config)
{
  auto slope = information.slope(start);
  FittedPose here{start, slope.value};
  const double steepness = std::sqrt(dot(slope.gradient, slope.gradient));
  if (steepness <= 0.0) return here;
  InverseCurvature curvature(config.first_step / steepness);
  for (int n = 0; n < config.iterations; ++n)
  {
    Six direction = curvature(slope.gradient);
    if (dot(direction, slope.gradient) <= 0.0) direction = slope.gradient;
    const auto step = gaining(information, here, limited(direction, 2.0 * config.first_step), config.least_step);
    if (!step) break;
    const auto next = information.slope(moved(here.pose, *step));
    Six change;
    for (std::size_t m = 0; m < 6; ++m) change[m] = slope.gradient[m] - next.gradient[m];
    curvature.learn(*step, change);
    here = {moved(here.pose, *step), next.value};
    slope = next;
  }
  return here;
}
}  // namespace nadir::imaging
