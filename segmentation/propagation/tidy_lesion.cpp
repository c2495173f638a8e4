#include "segmentation/propagation/tidy_lesion.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <utility>

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;
using Voxels = std::vector<std::size_t>;

std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

/// Voxels of value `from` that hang together by faces with `start`; they get the value `mark`.
Voxels flooded(Bytes& bytes, const GridSize& size, std::size_t start, std::uint8_t mark)
{
  const std::uint8_t from = bytes[start];
  const std::size_t row = as_size(size.i), slice = row * as_size(size.j);
  Voxels reached{start};
  bytes[start] = mark;
  const auto visit = [&](bool exists, std::size_t there)
  {
    if (!exists || bytes[there] != from) return;
    bytes[there] = mark;
    reached.push_back(there);
  };
  for (std::size_t next = 0; next < reached.size(); ++next)
  {
    const std::size_t here = reached[next], i = here % row, j = here / row % as_size(size.j), k = here / slice;
    visit(i > 0, here - 1);
    visit(i + 1 < row, here + 1);
    visit(j > 0, here - row);
    visit(j + 1 < as_size(size.j), here + row);
    visit(k > 0, here - slice);
    visit(k + 1 < as_size(size.k), here + slice);
  }
  return reached;
}

std::vector<Voxels> parts_of(Bytes bytes, const GridSize& size)
{
  std::vector<Voxels> parts;
  for (std::size_t n = 0; n < bytes.size(); ++n)
    if (bytes[n] == 1) parts.push_back(flooded(bytes, size, n, 2));
  return parts;
}

void fill_slice_holes(Bytes& inside, const GridSize& size)
{
  const std::size_t slice = as_size(size.i) * as_size(size.j);
  const GridSize one{size.i, size.j, 1};
  for (std::size_t k = 0; k < as_size(size.k); ++k)
  {
    const auto first = inside.begin() + static_cast<std::ptrdiff_t>(k * slice);
    Bytes plane(first, first + static_cast<std::ptrdiff_t>(slice));
    const auto open = [&](int i, int j)
    {
      const std::size_t n = as_size(j) * as_size(size.i) + as_size(i);
      if (plane[n] == 0) flooded(plane, one, n, 3);
    };
    for (int i = 0; i < size.i; ++i) open(i, 0), open(i, size.j - 1);
    for (int j = 0; j < size.j; ++j) open(0, j), open(size.i - 1, j);
    for (std::size_t n = 0; n < slice; ++n) inside[k * slice + n] = plane[n] != 3 ? 1 : 0;
  }
}
struct Offset
{
  int i = 0, j = 0;
};

std::vector<Offset> disc(const VoxelSpacing& spacing, double radius)
{
  std::vector<Offset> offsets;
  const int reach_i = static_cast<int>(radius / spacing.i), reach_j = static_cast<int>(radius / spacing.j);
  for (int j = -reach_j; j <= reach_j; ++j)
    for (int i = -reach_i; i <= reach_i; ++i)
      if (i * i * spacing.i * spacing.i + j * j * spacing.j * spacing.j <= radius * radius) offsets.push_back({i, j});
  return offsets;
}

/// Slices (i, j) of a mask.
class Slices
{
public:
  Slices(const GridSize& size, std::vector<Offset> offsets) : size_(size), offsets_(std::move(offsets)) {}

  /// What lies beyond the grid is unknown and does not count.
  Bytes eroded(const Bytes& plane) const { return combined(plane, 0); }
  Bytes dilated(const Bytes& plane) const { return combined(plane, 1); }

private:
  /// `decisive`: the value of a neighbour that settles the answer.
  Bytes combined(const Bytes& plane, std::uint8_t decisive) const
  {
    Bytes result(plane.size());
    for (int j = 0; j < size_.j; ++j)
      for (int i = 0; i < size_.i; ++i)
      {
        const bool is_settled =
            std::any_of(offsets_.begin(), offsets_.end(),
                        [&](const Offset& o) { return contains(i + o.i, j + o.j) && plane[place(i + o.i, j + o.j)] == decisive; });
        result[place(i, j)] = is_settled ? decisive : static_cast<std::uint8_t>(1 - decisive);
      }
    return result;
  }
  bool contains(int i, int j) const { return i >= 0 && j >= 0 && i < size_.i && j < size_.j; }
  std::size_t place(int i, int j) const { return as_size(j) * as_size(size_.i) + as_size(i); }

  GridSize size_;
  std::vector<Offset> offsets_;
};

/// Longest and shortest extent of a part of one slice between parallel lines, mm.
struct Extents
{
  double longest = 0.0;
  double shortest = 0.0;
};

Extents extents_of(const Voxels& part, const ImageGeometry& grid)
{
  constexpr int directions = 24;
  const std::size_t row = as_size(grid.size().i);
  const auto& spacing = grid.spacing();
  Extents extents{0.0, std::numeric_limits<double>::infinity()};
  for (int n = 0; n < directions; ++n)
  {
    const double angle = std::numbers::pi * n / directions, x = spacing.i * std::cos(angle), y = spacing.j * std::sin(angle);
    const auto along = [&](std::size_t voxel) { return x * static_cast<double>(voxel % row) + y * static_cast<double>(voxel / row); };
    const auto [least, most] = std::ranges::minmax(part, {}, along);
    const double extent = along(most) - along(least) + std::min(spacing.i, spacing.j);
    extents = {std::max(extents.longest, extent), std::min(extents.shortest, extent)};
  }
  return extents;
}

