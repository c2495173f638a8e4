#include "segmentation/propagation/propagate_lesion.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/units/number_text.h"
#include "segmentation/propagation/bright_levels.h"
#include "segmentation/propagation/change_map.h"
#include "segmentation/propagation/compared_series.h"
#include "segmentation/propagation/expected_values.h"
#include "segmentation/propagation/fit_lesion.h"
#include "segmentation/propagation/refine_border.h"
#include "segmentation/propagation/surely_gone.h"
#include "segmentation/propagation/tidy_lesion.h"
#include "segmentation/propagation/warp_lesion.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

double volume_ml(const Mask& mask) { return static_cast<double>(mask.count()) * mask.geometry().voxel_volume_mm3() / 1000.0; }

constexpr double widest_margin = 45.0;  // mm

/// How far beyond the carried border a lesion may have grown: its own radius, at least 20 mm.
double margin_of(const Mask& lesion)
{
  const double radius = std::cbrt(volume_ml(lesion) * 1000.0 * 0.75 / 3.14159265358979323846);
  return std::clamp(radius + 5.0, 20.0, widest_margin);
}

Mask mask_of(const FollowUpBlock& block, const ImageGeometry& grid, Bytes inside)
{
  return Mask::from_box(grid, {block.first, block.follow_up.geometry.size()}, std::move(inside));
}

Failure failure(PropagationError error)
{
  switch (error)
  {
  case PropagationError::EmptyLesion:
    return {
        error,
        "the baseline lesion is empty (there is nothing to look for). Mark the lesion on the baseline, or on the follow-up if it is new."};
  case PropagationError::NotOnBaseline:
    return {error, "the mask does not lie in the baseline image (the lesion would be looked for in the wrong place). Give the mask that "
                   "was drawn on this series."};
  case PropagationError::OutsideFollowUp:
    return {error,
            "the follow-up does not show the place where the lesion lay (its absence would mean nothing). Choose a series that covers it."};
  case PropagationError::Undecided:
    return {error, "whether the lesion is gone cannot be told: it was not found again, but its place does not look like the surroundings, "
                   "or these have changed, too (a false remission could follow). Mark it on the follow-up, or "
                   "choose a sequence that shows it better."};
  case PropagationError::Unseen:
    return {error, "how large the lesion is now, and whether it is still there, cannot be told: what was found hardly differs from its "
                   "surroundings, and along much of its border the image hardly changes (its size would be a guess). Mark it on the "
                   "follow-up, or choose a sequence that shows it better."};
  case PropagationError::NothingToCompare: break;
  }
  return {PropagationError::NothingToCompare, "too little tissue around the lesion is seen on both dates (change could not be told from "
                                              "position). Choose series that show more, or mark the lesion by hand."};
}

bool lies_on(const Mask& lesion, const ImageGeometry& image)
{
  const auto& box = lesion.box();
  const auto middle = lesion.geometry().voxel_to_patient(ContinuousVoxelIndex{
      box.first.i + 0.5 * (box.size.i - 1), box.first.j + 0.5 * (box.size.j - 1), box.first.k + 0.5 * (box.size.k - 1)});
  const auto p = image.patient_to_voxel(middle);
  return p.i > -0.5 && p.j > -0.5 && p.k > -0.5 && p.i < image.size().i - 0.5 && p.j < image.size().j - 0.5 && p.k < image.size().k - 0.5;
}

bool touches_border(const Mask& mask)
{
  if (mask.is_empty()) return false;
  const auto& b = mask.box();
  const auto& n = mask.geometry().size();
  return b.first.i == 0 || b.first.j == 0 || b.first.k == 0 || b.first.i + b.size.i == n.i || b.first.j + b.size.j == n.j ||
         b.first.k + b.size.k == n.k;
}

std::string ml(double volume) { return format_fixed(volume, 1) + " mL"; }

std::string how_followed(FollowedBy way)
{
  switch (way)
  {
  case FollowedBy::Brightness: return "; followed by its brightness, which told the baseline mask from its surroundings";
  case FollowedBy::Shape: return "; its shape was followed in every direction from its middle";
  case FollowedBy::Border: break;
  }
  return {};
}

std::string others_looked_at(std::size_t count)
{
  return count == 0 ? std::string() : "; looked at on " + std::to_string(count) + " other series of both dates, too";
}

