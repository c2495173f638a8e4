#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "viewer/model/image_library.h"
#include "viewer/model/reading_model.h"
#include "viewer/render/slice_recipe.h"

namespace nadir::viewer
{
/// All that a mode knows of the view under the pointer. Patient points are in the frame of its image (LPS mm).
struct ViewContext
{
  SliceView view;
  DisplayWindow window;
  double window_reach = 1.0;                      ///< width of the automatic window
  double pixel_ratio = 1.0;                       ///< device pixels in a logical one
  std::shared_ptr<const imaging::Volume> volume;  ///< nullptr while it is not loaded: nothing can be measured
  SeriesUid series;
  std::vector<SopInstanceUid> slices;                  ///< image of each slice k; empty when unknown
  std::optional<reading::DrawnCaliper> caliper;        ///< of the lesion at hand, at the time point of this view
  std::map<std::size_t, reading::DrawnCaliper> parts;  ///< of the lesion at hand where it fell apart (rule T4): lines by number of the part
  std::optional<segmentation::Mask> mask;              ///< the same; a proposal that is not decided on counts
};
}  // namespace nadir::viewer
