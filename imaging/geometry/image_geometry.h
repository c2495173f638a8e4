#pragma once

#include "imaging/geometry/geometry_error.h"
#include "imaging/geometry/patient_point.h"
#include "imaging/geometry/voxel_index.h"
#include "imaging/result/result.h"

namespace nadir
{
/// Distances between neighbouring voxel centres along i (column to column), j (row to row) and k (slice to slice), mm.
struct VoxelSpacing
{
  double i = 1.0;
  double j = 1.0;
  double k = 1.0;
};

/// Unit vectors in LPS along growing column (i), row (j) and slice (k) index.
struct GridAxes
{
  PatientVector i{1, 0, 0};
  PatientVector j{0, 1, 0};
  PatientVector k{0, 0, 1};
};

/// Where a regular voxel grid lies in the patient. Frame: DICOM patient LPS, mm; the origin is the CENTRE of voxel (0,0,0).
///
/// Invariants, checked by make(): sizes >= 1; spacing finite and > 0; axes orthonormal within 1e-3 and right-handed
/// (i x j = k), so that a left-right flip cannot hide in a geometry. Axes are re-orthonormalised once on entry: k is
/// recomputed as i x j, j as k x i.
class ImageGeometry
{
public:
  static Result<ImageGeometry> make(GridSize size, VoxelSpacing spacing, PatientPoint origin, GridAxes axes);

  PatientPoint voxel_to_patient(ContinuousVoxelIndex index) const;
  PatientPoint voxel_to_patient(VoxelIndex index) const;
  ContinuousVoxelIndex patient_to_voxel(PatientPoint point) const;

  const GridSize& size() const { return size_; }
  const VoxelSpacing& spacing() const { return spacing_; }
  const PatientPoint& origin() const { return origin_; }
  const GridAxes& axes() const { return axes_; }

  /// Volume that one voxel stands for: spacing i x j x k, gaps between slices included.
  double voxel_volume_mm3() const { return spacing_.i * spacing_.j * spacing_.k; }

  /// The same grid of voxels within tolerances: equal size, every corner closer than `corner_tolerance`.
  bool coincides_with(const ImageGeometry& other, Millimeters corner_tolerance) const;

private:
  ImageGeometry(GridSize size, VoxelSpacing spacing, PatientPoint origin, GridAxes axes);

  GridSize size_;
  VoxelSpacing spacing_;
  PatientPoint origin_;
  GridAxes axes_;
};
}  // namespace nadir
