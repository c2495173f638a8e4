#pragma once

#include "measure/size/pixel_slice.h"
#include "segmentation/mask/mask.h"

namespace nadir::measure
{
enum class GridAxis
{
  I,
  J,
  K,
};

/// The box of a mask seen as a stack of slices across one axis of its grid. Keeps a reference to the mask.
///
/// In-plane axes (columns, rows): across K (i, j), across I (j, k), across J (k, i), so that columns x rows = slice direction.
/// Slices are numbered from 0 within the box; grid_index() gives the number within the grid.
class MaskSlices
{
public:
  MaskSlices(const segmentation::Mask& mask, GridAxis across);

  int count() const;
  int grid_index(int slice) const;
  double spacing() const;     ///< mm between slices
  double pixel_area() const;  ///< mm^2
  PixelSlice slice(int number) const;
  PatientPoint to_patient(PlanePoint point, int slice) const;

private:
  const segmentation::Mask& mask_;
  GridAxis across_;
};

/// The axis across which the mask's images were acquired: K, unless another axis has a spacing at least 2 times that of both
/// others (a stack whose thick direction is not its last index).
GridAxis acquisition_axis(const VoxelSpacing& spacing);
}  // namespace nadir::measure
