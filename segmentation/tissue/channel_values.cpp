#include "segmentation/tissue/channel_values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "imaging/registration/fixed_chunks.h"
#include "segmentation/tissue/part_sampler.h"

namespace nadir::segmentation
{
namespace
{
ContinuousVoxelIndex difference(ContinuousVoxelIndex a, ContinuousVoxelIndex b) { return {a.i - b.i, a.j - b.j, a.k - b.k}; }

struct Range
{
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void include(double value) { low = std::min(low, value), high = std::max(high, value); }
  /// Whole voxels around the range within 0..count-1, one to spare for interpolation: first and number.
  std::pair<int, int> voxels(int count) const
  {
    const auto first = static_cast<int>(std::clamp(std::floor(low) - 1.0, 0.0, static_cast<double>(count)));
    const auto last = static_cast<int>(std::clamp(std::ceil(high) + 1.0, -1.0, static_cast<double>(count - 1)));
    return {first, std::max(last - first + 1, 0)};
  }
};

VoxelBox box_around(const ImageGeometry& grid, const std::array<ContinuousVoxelIndex, 8>& corners)
{
  Range i, j, k;
  for (const auto& corner : corners) i.include(corner.i), j.include(corner.j), k.include(corner.k);
  const auto [first_i, size_i] = i.voxels(grid.size().i);
  const auto [first_j, size_j] = j.voxels(grid.size().j);
  const auto [first_k, size_k] = k.voxels(grid.size().k);
  return {{first_i, first_j, first_k}, {size_i, size_j, size_k}};
}

ImageGeometry geometry_of_part(const ImageGeometry& grid, const VoxelBox& box)
{
  return ImageGeometry::make(box.size, grid.spacing(), grid.voxel_to_patient(box.first), grid.axes()).value();
}
}  // namespace

ContinuousVoxelIndex ChannelReader::IndexMap::operator()(VoxelIndex voxel) const
{
  const double i = voxel.i, j = voxel.j, k = voxel.k;
  return {origin.i + i * per_i.i + j * per_j.i + k * per_k.i, origin.j + i * per_i.j + j * per_j.j + k * per_k.j,
          origin.k + i * per_i.k + j * per_j.k + k * per_k.k};
}

ChannelReader::IndexMap ChannelReader::map_between(const ImageGeometry& from, const ImageGeometry& to,
                                                   const imaging::RigidTransform& transform)
{
  const auto there = [&](int i, int j, int k) { return to.patient_to_voxel(transform(from.voxel_to_patient(VoxelIndex{i, j, k}))); };
  const auto origin = there(0, 0, 0);
  return {origin, difference(there(1, 0, 0), origin), difference(there(0, 1, 0), origin), difference(there(0, 0, 1), origin)};
}

ChannelReader::ChannelReader(const TissueChannel& channel, const ImageGeometry& lesion_grid, const VoxelBox& block)
{
  const auto& grid = channel.image->geometry();
  const auto whole = map_between(lesion_grid, grid, channel.mask_to_image);
  std::array<ContinuousVoxelIndex, 8> corners{};
  for (std::size_t n = 0; n < corners.size(); ++n)
    corners[n] = whole({block.first.i + (n & 1 ? block.size.i : -1), block.first.j + (n & 2 ? block.size.j : -1),
                        block.first.k + (n & 4 ? block.size.k : -1)});
  const auto box = box_around(grid, corners);
  if (box.size.voxels() == 0 || box.size.i <= 0 || box.size.j <= 0 || box.size.k <= 0) return;
  image_ = channel.image;
  box_ = box;
  map_ = map_between(lesion_grid, geometry_of_part(grid, box), channel.mask_to_image);
}

std::vector<float> ChannelReader::at(std::span<const VoxelIndex> voxels) const
{
  std::vector<float> values(voxels.size(), std::numeric_limits<float>::quiet_NaN());
  if (!image_) return values;
  std::visit(
      [&](const auto& stored)
      {
        const PartSampler sampler(stored, *image_, box_);
        imaging::for_fixed_chunks(voxels.size(),
                                  [&](const imaging::Chunk& chunk)
                                  {
                                    for (std::size_t n = chunk.first; n < chunk.last; ++n) values[n] = sampler(map_(voxels[n]));
                                  });
      },
      image_->stored());
  return values;
}

bool ChannelReader::sees_any(std::span<const VoxelIndex> voxels) const
{
  if (!image_) return false;
  return std::visit(
      [&](const auto& stored)
      {
        const PartSampler sampler(stored, *image_, box_);
        return std::ranges::any_of(voxels, [&](VoxelIndex voxel) { return std::isfinite(sampler(map_(voxel))); });
      },
      image_->stored());
}
}  // namespace nadir::segmentation
