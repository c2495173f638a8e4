#pragma once

#include "imaging/geometry/image_geometry.h"
#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// Where a file says its voxels lie: step from voxel to voxel along each axis (LPS mm) and centre of the first voxel.
struct GridAffine
{
  PatientVector i;
  PatientVector j;
  PatientVector k;
  PatientPoint origin;
};

/// Order of the slices of a file against that of its grid.
enum class SliceOrder
{
  AsStored,
  Reversed,  ///< file slice 0 is the grid's last
};

/// A right-handed grid, and how the file's slices run along it.
struct PlacedGrid
{
  ImageGeometry geometry;
  SliceOrder order = SliceOrder::AsStored;
};

/// Makes a grid of an affine. A mirrored grid is turned over along k, voxels keep their place in the patient.
/// Failure: NoGeometry (not finite, sheared, voxel steps outside 1 um .. 1 m, longer than 10 m, origin farther than 100 m).
Result<PlacedGrid> place_grid(GridSize size, const GridAffine& affine);

/// True when i x j points against k.
bool is_mirrored(const GridAffine& affine);
}  // namespace nadir::imaging
