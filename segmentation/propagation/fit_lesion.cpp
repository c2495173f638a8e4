#include "segmentation/propagation/fit_lesion.h"

#include <algorithm>
#include <utility>

#include "segmentation/mask/bulky_parts.h"
#include "segmentation/propagation/bright_lesion.h"
#include "segmentation/propagation/change_map.h"
#include "segmentation/propagation/radial_fit.h"
#include "segmentation/propagation/refine_border.h"
#include "segmentation/propagation/tidy_lesion.h"
#include "segmentation/propagation/unlike_spurs.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

constexpr double sure_agreement = 0.75;
constexpr double solid_share = 0.03;  // holes of a mask that is meant to be solid
constexpr double enclosed_share = 0.8;
constexpr double least_evidence = 0.3;  // log odds a voxel: fat and vessels that come back where the lesion lay have less

bool has_voxels(const Bytes& inside)
{
  return std::any_of(inside.begin(), inside.end(), [](std::uint8_t v) { return v != 0; });
}

/// Whether the bright voxels hold what the border encloses: where they do not, part of the lesion has lost its brightness and still belongs
/// to it.
bool encloses(const Bytes& bright, const Bytes& by_border)
{
  double both = 0.0, all = 0.0;
  for (std::size_t n = 0; n < by_border.size(); ++n) all += by_border[n], both += by_border[n] != 0 && bright[n] != 0 ? 1.0 : 0.0;
  return both >= enclosed_share * all;
}
}  // namespace

bool is_told_by_brightness(const std::optional<BrightLevels>& levels) { return levels && levels->agreement >= sure_agreement; }

