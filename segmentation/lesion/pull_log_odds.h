#pragma once

#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// Draws the lesion's surface through the ends of the drawn axes: log odds are shifted smoothly so that they are 0 there.
void pull_to_axes(const LesionGrid& grid, const LesionPrompt& prompt, CellValues& log_odds);

/// Beyond the marked first and last slice there is no lesion, and within them it is not gone.
void pull_to_extent(const LesionGrid& grid, CellValues& log_odds);

/// Log odds after strokes, one after the other.
///
/// A stroke tells more than the voxels it paints: it was set in the middle of an error. So the surface moves about as far beyond the
/// stroke as the stroke lies from the surface, by a shift of the log odds that fades out with the distance; where edges steepen the log
/// odds, it stops there.
void pull_to_strokes(const LesionGrid& grid, const std::vector<Stroke>& strokes, CellValues& log_odds);
}  // namespace nadir::segmentation::lesion
