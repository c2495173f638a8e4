#pragma once

#include <memory>
#include <vector>

#include "viewer/render/sampling_way.h"

namespace nadir::viewer
{
/// Any plane: eight voxels a pixel, read from the volume's own memory. Where all eight lie in the grid, a pixel is stepped to without any
/// test; the border of half a voxel is taken with care.
class PlaneSampler::AcrossAxes : public PlaneSampler::Way
{
public:
  AcrossAxes(std::shared_ptr<const imaging::Volume> volume, int width, Interpolation interpolation, const ViewToVoxel& map);

  PixelSpan row(int y, std::span<float> values) const override;

private:
  /// Pixels of row y of which the index lies within [low, size - high] on every axis.
  PixelSpan within(int y, double low, double high) const;
  template <class Voxel> void fill_inner(const Voxel* voxels, int y, PixelSpan inner, std::span<float> values) const;
  template <class Voxel> float with_care(const Voxel* voxels, ContinuousVoxelIndex at) const;

  std::shared_ptr<const imaging::Volume> volume_;
  int width_;
  Interpolation interpolation_;
  ViewToVoxel map_;
  std::vector<float> slope_, intercept_;  // of each slice
};
}  // namespace nadir::viewer