std::string explanation_of(const PropagatedLesion& lesion, const FittedLesion& fitted, std::size_t others)
{
  const auto& found = fitted.lesion;
  if (lesion.fate == LesionFate::Gone)
    return "no lesion: where " + ml(lesion.baseline_ml) +
           " lay at baseline, the follow-up shows values like the surroundings (log odds of lesion " +
           format_fixed(found.carried_evidence, 1) + " a voxel, " + format_fixed(100.0 * found.kept_share, 0) +
           " % of the place still lesion-like)" + others_looked_at(others);
  return ml(lesion.follow_up_ml) + " at follow-up, " + ml(lesion.baseline_ml) + " at baseline; " +
         format_fixed(100.0 * found.kept_share, 0) + " % of the carried lesion's inside belongs to it" + how_followed(fitted.way) +
         others_looked_at(others);
}

struct WitnessPair
{
  imaging::FloatImage baseline;
  imaging::FloatImage follow_up;
  Weighting weighting;
};

/// Everything that a lesion is looked for with.
struct Search
{
  DatedPair dates;
  Weighting weighting;
  std::span<const WitnessPair> witnesses;
  const Mask& lesion;
  std::optional<BrightLevels> levels;
  AdaptConfig config;
};

struct Found
{
  ComparedDates dates;
  FittedLesion fitted;
  std::size_t unheard = 0;  ///< witnesses that do not show the place
};

/// A lesion found more than three times as large or as small as before: what was found wrong without a word were such changes.
bool has_changed_much(const PropagatedLesion& lesion)
{
  constexpr double much = 3.0;
  return lesion.fate == LesionFate::Present && lesion.baseline_ml > 0.0 &&
         std::max(lesion.follow_up_ml / lesion.baseline_ml, lesion.baseline_ml / lesion.follow_up_ml) > much;
}

/// Share of what was found that lies where the lesion lay.
double share_in_place(const PropagatedLesion& lesion, const FittedLesion& fitted)
{
  return lesion.follow_up_ml > 0.0 ? fitted.lesion.kept_share * volume_ml(lesion.carried) / lesion.follow_up_ml : 0.0;
}

/// Neither half of what was found lies where the lesion lay, nor does half of that place belong to it: of 40 phantom lesions that grew,
/// shrank or stayed all others had three quarters of one of both. The one that had not was another tissue, the lesion had grown twelvefold.
bool lies_elsewhere(const PropagatedLesion& lesion, const FittedLesion& fitted)
{
  constexpr double least = 0.5;
  return std::max(fitted.lesion.kept_share, share_in_place(lesion, fitted)) < least;
}

/// Sarcomas followed wrongly by their shape (volumes off by a quarter to four times, hardly brighter than muscle) agreed by 0.52 to 0.84
/// with what was found voxel by voxel, those followed rightly by 0.86 to 0.94. Where the inside has died, voxels alone are known to fail:
/// four of six phantoms below 0.65 were wrong, none of six above.
bool is_disputed(const FittedLesion& fitted)
{
  constexpr double least = 0.85, least_when_dead = 0.65;
  return fitted.freely && fitted.freely->agreement < (fitted.has_died ? least_when_dead : least);
}

/// Share of the lesion's border across which the follow-up's values differ by less than twice what the dates differ by anyway, on the kind
/// of image that shows it best.
double unseen_border(const Found& found)
{
  constexpr double seen = 2.0;  // deviations
  const auto unseen = [&](const ComparedSeries& series)
  { return unseen_share(series.block.follow_up, found.fitted.lesion.inside, seen * series.expected.deviation); };
  double least = unseen(found.dates.drawn);
  for (const auto& witness : found.dates.witnesses) least = std::min(least, unseen(witness));
  return least;
}

/// Mean log odds of the values inside on the kind of image that speaks most for a lesion.
double evidence_of(const Found& found)
{
  double most = found.fitted.lesion.evidence;
  for (const auto& witness : found.dates.witnesses)
    most = std::max(most, described(witness.block, witness.expected, found.fitted.lesion.inside).evidence);
  return most;
}

/// What speaks for what was found.
struct Signs
{
  double evidence = 0.0;  ///< log odds a voxel
  double unseen = 0.0;    ///< of the border
  bool kept_border = false;
};

Signs signs_of(const Found& found)
{
  return {evidence_of(found), unseen_border(found), has_kept_its_border(found.dates.drawn.block, found.dates.drawn.expected)};
}

constexpr double most_unseen = 0.4;  // of the border

