#pragma once

#include <vector>

#include "imaging/registration/rigid_transform.h"
#include "segmentation/mask/mask.h"
#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// One line of an outline on the screen, from point to point.
struct OutlinePath
{
  std::vector<ViewPoint> points;
  bool is_closed = false;  ///< false only where the view ends; the last point is joined with the first otherwise
};

/// Where the surface of a mask cuts the plane of a view.
///
/// In the mask's acquired plane the mask of the nearest slice is cut half way between voxel centres in and out (marching squares on the
/// slice's own grid); in any other plane a trilinear mask is cut at one half, sampled every half voxel or every pixel, whichever is
/// coarser. `view_to_mask` takes a patient point of the view to the same tissue in the mask.
std::vector<OutlinePath> mask_outline(const segmentation::Mask& mask, const SliceView& view,
                                      const imaging::RigidTransform& view_to_mask = {});
}  // namespace nadir::viewer
