#include "segmentation/propagation/change_map.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "imaging/registration/reduce_image.h"
#include "segmentation/propagation/steepness.h"

namespace nadir::segmentation
{
namespace
{
constexpr double window = 1.5;          // mm: enough to let noise cancel, less than what a lesion moves its border by
constexpr double position_error = 1.0;  // mm
constexpr double most_square = 12.0;
constexpr float shell = 3.0F;  // mm
constexpr double least_unchanged = 0.8;
constexpr double least_step = 2.0;  // deviations

/// What counts as expected just beyond the first and last slice of the carried lesion.
enum class BeyondEnds
{
  ItsOwn,     ///< what the baseline shows there
  LastSlice,  ///< that, or what it shows in the last slice: what ends between two slices is seen in the one or the other
};

/// How far a value lies off what is expected, the last slice of the carried lesion counted in.
double off_expected(const FollowUpBlock& block, const imaging::FloatImage& expected, VoxelIndex v, float value)
{
  const std::size_t n = expected.offset(v);
  float low = expected.values[n], high = low;
  for (const int step : {-1, 1})
  {
    const VoxelIndex next{v.i, v.j, v.k + step};
    if (block.distance.values[n] < 0.0F || !expected.geometry.size().contains(next)) continue;
    if (block.distance.values[expected.offset(next)] > 0.0F) continue;
    low = std::min(low, expected.values[expected.offset(next)]), high = std::max(high, expected.values[expected.offset(next)]);
  }
  return static_cast<double>(value > high ? value - high : value < low ? low - value : 0.0F);
}

struct NowAndThen
{
  const imaging::FloatImage& now;
  const imaging::FloatImage& then;  ///< expected
  BeyondEnds ends;
};

/// Square of the difference in units of the deviation, what a small error of position explains taken off.
float squared_change(const FollowUpBlock& block, const NowAndThen& images, VoxelIndex v, double deviation)
{
  const double slope = std::max(steepness(images.now, v), steepness(images.then, v));
  const float now = images.now.values[images.now.offset(v)];
  const double off = images.ends == BeyondEnds::LastSlice ? off_expected(block, images.then, v, now)
                                                          : std::abs(static_cast<double>(now - images.then.values[images.then.offset(v)]));
  const double rest = std::max(off - position_error * slope, 0.0) / deviation;
  return static_cast<float>(std::min(rest * rest, most_square));
}

imaging::FloatImage share_of(const FollowUpBlock& block, const ExpectedValues& expected, BeyondEnds ends)
{
  imaging::FloatImage now = block.follow_up, then = expected.values;
  for (std::size_t n = 0; n < now.values.size(); ++n)
  {
    if (!std::isfinite(now.values[n])) now.values[n] = std::isfinite(then.values[n]) ? then.values[n] : 0.0F;
    if (!std::isfinite(then.values[n])) then.values[n] = now.values[n];
  }
  imaging::smooth(now, window);
  imaging::smooth(then, window);
  imaging::FloatImage change{block.follow_up.geometry, std::vector<float>(now.values.size())};
  const auto& size = change.geometry.size();
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        change.values[n] = std::isfinite(expected.values.values[n])
                               ? squared_change(block, {now, then, ends}, {i, j, k}, expected.deviation)
                               : static_cast<float>(most_square);
  imaging::smooth(change, window);
  for (float& v : change.values) v = 1.0F / (1.0F + v * v * v);
  return change;
}

/// Mean share within 3 mm of the carried border.
double share_at_border(const FollowUpBlock& block, const imaging::FloatImage& unchanged)
{
  double sum = 0.0, count = 0.0;
  for (std::size_t n = 0; n < unchanged.values.size(); ++n)
    if (std::abs(block.distance.values[n]) < shell) sum += static_cast<double>(unchanged.values[n]), count += 1.0;
  return count > 0.0 ? sum / count : 0.0;
}

/// Whether the lesion, had it grown over 1 to 5 mm beyond its border, would have changed what is seen there: mean step to its own value, in
/// deviations, none counted above 6.
bool change_would_show(const FollowUpBlock& block, const ExpectedValues& expected)
{
  const auto inside = expected_inside(block, expected);
  if (!inside) return false;
  double steps = 0.0, count = 0.0;
  for (std::size_t n = 0; n < block.distance.values.size(); ++n)
  {
    const float d = block.distance.values[n], e = expected.values.values[n];
    if (d < 1.0F || d > 5.0F || !std::isfinite(e)) continue;
    steps += std::min(std::abs(static_cast<double>(e) - *inside) / expected.deviation, 6.0), count += 1.0;
  }
  return count > 0.0 && steps >= least_step * count;
}
}  // namespace

std::optional<double> expected_inside(const FollowUpBlock& block, const ExpectedValues& expected)
{
  std::vector<float> values;
  for (std::size_t n = 0; n < block.distance.values.size(); ++n)
    if (block.distance.values[n] < -0.5F && std::isfinite(expected.values.values[n])) values.push_back(expected.values.values[n]);
  if (values.size() < 20) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return static_cast<double>(*middle);
}

bool has_kept_its_border(const FollowUpBlock& block, const ExpectedValues& expected)
{
  if (!change_would_show(block, expected)) return false;
  return share_at_border(block, share_of(block, expected, BeyondEnds::ItsOwn)) >= least_unchanged;
}

bool has_moved_its_border(const FollowUpBlock& block, const ExpectedValues& expected)
{
  constexpr double most_unchanged = 0.6;
  return change_would_show(block, expected) && share_at_border(block, share_of(block, expected, BeyondEnds::ItsOwn)) < most_unchanged;
}

imaging::FloatImage unchanged_share(const FollowUpBlock& block, const ExpectedValues& expected)
{
  auto share = share_of(block, expected, BeyondEnds::ItsOwn);
  return share_at_border(block, share) >= least_unchanged ? share_of(block, expected, BeyondEnds::LastSlice) : share;
}
}  // namespace nadir::segmentation
