#pragma once

#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/prompt_kind.h"
#include "segmentation/lesion/tree_model.h"

namespace nadir::segmentation::lesion
{
/// The model shipped for a kind of prompt (model/<kind>.trees, built into the program). Parsed once.
const TreeModel& lesion_model(PromptKind kind);

/// What the model says of an image.
struct ModelAnswer
{
  CellValues log_odds;  ///< cells outside the image or beyond the grid's ellipse: far below 0
  IntensityModel signal;
};

/// Log odds of all cells by a model: the one shipped for this kind, or another of the same features for leave-one-out runs.
ModelAnswer answer_of(const TreeModel& model, const LesionGrid& grid, const GridImage& image, PromptKind kind, int threads);
}  // namespace nadir::segmentation::lesion
