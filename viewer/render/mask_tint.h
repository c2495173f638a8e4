#pragma once

#include <span>

#include "viewer/render/slice_recipe.h"
#include "viewer/render/view_to_voxel.h"

namespace nadir::viewer
{
/// Tints the pixels of a view whose nearest voxel lies in a mask.
class MaskTint
{
public:
  MaskTint(const TintLayer& layer, const SliceView& view);
  /// Paints over pixel row y of the view.
  void paint(int y, std::span<Argb> pixels) const;

private:
  TintLayer layer_;
  ViewToVoxel map_;
  int opacity_;
  int top_ = 0, bottom_ = 0, left_ = 0, right_ = 0;  // pixels that the mask's box may touch
};
}  // namespace nadir::viewer
