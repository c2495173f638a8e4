#pragma once

#include "imaging/geometry/image_geometry.h"
#include "imaging/registration/rigid_transform.h"

namespace nadir::imaging
{
/// Voxel index of one grid -> voxel index of another through a rigid transform between their patient frames: one affine map, no frame
/// change a voxel. Index units on both sides.
class IndexMap
{
public:
  IndexMap(const ImageGeometry& from, const RigidTransform& transform, const ImageGeometry& to)
  {
    const auto place = [&](double i, double j, double k) {
      return to.patient_to_voxel(transform(from.voxel_to_patient(ContinuousVoxelIndex{i, j, k})));
    };
    origin_ = place(0, 0, 0);
    i_ = difference(place(1, 0, 0), origin_);
    j_ = difference(place(0, 1, 0), origin_);
    k_ = difference(place(0, 0, 1), origin_);
  }

  ContinuousVoxelIndex operator()(double i, double j, double k) const
  {
    return {origin_.i + i * i_.i + j * j_.i + k * k_.i, origin_.j + i * i_.j + j * j_.j + k * k_.j,
            origin_.k + i * i_.k + j * j_.k + k * k_.k};
  }

  /// Gradient along the axes of `to` (per voxel) -> gradient along the axes of `from` (per voxel).
  ContinuousVoxelIndex gradient_back(const ContinuousVoxelIndex& g) const
  {
    return {g.i * i_.i + g.j * i_.j + g.k * i_.k, g.i * j_.i + g.j * j_.j + g.k * j_.k, g.i * k_.i + g.j * k_.j + g.k * k_.k};
  }

private:
  static ContinuousVoxelIndex difference(const ContinuousVoxelIndex& a, const ContinuousVoxelIndex& b)
  {
    return {a.i - b.i, a.j - b.j, a.k - b.k};
  }

  ContinuousVoxelIndex origin_;
  ContinuousVoxelIndex i_;
  ContinuousVoxelIndex j_;
  ContinuousVoxelIndex k_;
};
}  // namespace nadir::imaging
