#pragma once

#include <vector>

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
  CellValues log_odds; ///< cells outside the image or beyond the grid's ellipse: far below 0
  IntensityModel signal;
};

/// A model that has a say in an answer.
struct ModelShare
{
  const TreeModel* model = nullptr; ///< never null
  float share = 1.0F;
};

/// Log odds of all cells: those of the models, each by its share. All of them know the features of lesion_features().
ModelAnswer answer_of(const std::vector<ModelShare>& models, const LesionGrid& grid, const GridImage& image, PromptKind kind, int threads);
} // namespace nadir::segmentation::lesion
