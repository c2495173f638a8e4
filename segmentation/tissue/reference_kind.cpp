#include "segmentation/tissue/reference_kind.h"

#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr double air = 0.15, grey_from = 0.55, grey_to = 0.92, bright = 1.5; // multiples of the reference
constexpr double even = 0.12;                                              // spread of a place against its signal
constexpr double least_grey = 0.1, most_bright = 0.15; // of the even tissue around; gliomas: 0.18-0.32 grey, limb phantoms: below 0.01
constexpr int fewest = 200;
}  // namespace

ReferenceKind reference_kind(const ReferencePlaces& places, const SignalScale& after, const ReferenceConfig& config)
{
  const auto channel = index_of(ChannelKind::T1Contrast);
  int all = 0, is_grey = 0, is_bright = 0;
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
  {
    const float mean = places.mean[channel][n];
    const auto distance = static_cast<double>(places.distance[n]);
    if (!std::isfinite(mean) || distance < config.nearest || distance > config.farthest) continue;
    const double multiple = after.multiple(static_cast<double>(mean), places.point(n));
    if (multiple < air || static_cast<double>(places.spread[channel][n]) > even * (static_cast<double>(mean) - after.zero.value)) continue;
    ++all;
    is_grey += multiple > grey_from && multiple < grey_to ? 1 : 0;
    is_bright += multiple > bright ? 1 : 0;
  }
  return all >= fewest && is_grey > least_grey * all && is_bright < most_bright * all ? ReferenceKind::Brain : ReferenceKind::Muscle;
}
}  // namespace nadir::segmentation
