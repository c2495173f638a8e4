#pragma once

#include <optional>

#include "segmentation/propagation/adapt_lesion.h"
#include "segmentation/propagation/bright_levels.h"
#include "segmentation/propagation/compared_series.h"

namespace nadir::segmentation
{
enum class FollowedBy
{
  Border,      ///< adapted(): what has changed, place, edges; dead tissue within the lesion stays in
  Brightness,  ///< bright_lesion(): the reader's mask holds what is bright, and so does this
  Shape,       ///< radial_fit(): the carried shape shrunk or grown in each direction
};

/// What the way that was not followed found.
struct OtherAnswer
{
  double volume_mm3 = 0.0;
  double agreement = 1.0;  ///< Dice with the way that was followed
};

struct FittedLesion
{
  AdaptedLesion lesion;
  FollowedBy way = FollowedBy::Border;
  /// Where a shape was followed: what was found voxel by voxel.
  std::optional<OtherAnswer> freely = std::nullopt;
  bool is_told = true;    ///< false: what was found is hardly likelier than no lesion
  bool has_died = false;  ///< its inside no longer looks as at baseline, within a rim that does
  bool may_hide = false;  ///< when nothing was found: a twentieth of the lesion could be there unseen, or something strange is there
};

/// Whether brightness alone tells what the reader called lesion (agreement of at least 0.75).
bool is_told_by_brightness(const std::optional<BrightLevels>& levels);

/// The carried lesion fitted to the follow-up. A mask that leaves dark tissue out (holes of more than 3 %) and is told by brightness is
/// followed by brightness alone. A solid one whose border has not moved stays as it was drawn, however generously or ragged, so that a way
/// of drawing is not taken for a change. Otherwise its shape is fitted (`radial_fit`); it is followed freely, by border or by brightness,
/// where its shape is none that radii from one middle describe, or where what is found freely agrees by and large and has the sharper
/// border, seen all around.
FittedLesion fitted_lesion(const ComparedDates& dates, const std::optional<BrightLevels>& levels, const AdaptConfig& config);
}  // namespace nadir::segmentation
