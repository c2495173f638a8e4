#pragma once

#include "segmentation/lesion/stroke_features.h"
#include "segmentation/lesion/tree_model.h"

namespace nadir::segmentation::lesion
{
/// How the log odds answer to corrections: a model that was shown how far experts' corrections reach (model/stroke.trees).
struct StrokeResponse
{
  const TreeModel& model;
  const CellValues& signal;  ///< as in StrokeScene
  int threads = 1;
};

/// The model shipped for corrections. Parsed once.
const TreeModel& stroke_model();

/// Log odds after the scribble. Cells out of its reach keep theirs.
CellValues after_scribble(const LesionGrid& grid, const Scribble& scribble, const StrokeResponse& response, CellValues log_odds);
}  // namespace nadir::segmentation::lesion
