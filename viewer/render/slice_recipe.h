#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "imaging/registration/rigid_transform.h"
#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"
#include "viewer/render/color_map.h"
#include "viewer/render/display_window.h"
#include "viewer/render/plane_sampler.h"
#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// One image as it enters a picture.
struct ImageLayer
{
  std::shared_ptr<const imaging::Volume> volume;
  DisplayWindow window;
  ColorMap colors = ColorMap::Gray;
  imaging::RigidTransform view_to_volume{};  ///< from the view's patient frame to this image's
};

/// An image laid over another. Values at or below the window's low end are transparent and the lowest quarter of
/// the window fades in, so that only what stands out covers anatomy.
struct FusedLayer
{
  ImageLayer image;
  double opacity = 0.5;  ///< 0 to 1
};

/// Voxels that are tinted. The mask's own grid; nearest voxel.
struct TintLayer
{
  segmentation::Mask mask;
  Argb color = 0xffff0000;
  double opacity = 0.35;  ///< 0 to 1
  imaging::RigidTransform view_to_mask{};
};

/// Everything that decides the pixels of one view. A value: the same recipe gives the same pixels.
struct SliceRecipe
{
  SliceView view;
  ImageLayer base;
  Interpolation interpolation = Interpolation::Linear;
  std::optional<ImageLayer> subtracted;  ///< base - this, value by value; its window and colors are not used
  std::optional<FusedLayer> fused;
  std::vector<TintLayer> tints;  ///< later ones cover earlier ones
};
}  // namespace nadir::viewer
