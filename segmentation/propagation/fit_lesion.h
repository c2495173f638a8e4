#pragma once

#include <optional>

#include "segmentation/propagation/adapt_lesion.h"
#include "segmentation/propagation/bright_levels.h"

namespace nadir::segmentation
{
enum class FollowedBy
{
  Border,      ///< adapted(): what has changed, place, edges; dead tissue within the lesion stays in
  Brightness,  ///< bright_lesion(): the reader's mask holds what is bright, and so does this
};

struct FittedLesion
{
  AdaptedLesion lesion;
  FollowedBy way = FollowedBy::Border;
};

/// Whether brightness alone tells what the reader called lesion (agreement of at least 0.75).
bool is_told_by_brightness(const std::optional<BrightLevels>& levels);

/// The carried lesion fitted to the follow-up. A mask that leaves dark tissue out (holes of more than 3 %) and is told by brightness is
/// followed by brightness alone; a solid one in both ways, with holes filled: the bright one is taken where its border is sharper, it holds at
/// least 80 % of the other (otherwise the lesion has died in part), and the border has moved at all: where it has not, it stays as it was
/// drawn, however generously, so that a way of drawing is not taken for growth.
FittedLesion fitted_lesion(const FollowUpBlock& block, const ExpectedValues& expected, const std::optional<BrightLevels>& levels,
                           const AdaptConfig& config);
}  // namespace nadir::segmentation
