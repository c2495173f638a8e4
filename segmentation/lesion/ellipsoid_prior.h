#pragma once

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Log odds of the two half ellipsoids of the prompt alone: what is left to say without contrast. 0 on their surface.
CellValues ellipsoid_log_odds(const LesionGrid& grid);
}  // namespace nadir::segmentation::lesion
