#pragma once

#include "imaging/geometry/image_geometry.h"
#include "imaging/registration/rigid_transform.h"
#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// The affine way from the pixels of a view to the continuous voxel index of a grid: index = origin + x * per_x + y * per_y, where x and y
/// count pixels and (0, 0) is the centre of the first one.
struct ViewToVoxel
{
  ContinuousVoxelIndex origin;
  ContinuousVoxelIndex per_x;
  ContinuousVoxelIndex per_y;

  ContinuousVoxelIndex at(double x, double y) const
  {
    return {origin.i + x * per_x.i + y * per_y.i, origin.j + x * per_x.j + y * per_y.j, origin.k + x * per_x.k + y * per_y.k};
  }
};

/// `view_to_grid` takes a patient point of the view to the same tissue in the grid.
ViewToVoxel view_to_voxel(const SliceView& view, const ImageGeometry& geometry, const imaging::RigidTransform& view_to_grid = {});
}  // namespace nadir::viewer
