#pragma once

#include <string_view>
#include <vector>

#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// What the model sees of each cell: place in the prompt's frame, signal relative to core and shell, edges met on the ways to it.
///
/// Nothing tells how far the image's border is: cells beyond it count as unknown, and no feature uses the image's size.
/// Lateral directions have no sign: a lesion and its mirror image look the same.
struct LesionFeatures
{
  std::vector<std::string_view> names;
  std::vector<CellValues> columns;  ///< one value a cell, in the order of the names
};

LesionFeatures lesion_features(const LesionGrid& grid, const GridImage& image, const IntensityModel& model, int threads);
}  // namespace nadir::segmentation::lesion