namespace
{
double sharpness(const imaging::FloatImage& image, const Bytes& inside)
{
  return has_voxels(inside) ? border_contrast(image, inside) : 0.0;
}

/// Mean over all kinds of image, each in deviations. `image_of`: which image of a series.
template <class ImageOf> double mean_sharpness(const ComparedDates& dates, const Bytes& inside, const ImageOf& image_of)
{
  double sum = sharpness(image_of(dates.drawn), inside) / dates.drawn.expected.deviation;
  for (const auto& seen : dates.witnesses) sum += sharpness(image_of(seen), inside) / seen.expected.deviation;
  return sum / static_cast<double>(1 + dates.witnesses.size());
}

double sharpness(const ComparedDates& dates, const Bytes& inside)
{
  return mean_sharpness(dates, inside, [](const ComparedSeries& seen) -> const imaging::FloatImage& { return seen.block.follow_up; });
}

/// Had nothing changed.
double sharpness_expected(const ComparedDates& dates, const Bytes& inside)
{
  return mean_sharpness(dates, inside, [](const ComparedSeries& seen) -> const imaging::FloatImage& { return seen.expected.values; });
}

/// A solid lesion voxel by voxel: by what has changed, or by its brightness where that bounds it more sharply.
FittedLesion followed_freely(const FollowUpBlock& block, const ExpectedValues& expected, const std::optional<BrightLevels>& levels,
                             const AdaptConfig& config)
{
  auto by_border = adapted(block, expected, config);
  if (!is_told_by_brightness(levels)) return {std::move(by_border), FollowedBy::Border};
  auto bright = with_slice_holes_filled(bright_lesion(block, expected, *levels), block.follow_up.geometry.size());
  if (!encloses(bright, by_border.inside) || sharpness(block.follow_up, bright) <= sharpness(block.follow_up, by_border.inside))
    return {std::move(by_border), FollowedBy::Border};
  auto by_brightness = described(block, expected, std::move(bright));
  if (by_brightness.evidence < least_evidence) return {std::move(by_border), FollowedBy::Border};
  return {std::move(by_brightness), FollowedBy::Brightness};
}

double count_of(const Bytes& inside) { return static_cast<double>(std::count(inside.begin(), inside.end(), std::uint8_t{1})); }

double dice(const Bytes& a, const Bytes& b)
{
  double both = 0.0;
  for (std::size_t n = 0; n < a.size(); ++n) both += a[n] != 0 && b[n] != 0 ? 1.0 : 0.0;
  return 2.0 * both / std::max(count_of(a) + count_of(b), 1.0);
}

double carried_count(const FollowUpBlock& block)
{
  const auto& d = block.distance.values;
  return static_cast<double>(std::count_if(d.begin(), d.end(), [](float v) { return v < 0.0F; }));
}

/// Whether there is rather no lesion.
bool speaks_against(const RadialFit& radial)
{
  constexpr double none = -10.0;  // log odds
  return radial.evidence < none;
}

/// Whether the radial border agrees that nothing has changed: within a sixth of the volume.
bool is_of_carried_size(const FollowUpBlock& block, const Bytes& radial)
{
  constexpr double most = 1.18;
  const double carried = carried_count(block), found = count_of(radial);
  return found < most * carried && carried < most * found;
}

/// Whether the carried border is as sharp as it would be had nothing changed, or as the one that radii find: 0.97 and more in ten sarcomas
/// that had not changed, 0.57 to 0.77 where the border had moved by less than the noise shows voxel by voxel.
bool is_still_sharp(const ComparedDates& dates, const RadialFit& radial)
{
  constexpr double least = 0.8;
  const auto carried = carried_bytes(dates.drawn.block);
  return sharpness(dates, carried) >= least * std::min(sharpness_expected(dates, carried), sharpness(dates, radial.inside));
}

/// Whether radii do not plainly deny that nothing has changed: where a lesion hardly differs from what lies beside it, they find another
/// size that is hardly likelier. In ten sarcomas that had not changed the carried border had 0.69 of the evidence and more.
bool agrees_with_kept_border(const ComparedDates& dates, const RadialFit& radial)
{
  constexpr double least = 0.65;
  const bool is_as_likely = is_of_carried_size(dates.drawn.block, radial.inside) || radial.carried_evidence >= least * radial.evidence;
  return is_as_likely && is_still_sharp(dates, radial);
}

/// Whether what was found freely is the same lesion by and large, and plainly bounded all around.
bool is_finer(const ComparedDates& dates, const Bytes& freely, const Bytes& radial)
{
  const auto& block = dates.drawn.block;
  const auto& expected = dates.drawn.expected;
  constexpr double same = 0.8, most_unseen = 0.05, seen = 2.0;  // deviations
  return dice(freely, radial) >= same && sharpness(dates, freely) > sharpness(dates, radial) &&
         unseen_share(block.follow_up, freely, seen * expected.deviation) < most_unseen;
}

/// Whether what was found freely is about as large as before and plainly bounded: a lesion that swelled and died, whatever radii say. Of
/// lesions that are gone none left more than half with less than 0.55 of the border unseen; 0.18 where one had swelled.
bool is_plainly_there(const FollowUpBlock& block, const ExpectedValues& expected, const Bytes& freely)
{
  constexpr double least = 0.5, most_unseen = 0.3, seen = 2.0;  // of the carried lesion, of the border, deviations
  return count_of(freely) >= least * carried_count(block) && unseen_share(block.follow_up, freely, seen * expected.deviation) < most_unseen;
}

/// Whether another kind of image shows surroundings where something smaller than before was found. What has grown is left out: its own
/// tissue lies in what counts as surroundings.
bool is_contradicted(const ComparedDates& dates, const Bytes& inside)
{
  constexpr double smaller = 0.8, against = -0.7;  // of the carried lesion, log odds a voxel
  if (count_of(inside) > smaller * carried_count(dates.drawn.block)) return false;
  return std::any_of(dates.witnesses.begin(), dates.witnesses.end(),
                     [&](const ComparedSeries& seen) { return described(seen.block, seen.expected, inside).evidence < against; });
}

FittedLesion by_shape(const FollowUpBlock& block, const ExpectedValues& expected, RadialFit radial)
{
  constexpr double shows = 20.0;                         // log odds
  constexpr double remnant = 0.05, most_strange = 0.02;  // shares of the carried lesion
  if (speaks_against(radial)) std::fill(radial.inside.begin(), radial.inside.end(), std::uint8_t{0});
  FittedLesion found{sharpened(block, expected, std::move(radial.inside)), FollowedBy::Shape};
  found.is_told = radial.evidence >= told_evidence;
  found.has_died = radial.since != InsideSince::AsBefore;
  found.may_hide = remnant * radial.unchanged_evidence < shows || radial.strange_share > most_strange;
  return found;
}

/// The fitted shape without what lies between two parts that were found freely, too: radii from one middle know no gap. It must look like
/// the surroundings and unlike the lesion, and the border be sharper for it; a dead middle has a living rim around it, which holds the
/// parts together, and dead tissue between living islands is as unlike the surroundings.
std::optional<Bytes> cut_apart(const ComparedDates& dates, const Bytes& freely, const Bytes& shape)
{
  constexpr double surroundings = -1.0, common = 0.0;  // log odds a voxel; as often as any value
  constexpr BulkRule rule{.narrow_mm = 4.0, .least_share = 0.1};
  const auto& block = dates.drawn.block;
  Bytes both(shape.size()), gap(shape.size());
  for (std::size_t n = 0; n < shape.size(); ++n) both[n] = shape[n] & freely[n], gap[n] = shape[n] & ~freely[n] & 1;
  const auto parts_of = [&](const Bytes& bytes) { return bulky_parts(Mask::from_grid(block.follow_up.geometry, bytes), rule).size(); };
  if (parts_of(both) < 2 || parts_of(shape) > 1) return std::nullopt;
  const auto between = described(block, dates.drawn.expected, std::move(gap));
  if (between.evidence > surroundings || between.commonness < common || sharpness(dates, both) <= sharpness(dates, shape))
    return std::nullopt;
  return both;
}

/// On any of them.
bool has_moved_its_border(const std::vector<ComparedSeries>& witnesses)
{
  return std::any_of(witnesses.begin(), witnesses.end(),
                     [](const ComparedSeries& seen) { return has_moved_its_border(seen.block, seen.expected); });
}

FittedLesion followed(const ComparedDates& dates, const std::optional<BrightLevels>& levels, const AdaptConfig& config, bool kept_border)
{
  const auto& block = dates.drawn.block;
  const auto& expected = dates.drawn.expected;
  constexpr double describes = 0.9;
  if (is_told_by_brightness(levels) && levels->hole_share > solid_share)
    return {described(block, expected, bright_lesion(block, expected, *levels)), FollowedBy::Brightness};
  auto radial = radial_fit(dates);
  const bool is_described = radial.shape_agreement >= describes;
  if (kept_border && !has_moved_its_border(dates.witnesses) && (!is_described || agrees_with_kept_border(dates, radial)))
    return {adapted(block, expected, config), FollowedBy::Border};
  auto freely = followed_freely(block, expected, levels, config);
  if (!is_described && radial.evidence < told_evidence && is_contradicted(dates, freely.lesion.inside))
  {
    std::fill(radial.inside.begin(), radial.inside.end(), std::uint8_t{0});
    return by_shape(block, expected, std::move(radial));
  }
  if (!is_described) return freely;
  if (speaks_against(radial) && is_plainly_there(block, expected, freely.lesion.inside))
  {
    freely.is_told = false;
    return freely;
  }
  const OtherAnswer other{count_of(freely.lesion.inside) * block.follow_up.geometry.voxel_volume_mm3(),
                          dice(freely.lesion.inside, radial.inside)};
  auto shape = by_shape(block, expected, std::move(radial));
  freely.has_died = shape.has_died;
  if (is_finer(dates, freely.lesion.inside, shape.lesion.inside)) return freely;
  if (auto parts = cut_apart(dates, freely.lesion.inside, shape.lesion.inside))
    shape.lesion = described(block, expected, std::move(*parts));
  shape.freely = other;
  return shape;
}

/// Whatever its shape, to the last small piece.
Bytes as_drawn_where_unchanged(Bytes inside, const imaging::FloatImage& distance, const imaging::FloatImage& unchanged)
{
  constexpr float surely = 0.9F;
  for (std::size_t n = 0; n < inside.size(); ++n)
    if (unchanged.values[n] >= surely) inside[n] = distance.values[n] < 0.0F ? 1 : 0;
  return inside;
}
}  // namespace

FittedLesion fitted_lesion(const ComparedDates& dates, const std::optional<BrightLevels>& levels, const AdaptConfig& config)
{
  const auto& block = dates.drawn.block;
  const auto& expected = dates.drawn.expected;
  const bool kept_border = has_kept_its_border(block, expected);
  auto found = followed(dates, levels, config, kept_border);
  const auto unchanged = unchanged_share(block, expected);
  auto tidy = without_tongues(found.lesion.inside, block.distance, unchanged);
  if (found.way == FollowedBy::Border && kept_border) tidy = as_drawn_where_unchanged(std::move(tidy), block.distance, unchanged);
  else tidy = without_unlike_spurs(std::move(tidy), dates);
  if (tidy != found.lesion.inside) found.lesion = described(block, expected, std::move(tidy));
  return found;
}
}  // namespace nadir::segmentation