/// The border was found to have moved, but neither does the image show it nor do the values within speak for a lesion: of five such answers
/// all were wrong (0.66 to 5.8 times the true volume, a lesion that was gone).
bool is_a_guess(const Signs& signs)
{
  constexpr double least = 0.5;  // log odds a voxel
  return !signs.kept_border && signs.evidence < least && signs.unseen >= most_unseen;
}

/// Whether the values found hardly speak for the lesion: less is enough where its border was not found to have moved.
bool is_hardly_told(const Signs& signs)
{
  constexpr double least_kept = 0.3, least_moved = 0.8;  // log odds a voxel
  return signs.evidence < (signs.kept_border ? least_kept : least_moved);
}

std::vector<std::string> warnings_of(const PropagatedLesion& lesion, const Found& found, const Signs& signs)
{
  const bool is_present = lesion.fate == LesionFate::Present;
  std::vector<std::string> warnings;
  if (volume_ml(lesion.carried) < 0.9 * lesion.baseline_ml && touches_border(lesion.carried))
    warnings.push_back("part of the place where the lesion lay is outside the follow-up image");
  if (touches_border(lesion.mask)) warnings.push_back("the lesion touches the edge of the follow-up image and may be cut off");
  if (is_present && found.fitted.has_died)
    warnings.push_back("its inside no longer looks as at baseline and is unlike its rim (tissue, contrast or the kind of image may have "
                       "changed); the border was found by its rim: look at it in every slice");
  else if (is_present && (is_hardly_told(signs) || !found.fitted.is_told))
    warnings.push_back("its values hardly differ from those of the surroundings: check the border, and whether it is still there");
  if (is_present && signs.unseen >= most_unseen)
    warnings.push_back("along " + format_fixed(100.0 * signs.unseen, 0) +
                       " % of its border the image hardly changes (by less than twice the noise): a change of size can be missed or "
                       "overestimated. Look at the border in every slice, or choose a sequence that shows it better");
  if (is_present && lies_elsewhere(lesion, found.fitted))
    warnings.push_back("most of what was found does not lie where the lesion lay (" +
                       format_fixed(100.0 * share_in_place(lesion, found.fitted), 0) +
                       " % of it do): check that it is the same lesion, and that the dates were brought together rightly there");
  if (is_present && is_disputed(found.fitted))
    warnings.push_back("two ways of following it do not agree (" + ml(lesion.follow_up_ml) + " by its shape, " +
                       ml(found.fitted.freely->volume_mm3 / 1000.0) + " voxel by voxel, agreement " +
                       format_fixed(found.fitted.freely->agreement, 2) + "): its size is in doubt. Look at the border in every slice");
  if (found.fitted.lesion.agreement < least_agreement_of_dates)
    warnings.push_back("the surroundings of the lesion do not look as they did at baseline (correlation " +
                       format_fixed(found.fitted.lesion.agreement, 2) + "): check the border, and that both images are of the same kind");
  if (found.unheard > 0)
    warnings.push_back("other series that had no say: " + std::to_string(found.unheard) +
                       " (they do not show the place whole on both dates, or what lies around it does not agree)");
  if (has_changed_much(lesion))
    warnings.push_back(
        "its volume was found " + format_fixed(lesion.follow_up_ml / lesion.baseline_ml, 2) +
        " times that at baseline, and borders after so large a change are found less surely: look at the border in every slice");
  if (lesion.fate == LesionFate::Gone) warnings.push_back("a reader must confirm that the lesion is gone");
  return warnings;
}

/// Less than this is noise or a vessel: three voxels, or 2 % of the baseline lesion.
bool is_remnant(const Mask& mask, double baseline_ml) { return mask.count() <= 3 || volume_ml(mask) < 0.02 * baseline_ml; }
Result<Found> looked_for(const Search& search, double margin)
{
  auto block = follow_up_block(search.dates, search.lesion, margin);
  if (!block) return failure(PropagationError::OutsideFollowUp);
  const Mask carried = mask_of(*block, search.dates.follow_up.geometry, carried_bytes(*block));
  if (volume_ml(carried) < 0.3 * volume_ml(search.lesion)) return failure(PropagationError::OutsideFollowUp);
  const auto expected = expected_values(*block);
  if (!expected) return failure(PropagationError::NothingToCompare);
  ComparedDates dates{{std::move(*block), *expected, search.weighting}, {}};
  for (const auto& [baseline, follow_up, weighting] : search.witnesses)
    if (auto witness = witness_of(dates.drawn, {baseline, follow_up, search.dates.baseline_to_follow_up}, weighting))
      dates.witnesses.push_back(std::move(*witness));
  auto fitted = fitted_lesion(dates, search.levels, search.config);
  const auto unheard = search.witnesses.size() - dates.witnesses.size();
  return Found{std::move(dates), std::move(fitted), unheard};
}

