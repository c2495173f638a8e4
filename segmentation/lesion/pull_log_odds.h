#pragma once

#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// Draws the lesion's surface through the ends of the drawn axes: log odds are shifted smoothly so that they are 0 there.
void pull_to_axes(const LesionGrid& grid, const LesionPrompt& prompt, CellValues& log_odds);

/// Beyond the marked first and last slice there is no lesion, and within them it is not gone.
void pull_to_extent(const LesionGrid& grid, CellValues& log_odds);
}  // namespace nadir::segmentation::lesion