constexpr double least_voxels = 1.5;  // of the radius of a disc

/// What of its slice (i, j) a disc of this radius, at least 1.5 voxels, fits into, dilated by `rim` mm; all of a slice into which none
/// fits.
Bytes broad_parts(const Bytes& inside, const ImageGeometry& grid, double radius, double rim = 0.0)
{
  const auto& size = grid.size();
  const auto& spacing = grid.spacing();
  const Slices discs(size, disc(spacing, std::max(radius, least_voxels * std::max(spacing.i, spacing.j)))), rims(size, disc(spacing, rim));
  const auto slice = static_cast<std::ptrdiff_t>(as_size(size.i) * as_size(size.j));
  Bytes parts = inside;
  for (std::ptrdiff_t k = 0; k < size.k; ++k)
  {
    const auto first = inside.begin() + k * slice;
    const Bytes opened = discs.dilated(discs.eroded(Bytes(first, first + slice)));
    if (std::find(opened.begin(), opened.end(), std::uint8_t{1}) == opened.end()) continue;
    const Bytes broad = rims.dilated(opened);
    std::copy(broad.begin(), broad.end(), parts.begin() + k * slice);
  }
  return parts;
}
}  // namespace

bool is_thread(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid)
{
  constexpr double narrow = 2.5, least_length = 25.0, most_curved = 8.0;  // mm, half the width, length, depth of its curve
  const auto& size = grid.size();
  const Bytes whole = with_slice_holes_filled(inside, size);
  const std::size_t slice = as_size(size.i) * as_size(size.j);
  const double radius = std::max(narrow, least_voxels * std::max(grid.spacing().i, grid.spacing().j));
  const Slices discs(size, disc(grid.spacing(), radius));
  double longest = 0.0;
  for (std::size_t k = 0; k < as_size(size.k); ++k)
  {
    const auto first = whole.begin() + static_cast<std::ptrdiff_t>(k * slice);
    const Bytes plane(first, first + static_cast<std::ptrdiff_t>(slice)), core = discs.eroded(plane);
    if (std::find(core.begin(), core.end(), std::uint8_t{1}) != core.end()) return false;
    for (const auto& part : parts_of(plane, {size.i, size.j, 1}))
    {
      const auto extents = extents_of(part, grid);
      if (extents.shortest > most_curved) return false;
      longest = std::max(longest, extents.longest);
    }
  }
  return longest > least_length;
}

std::vector<std::uint8_t> without_tongues(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance,
                                          const imaging::FloatImage& unchanged)
{
  constexpr double beyond = 2.0, within = 2.5, far_beyond = 3.0;  // mm, half the width of a tongue
  constexpr float far = 3.0F;                                     // mm beyond the carried border
  const auto& grid = distance.geometry;
  const double voxel = std::max(grid.spacing().i, grid.spacing().j);
  const Bytes whole = with_slice_holes_filled(inside, grid.size());
  const Bytes broad = broad_parts(whole, grid, beyond), broader = broad_parts(whole, grid, within, voxel),
              broadest = broad_parts(whole, grid, far_beyond, voxel);
  for (std::size_t n = 0; n < inside.size(); ++n)
  {
    const float d = distance.values[n];
    const bool is_beyond = d >= 0.0F && broad[n] == 0, is_far = d >= far && broadest[n] == 0;
    const bool is_left = d < 0.0F && unchanged.values[n] < 0.5F && broader[n] == 0;
    if (is_beyond || is_far || is_left) inside[n] = 0;
  }
  return parts_of_carried(std::move(inside), distance);
}

std::vector<std::uint8_t> parts_of_carried(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance)
{
  const auto& size = distance.geometry.size();
  const auto parts = parts_of(inside, size);
  const auto in_lesion = [&](const Voxels& part)
  { return std::count_if(part.begin(), part.end(), [&](std::size_t n) { return distance.values[n] < 0.0F; }); };
  std::ptrdiff_t most = 0;
  for (const auto& part : parts) most = std::max(most, in_lesion(part));
  std::fill(inside.begin(), inside.end(), std::uint8_t{0});
  for (const auto& part : parts)
    if (const auto here = in_lesion(part); here > 0 && 10 * here >= most)
      for (const std::size_t n : part) inside[n] = 1;
  return inside;
}

std::vector<std::uint8_t> with_slice_holes_filled(std::vector<std::uint8_t> inside, const GridSize& size)
{
  fill_slice_holes(inside, size);
  return inside;
}

std::vector<std::uint8_t> tidied(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance)
{
  return with_slice_holes_filled(parts_of_carried(std::move(inside), distance), distance.geometry.size());
}
}  // namespace nadir::segmentation
