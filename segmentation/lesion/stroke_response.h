#pragma once

#include <vector>

#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// What a stroke may know of the image when it spreads.
struct StrokeScene
{
  const LesionGrid& grid;
  const GridImage& image;
};

/// Log odds after strokes: each turns its neighbourhood as far as no edge of the image stands between.
CellValues after_strokes(const StrokeScene& scene, const CellValues& log_odds, const std::vector<Stroke>& strokes);
}  // namespace nadir::segmentation::lesion
