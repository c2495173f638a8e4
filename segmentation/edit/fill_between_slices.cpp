#include "segmentation/edit/fill_between_slices.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "segmentation/edit/voxel_block.h"
#include "segmentation/mask/distance_map.h"
#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
namespace
{
/// Indices within a slice, between voxel centres.
struct SlicePlace
{
  double i = 0.0;
  double j = 0.0;
};

/// Voxels to either side of a center, or of a box.
struct Reach
{
  int i = 0;
  int j = 0;
};

/// What one slice holds.
struct DrawnSlice
{
  detail::VoxelBlock block;  ///< the smallest one around it, one slice thick
  SlicePlace center;         ///< of its voxels, in the grid's indices
  Reach reach;               ///< from the center to the farthest side of the block
};

/// Signed distance in mm to the outline in one slice, which lies half way between voxels in and out: negative inside. Known on the box and
/// `rim` voxels around it, which is all that its neighbours ask for.
struct SliceShape
{
  int k = 0;
  VoxelIndex first;  ///< of the box with its rim
  GridSize size;
  std::vector<float> distance;
  SlicePlace center;
};

detail::VoxelBlock block_in_slice(const Mask& mask, int k)
{
  const VoxelBox slice{{mask.box().first.i, mask.box().first.j, k}, {mask.box().size.i, mask.box().size.j, 1}};
  const auto alone = detail::mask_of(mask.geometry(), detail::block_of(mask, slice));
  return detail::block_of(alone, alone.box());
}

SlicePlace center_of(const detail::VoxelBlock& block)
{
  double sum_i = 0.0, sum_j = 0.0, count = 0.0;
  for (int j = 0; j < block.box.size.j; ++j)
  {
    const auto row = block.row(block.box.first.j + j, block.box.first.k);
    for (std::size_t n = 0; n < row.size(); ++n)
      if (row[n] != 0)
      {
        sum_i += block.box.first.i + static_cast<double>(n);
        sum_j += block.box.first.j + j;
        count += 1.0;
      }
  }
  return {sum_i / count, sum_j / count};
}

/// Values of a slice with its rim, and the points half way between its voxels: twice as fine, so that an outline has points of its own
/// and both sides are measured to the same ones.
class FineSlice
{
public:
  FineSlice(const detail::VoxelBlock& block, Reach rim)
      : size_{block.box.size.i + 2 * rim.i, block.box.size.j + 2 * rim.j, 1}, inside_(size_.voxels())
  {
    for (int j = 0; j < block.box.size.j; ++j)
    {
      const auto row = block.row(block.box.first.j + j, block.box.first.k);
      std::copy(row.begin(), row.end(), inside_.begin() + static_cast<std::ptrdiff_t>(index(rim.i, j + rim.j)));
    }
  }

  /// Distance in mm from each voxel centre to the nearest point of the outline, negative inside.
  std::vector<float> signed_distances(const VoxelSpacing& spacing) const
  {
    auto squared = outline_points();
    squared_distances(squared, fine_size(), {0.5 * spacing.i, 0.5 * spacing.j, 1.0});
    std::vector<float> result(inside_.size());
    for (int j = 0; j < size_.j; ++j)
      for (int i = 0; i < size_.i; ++i)
      {
        const float distance = std::sqrt(squared[fine_index(2 * i, 2 * j)]);
        result[index(i, j)] = inside_[index(i, j)] != 0 ? -distance : distance;
      }
    return result;
  }

  const GridSize& size() const { return size_; }

private:
  GridSize fine_size() const { return {2 * size_.i - 1, 2 * size_.j - 1, 1}; }
  std::size_t index(int i, int j) const
  {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(size_.i) + static_cast<std::size_t>(i);
  }
  std::size_t fine_index(int i, int j) const
  {
    return static_cast<std::size_t>(j) * static_cast<std::size_t>(fine_size().i) + static_cast<std::size_t>(i);
  }

  std::vector<float> outline_points() const
  {
    std::vector<float> points(fine_size().voxels(), no_source);
    for (int j = 0; j < size_.j; ++j)
      for (int i = 0; i < size_.i; ++i)
      {
        if (i + 1 < size_.i && inside_[index(i, j)] != inside_[index(i + 1, j)]) points[fine_index(2 * i + 1, 2 * j)] = 0.0f;
        if (j + 1 < size_.j && inside_[index(i, j)] != inside_[index(i, j + 1)]) points[fine_index(2 * i, 2 * j + 1)] = 0.0f;
      }
    return points;
  }

