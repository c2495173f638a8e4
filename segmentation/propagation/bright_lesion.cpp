#include "segmentation/propagation/bright_lesion.h"

#include <algorithm>
#include <cmath>

#include "segmentation/propagation/relaxed_cut.h"
#include "segmentation/propagation/tidy_lesion.h"

namespace nadir::segmentation
{
namespace
{
constexpr double position_error = 1.0;  // mm, in the plane of the slices
constexpr float outside = 1.5F;         // mm from the carried border: no longer its own blur

/// Brightest value expected within the error of position, in the plane of the slices; -infinity where the baseline ends.
imaging::FloatImage brightest_nearby(const imaging::FloatImage& image)
{
  const auto& size = image.geometry.size();
  const auto reach = [](double step) { return std::max(1, static_cast<int>(std::lround(position_error / step))); };
  const int ri = reach(image.geometry.spacing().i), rj = reach(image.geometry.spacing().j);
  const auto along = [&](const imaging::FloatImage& from, int radius, VoxelIndex step)
  {
    imaging::FloatImage to = from;
    std::size_t n = 0;
    for (int k = 0; k < size.k; ++k)
      for (int j = 0; j < size.j; ++j)
        for (int i = 0; i < size.i; ++i, ++n)
          for (int r = -radius; r <= radius; ++r)
            if (const VoxelIndex v{i + r * step.i, j + r * step.j, k}; size.contains(v))
              to.values[n] = std::max(to.values[n], from.values[from.offset(v)]);
    return to;
  };
  imaging::FloatImage start = image;
  for (float& v : start.values)
    if (!std::isfinite(v)) v = -INFINITY;
  return along(along(start, ri, {1, 0, 0}), rj, {0, 1, 0});
}

/// Gain of every voxel of the block.
class BrightGain
{
public:
  BrightGain(const FollowUpBlock& block, const ExpectedValues& expected, const BrightLevels& levels, const BrightConfig& config)
      : block_(block), expected_(expected), levels_(levels), config_(config), before_(brightest_nearby(expected.values))
  {
  }

  float at(VoxelIndex v, std::size_t n) const
  {
    const double low = expected_.fit(v, levels_.low), high = expected_.fit(v, levels_.high);
    const auto value = static_cast<double>(block_.follow_up.values[n]);
    const float distance = block_.distance.values[n];
    double gain = std::clamp(std::min(2.0 * (value - low), high - value) / expected_.deviation, -3.0, 3.0);
    if (distance > outside && static_cast<double>(before_.values[n]) > low) gain -= config_.bright_before;
    gain += distance < 0.0F ? config_.within : -static_cast<double>(distance) / config_.reach;
    return static_cast<float>(gain);
  }

private:
  const FollowUpBlock& block_;
  const ExpectedValues& expected_;
  BrightLevels levels_;
  BrightConfig config_;
  imaging::FloatImage before_;
};
}  // namespace

std::vector<std::uint8_t> bright_lesion(const FollowUpBlock& block, const ExpectedValues& expected, const BrightLevels& levels,
                                        const BrightConfig& config)
{
  const BrightGain gain(block, expected, levels, config);
  const auto& size = block.follow_up.geometry.size();
  std::vector<float> gains(size.voxels());
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n) gains[n] = gain.at({i, j, k}, n);
  const std::vector<float> cost(gains.size(), static_cast<float>(config.border_cost));
  const auto share = relaxed_cut({block.follow_up.geometry, gains, cost}, 50);
  std::vector<std::uint8_t> inside(share.size());
  std::transform(share.begin(), share.end(), inside.begin(), [](float s) { return static_cast<std::uint8_t>(s > 0.5F ? 1 : 0); });
  return parts_of_carried(std::move(inside), block.distance);
}
}  // namespace nadir::segmentation
