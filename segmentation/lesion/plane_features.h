#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Features that all cells of a plane share: how much its middle looks like the drawn plane's, and what was passed on the way there.
///
/// `signal`: normalised and smoothed; `ratio`: log of core over shell density.
std::vector<std::pair<std::string_view, CellValues>> plane_features(const LesionGrid& grid, const GridImage& image,
                                                                    const CellValues& signal, const CellValues& ratio);
}  // namespace nadir::segmentation::lesion