  GridSize size_;
  std::vector<std::uint8_t> inside_;
};

DrawnSlice drawn_slice(detail::VoxelBlock block)
{
  const auto& box = block.box;
  const auto center = center_of(block);
  const auto reach = [](double middle, int first, int size)
  { return static_cast<int>(std::ceil(std::max(middle - first, first + size - 1 - middle))); };
  const Reach farthest{reach(center.i, box.first.i, box.size.i), reach(center.j, box.first.j, box.size.j)};
  return {std::move(block), center, farthest};
}

std::vector<DrawnSlice> drawn_slices(const Mask& mask)
{
  std::vector<DrawnSlice> slices;
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    if (auto block = block_in_slice(mask, k); !block.voxels.empty()) slices.push_back(drawn_slice(std::move(block)));
  return slices;
}

/// How far around slice `n` distances are needed: as far as the slices before and after it reach, and one voxel of background.
Reach rim_of(const std::vector<DrawnSlice>& slices, std::size_t n)
{
  Reach rim{2, 2};
  const auto& own = slices[n];
  const auto include = [&](const Reach& other)
  {
    const int shortest_i = own.block.box.size.i - 1 - own.reach.i, shortest_j = own.block.box.size.j - 1 - own.reach.j;
    rim = {std::max(rim.i, other.i - shortest_i + 2), std::max(rim.j, other.j - shortest_j + 2)};
  };
  if (n > 0) include(slices[n - 1].reach);
  if (n + 1 < slices.size()) include(slices[n + 1].reach);
  return rim;
}

SliceShape shape_of(const DrawnSlice& slice, Reach rim, const VoxelSpacing& spacing)
{
  const FineSlice fine(slice.block, rim);
  const auto& first = slice.block.box.first;
  return {first.k, {first.i - rim.i, first.j - rim.j, first.k}, fine.size(), fine.signed_distances(spacing), slice.center};
}

/// Signed distance at a place, between voxel centres linear; outside what is known that of its border.
double distance_at(const SliceShape& shape, SlicePlace place)
{
  const double i = std::clamp(place.i - shape.first.i, 0.0, shape.size.i - 1.0),
               j = std::clamp(place.j - shape.first.j, 0.0, shape.size.j - 1.0);
  const auto left = static_cast<std::size_t>(i), top = static_cast<std::size_t>(j), columns = static_cast<std::size_t>(shape.size.i);
  const auto right = std::min(left + 1, columns - 1), bottom = std::min(top + 1, static_cast<std::size_t>(shape.size.j) - 1);
  const double along = i - static_cast<double>(left), down = j - static_cast<double>(top);
  const auto at = [&](std::size_t column, std::size_t row) { return static_cast<double>(shape.distance[row * columns + column]); };
  const double upper = at(left, top) + along * (at(right, top) - at(left, top));
  const double lower = at(left, bottom) + along * (at(right, bottom) - at(left, bottom));
  return upper + down * (lower - upper);
}

/// Between two drawn slices: `share` of the way from the lower to the upper one.
class Passage
{
public:
  Passage(const SliceShape& from, const SliceShape& to) : from_(from), to_(to) {}

  void fill(detail::VoxelBlock& block, int k) const
  {
    const double share = static_cast<double>(k - from_.k) / (to_.k - from_.k);
    const SlicePlace center{from_.center.i + share * (to_.center.i - from_.center.i),
                            from_.center.j + share * (to_.center.j - from_.center.j)};
    for (int j = block.box.first.j; j < block.box.first.j + block.box.size.j; ++j)
    {
      const auto row = block.row(j, k);
      for (std::size_t n = 0; n < row.size(); ++n)
        if (mixed_distance({block.box.first.i + static_cast<double>(n) - center.i, j - center.j}, share) < 0.0) row[n] = 1;
    }
  }

private:
  double mixed_distance(SlicePlace offset, double share) const
  {
    const auto distance = [&](const SliceShape& shape) {
      return distance_at(shape, {shape.center.i + offset.i, shape.center.j + offset.j});
    };
    return (1.0 - share) * distance(from_) + share * distance(to_);
  }

  const SliceShape& from_;
  const SliceShape& to_;
};

void fill_gaps(const std::vector<DrawnSlice>& drawn, const VoxelSpacing& spacing, detail::VoxelBlock& block)
{
  std::vector<SliceShape> shapes;
  for (std::size_t n = 0; n < drawn.size(); ++n) shapes.push_back(shape_of(drawn[n], rim_of(drawn, n), spacing));
  for (std::size_t n = 1; n < shapes.size(); ++n)
    for (int k = shapes[n - 1].k + 1; k < shapes[n].k; ++k) Passage(shapes[n - 1], shapes[n]).fill(block, k);
}
}  // namespace

Result<Mask> fill_between_slices(const Mask& mask)
{
  const auto drawn = drawn_slices(mask);
  if (static_cast<int>(drawn.size()) == mask.box().size.k)
    return Failure(EditError::NothingBetween, "no slice is missing between drawn ones (there is nothing to fill). "
                                              "Draw the lesion in two slices or more with slices between them.");
  auto block = detail::block_of(mask, mask.box());
  fill_gaps(drawn, mask.geometry().spacing(), block);
  return detail::mask_of(mask.geometry(), std::move(block));
}
}  // namespace nadir::segmentation
