#pragma once

#include <memory>
#include <vector>

#include "segmentation/lesion/border_evidence.h"
#include "segmentation/lesion/lesion_grid.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/lesion/tree_model.h"

namespace nadir::segmentation
{
/// What a first mask leaves behind for the next stroke.
struct LesionState
{
  std::shared_ptr<const imaging::Volume> image;  ///< first channel
  LesionPrompt prompt;                           ///< with all strokes so far
  lesion::LesionGrid grid;
  lesion::CellValues log_odds;                      ///< after as many of the prompt's strokes as `applied` says
  lesion::CellValues signal;                        ///< of the best channel: normalised, smoothed
  const lesion::TreeModel* stroke_model = nullptr;  ///< never null; outlives the state
  std::size_t applied = 0;
  int channel = 0;
  lesion::BorderEvidence border;                            ///< of the best channel
  std::shared_ptr<const lesion::BorderShift> border_shift;  ///< made once, before strokes; null: the image says nothing of the border
  std::vector<std::string> warnings;                        ///< of the first mask
};
}  // namespace nadir::segmentation
