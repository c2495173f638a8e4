#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Physical values of a whole grid as floats, for algorithms that touch every voxel: i fastest, then j, then k.
/// Frame: that of `geometry` (LPS, mm). Invariant for all functions here: values.size() == geometry.size().voxels().
struct FloatImage
{
  ImageGeometry geometry;
  std::vector<float> values;

  /// Position of a voxel in `values`; the voxel must lie in the grid.
  std::size_t offset(VoxelIndex index) const
  {
    const auto& size = geometry.size();
    return (static_cast<std::size_t>(index.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(index.j)) *
               static_cast<std::size_t>(size.i) +
           static_cast<std::size_t>(index.i);
  }
};

/// The physical values of a volume.
FloatImage float_image_of(const Volume& volume);

/// An image as a volume of stored floats; `unit` as in Volume.
Volume volume_of(FloatImage image, std::string unit = {});

/// Value between voxel centres by trilinear interpolation. Inside means within half a voxel of the outermost centres, where the border
/// value goes on; along an axis of one voxel likewise. Outside, or where the interpolation meets a value that is not finite: nullopt.
std::optional<float> sample(const FloatImage& image, ContinuousVoxelIndex index);
std::optional<float> sample(const FloatImage& image, PatientPoint point);
}  // namespace nadir::imaging
