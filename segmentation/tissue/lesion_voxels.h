#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// The voxels of a lesion and of the layer around it (one in-plane voxel wide), as a list with neighbours and depth.
///
/// The lesion's voxels come first, in grid order; the layer follows. Depth in mm: from a voxel's centre to the nearest centre on the other
/// side of the contour, less half an in-plane voxel; positive inside. The grid's border is no contour: a lesion cut by it goes on.
class LesionVoxels
{
public:
  static constexpr std::int32_t none = -1;
  /// Neighbours along -i, +i, -j, +j, -k, +k; `none` where there is none in the list.
  using Neighbours = std::array<std::int32_t, 6>;

  explicit LesionVoxels(const Mask& lesion);

  std::size_t lesion_count() const { return lesion_count_; }
  /// Lesion and layer together.
  std::size_t count() const { return voxels_.size(); }
  const std::vector<VoxelIndex>& voxels() const { return voxels_; }
  const std::vector<float>& depth() const { return depth_; }
  const std::vector<Neighbours>& neighbours() const { return neighbours_; }
  /// The larger in-plane spacing, mm.
  double in_plane_spacing() const { return in_plane_spacing_; }
  /// Part of a contact's weight along i, j and k: the smallest spacing divided by the one along the axis.
  const std::array<float, 3>& contact_weights() const { return contact_weights_; }
  const ImageGeometry& geometry() const { return geometry_; }
  /// The voxels among the first `selected.size()` that are not 0, as a mask.
  Mask mask_of(const std::vector<std::uint8_t>& selected) const;

private:
  /// `number`: place in the list of each voxel of the box, or `none`.
  void find_neighbours(const std::vector<std::int32_t>& number);
  Neighbours neighbours_of(VoxelIndex voxel, const std::vector<std::int32_t>& number) const;

  ImageGeometry geometry_;
  VoxelBox box_;
  std::size_t lesion_count_ = 0;
  double in_plane_spacing_ = 1.0;
  std::array<float, 3> contact_weights_{1, 1, 1};
  std::vector<VoxelIndex> voxels_;
  std::vector<float> depth_;
  std::vector<Neighbours> neighbours_;
};

/// The box grown by a margin of voxels on each side, cut at the grid's border.
VoxelBox grown(const VoxelBox& box, VoxelIndex margin, const GridSize& grid);

/// One byte a voxel of `box`: 1 inside the mask.
std::vector<std::uint8_t> bytes_of(const Mask& mask, const VoxelBox& box);
}  // namespace nadir::segmentation
