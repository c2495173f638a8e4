#include "segmentation/tissue/suppressed_fat.h"

#include <algorithm>
#include <cmath>

#include "segmentation/tissue/order_statistics.h"
#include "segmentation/tissue/tissue_features.h"

namespace nadir::segmentation
{
namespace
{
constexpr double air = 0.12, brightest_suppressed = 0.6, darkest_kept = 1.6;  // multiples of the reference
constexpr double even = 0.15;                                                 // of the reference
constexpr std::size_t fewest = 20, rarest = 12;
}  // namespace

std::optional<double> suppressed_fat_level(const ReferencePlaces& places, const SignalScale& after, FatSignal said,
                                           const ReferenceConfig& config)
{
  if (said == FatSignal::Kept) return std::nullopt;
  const auto channel = index_of(ChannelKind::T1Contrast);
  std::vector<float> dark;
  std::size_t all = 0, bright = 0;
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
  {
    const float mean = places.mean[channel][n];
    const auto distance = static_cast<double>(places.distance[n]);
    if (!std::isfinite(mean) || distance < config.nearest || distance > config.farthest) continue;
    const double multiple = after.multiple(static_cast<double>(mean), places.point(n));
    if (multiple < air || static_cast<double>(places.spread[channel][n]) > even * (after.median - after.zero.value)) continue;
    ++all;
    bright += multiple > darkest_kept ? 1U : 0U;
    if (multiple < brightest_suppressed) dark.push_back(static_cast<float>(multiple));
  }
  const bool is_seen = dark.size() * rarest >= all && bright * rarest < all;
  if (dark.size() < fewest || (said == FatSignal::Unknown && !is_seen)) return std::nullopt;
  return quantile_of(std::move(dark), 0.5);
}

double hidden_fat_share(const LesionVoxels& voxels, const std::vector<float>& post_contrast, const std::vector<std::uint8_t>& is_dead,
                        double fat_level)
{
  constexpr double alike = 1.3;
  const auto calm = smoothed(voxels, post_contrast);
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  const auto is_fat = [&](std::size_t n) { return is_dead[n] != 0 && static_cast<double>(calm[n]) < alike * fat_level; };
  const auto is_near = [&](std::int32_t other) { return other >= 0 && other < limit && is_fat(static_cast<std::size_t>(other)); };
  std::size_t hidden = 0;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
    hidden += is_dead[n] != 0 && (is_fat(n) || std::ranges::any_of(voxels.neighbours()[n], is_near)) ? 1U : 0U;
  return static_cast<double>(hidden) / static_cast<double>(voxels.lesion_count());
}
}  // namespace nadir::segmentation