/// Whether the lesion reaches a side of the block that is no side of the image: it has grown farther than was looked.
bool is_cut_off(const Found& found, const GridSize& image)
{
  const auto& first = found.dates.drawn.block.first;
  const auto& size = found.dates.drawn.block.follow_up.geometry.size();
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        if (found.fitted.lesion.inside[n] == 0) continue;
        const bool low = (i == 0 && first.i > 0) || (j == 0 && first.j > 0) || (k == 0 && first.k > 0);
        const bool high = (i + 1 == size.i && first.i + size.i < image.i) || (j + 1 == size.j && first.j + size.j < image.j) ||
                          (k + 1 == size.k && first.k + size.k < image.k);
        if (low || high) return true;
      }
  return false;
}

Result<PropagatedLesion> judged(const Found& found, const Mask& lesion, const ImageGeometry& grid)
{
  const auto& fitted = found.fitted.lesion;
  PropagatedLesion result{mask_of(found.dates.drawn.block, grid, fitted.inside),
                          mask_of(found.dates.drawn.block, grid, carried_bytes(found.dates.drawn.block)),
                          LesionFate::Present,
                          volume_ml(lesion),
                          0.0,
                          {},
                          {}};
  const Signs signs = signs_of(found);
  if (is_remnant(result.mask, result.baseline_ml) || is_thread(fitted.inside, found.dates.drawn.block.follow_up.geometry))
  {
    if (!is_surely_gone(found.dates, found.fitted)) return failure(PropagationError::Undecided);
    result.fate = LesionFate::Gone;
    result.mask = Mask::from_grid(grid, Bytes(grid.size().voxels(), 0));
  }
  else if (!found.fitted.has_died && is_a_guess(signs)) return failure(PropagationError::Unseen);
  result.follow_up_ml = volume_ml(result.mask);
  result.explanation = explanation_of(result, found.fitted, found.dates.witnesses.size());
  result.warnings = warnings_of(result, found, signs);
  return result;
}

/// Farther around where it has grown beyond what was searched.
Result<Found> looked_for(const Search& search)
{
  const double margin = margin_of(search.lesion);
  auto found = looked_for(search, margin);
  const bool is_to_be_widened = found && margin < widest_margin && is_cut_off(*found, search.dates.follow_up.geometry.size());
  return is_to_be_widened ? looked_for(search, widest_margin) : found;
}
}  // namespace

Result<PropagatedLesion> propagate_lesion(const DatedImages& images, const Mask& lesion,
                                          const imaging::SavedTransform& baseline_to_follow_up, std::span<const DatedImages> witnesses,
                                          const AdaptConfig& config)
{
  if (lesion.is_empty()) return failure(PropagationError::EmptyLesion);
  if (!lies_on(lesion, images.baseline.geometry())) return failure(PropagationError::NotOnBaseline);
  const auto baseline = imaging::float_image_of(images.baseline), follow_up = imaging::float_image_of(images.follow_up);
  std::vector<WitnessPair> others;
  for (const auto& other : witnesses)
    others.push_back({imaging::float_image_of(other.baseline), imaging::float_image_of(other.follow_up), other.weighting});
  const auto levels = bright_levels(baseline, lesion);
  const auto looked_for_by = [&](const imaging::SavedTransform& transform) {
    return looked_for(Search{{baseline, follow_up, transform}, images.weighting, others, lesion, levels, config});
  };
  auto found = looked_for_by(baseline_to_follow_up);
  // A lesion that shrank draws the bending after it, at worst until nothing is left of its place to look at; the bones have not moved.
  if (!found && found.failure().is(PropagationError::OutsideFollowUp) && baseline_to_follow_up.field)
    found = looked_for_by({baseline_to_follow_up.rigid, std::nullopt, baseline_to_follow_up.quality});
  if (!found) return found.failure();
  auto result = judged(*found, lesion, follow_up.geometry);
  if (result && baseline_to_follow_up.quality.even_share)
    result->warnings.push_back(
        "the tissue is too even to tell all around how the dates lie upon each other: what it does not tell was taken "
        "from the patient's coordinates. Check that it is the same place");
  return result;
}
}  // namespace nadir::segmentation
