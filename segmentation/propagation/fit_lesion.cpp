#include "segmentation/propagation/fit_lesion.h"

#include <algorithm>
#include <utility>

#include "segmentation/propagation/bright_lesion.h"
#include "segmentation/propagation/change_map.h"
#include "segmentation/propagation/refine_border.h"
#include "segmentation/propagation/tidy_lesion.h"

namespace nadir::segmentation
{
namespace
{
constexpr double sure_agreement = 0.75;
constexpr double solid_share = 0.03;  // holes of a mask that is meant to be solid
constexpr double enclosed_share = 0.8;
constexpr double least_evidence = 0.3;  // log odds a voxel: fat and vessels that come back where the lesion lay have less

bool has_voxels(const std::vector<std::uint8_t>& inside)
{
  return std::any_of(inside.begin(), inside.end(), [](std::uint8_t v) { return v != 0; });
}

/// Whether the bright voxels hold what the border encloses: where they do not, part of the lesion has lost its brightness and still belongs
/// to it.
bool encloses(const std::vector<std::uint8_t>& bright, const std::vector<std::uint8_t>& by_border)
{
  double both = 0.0, all = 0.0;
  for (std::size_t n = 0; n < by_border.size(); ++n) all += by_border[n], both += by_border[n] != 0 && bright[n] != 0 ? 1.0 : 0.0;
  return both >= enclosed_share * all;
}
}  // namespace

bool is_told_by_brightness(const std::optional<BrightLevels>& levels) { return levels && levels->agreement >= sure_agreement; }

namespace
{
FittedLesion followed(const FollowUpBlock& block, const ExpectedValues& expected, const std::optional<BrightLevels>& levels,
                           const AdaptConfig& config)
{
  if (!is_told_by_brightness(levels)) return {adapted(block, expected, config), FollowedBy::Border};
  auto bright = bright_lesion(block, expected, *levels);
  if (levels->hole_share > solid_share) return {described(block, expected, std::move(bright)), FollowedBy::Brightness};
  if (has_kept_its_border(block, expected)) return {adapted(block, expected, config), FollowedBy::Border};
  bright = with_slice_holes_filled(std::move(bright), block.follow_up.geometry.size());
  auto by_border = adapted(block, expected, config);
  const auto sharpness = [&](const std::vector<std::uint8_t>& inside)
  { return has_voxels(inside) ? border_contrast(block.follow_up, inside) : 0.0; };
  if (!encloses(bright, by_border.inside) || sharpness(bright) <= sharpness(by_border.inside))
    return {std::move(by_border), FollowedBy::Border};
  auto by_brightness = described(block, expected, std::move(bright));
  if (by_brightness.evidence < least_evidence) return {std::move(by_border), FollowedBy::Border};
  return {std::move(by_brightness), FollowedBy::Brightness};
}
}  // namespace

FittedLesion fitted_lesion(const FollowUpBlock& block, const ExpectedValues& expected, const std::optional<BrightLevels>& levels,
                           const AdaptConfig& config)
{
  auto found = followed(block, expected, levels, config);
  auto broad = without_tongues(found.lesion.inside, block.distance, unchanged_share(block, expected));
  if (broad != found.lesion.inside) found.lesion = described(block, expected, std::move(broad));
  return found;
}
}  // namespace nadir::segmentation
