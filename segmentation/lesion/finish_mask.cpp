#include "segmentation/lesion/finish_mask.h"

#include <algorithm>

namespace nadir::segmentation::lesion
{
namespace
{
/// A block of rows of voxels, with the ways from row to row.
struct Lattice
{
  GridSize size;

  std::size_t row() const { return static_cast<std::size_t>(size.i); }
  std::size_t plane() const { return row() * static_cast<std::size_t>(size.j); }

  /// First voxels of the rows that touch the row which begins at a voxel.
  template <class Visit> void rows_beside(std::size_t begin, Visit visit) const
  {
    const std::size_t j = begin / row() % static_cast<std::size_t>(size.j), k = begin / plane();
    if (j > 0) visit(begin - row());
    if (j + 1 < static_cast<std::size_t>(size.j)) visit(begin + row());
    if (k > 0) visit(begin - plane());
    if (k + 1 < static_cast<std::size_t>(size.k)) visit(begin + plane());
  }
};

/// Voxels of a row that hold one value, side by side.
struct Stretch
{
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The longest stretch of the value around a voxel of it, in the row that begins at `row`.
Stretch stretch_around(std::size_t voxel, std::size_t row, std::size_t row_end, const BlockBytes& voxels)
{
  const std::uint8_t value = voxels[voxel];
  Stretch found{voxel, voxel + 1};
  while (found.begin > row && voxels[found.begin - 1] == value) --found.begin;
  while (found.end < row_end && voxels[found.end] == value) ++found.end;
  return found;
}

/// Marks all voxels of value `from` connected to the start by faces with `to`, stretch by stretch; returns how many.
std::size_t flood(const Lattice& lattice, std::size_t start, std::uint8_t to, BlockBytes& voxels)
{
  const std::uint8_t from = voxels[start];
  std::vector<std::size_t> open{start};
  std::size_t count = 0;
  while (!open.empty())
  {
    const std::size_t voxel = open.back();
    open.pop_back();
    if (voxels[voxel] != from) continue;
    const std::size_t row = voxel - voxel % lattice.row();
    const auto [begin, end] = stretch_around(voxel, row, row + lattice.row(), voxels);
    std::fill(voxels.begin() + static_cast<std::ptrdiff_t>(begin), voxels.begin() + static_cast<std::ptrdiff_t>(end), to);
    count += end - begin;
    lattice.rows_beside(row,
                        [&, first = begin - row, last = end - row](std::size_t beside)
                        {
                          for (std::size_t n = beside + first; n < beside + last; ++n)
                            if (voxels[n] == from && (n == beside + first || voxels[n - 1] != from)) open.push_back(n);
                        });
  }
  return count;
}

constexpr std::uint8_t kept = 2;
constexpr std::uint8_t seen = 3;

std::size_t largest_part(const Lattice& lattice, BlockBytes voxels)
{
  std::size_t best = voxels.size(), best_count = 0;
  for (std::size_t n = 0; n < voxels.size(); ++n)
    if (voxels[n] == 1)
      if (const auto count = flood(lattice, n, seen, voxels); count > best_count) best = n, best_count = count;
  return best;
}

void fill_slice(const GridSize& size, std::uint8_t* slice)
{
  const Lattice lattice{{size.i, size.j, 1}};
  BlockBytes outside(slice, slice + lattice.plane());
  const auto start = [&](int i, int j)
  {
    const auto n = static_cast<std::size_t>(j) * lattice.row() + static_cast<std::size_t>(i);
    if (outside[n] == 0) flood(lattice, n, seen, outside);
  };
  for (int i = 0; i < size.i; ++i) start(i, 0), start(i, size.j - 1);
  for (int j = 0; j < size.j; ++j) start(0, j), start(size.i - 1, j);
  for (std::size_t n = 0; n < outside.size(); ++n) slice[n] = outside[n] == seen ? 0 : 1;
}
}  // namespace

BlockBytes above(const NativeBlock& probability, float threshold)
{
  BlockBytes voxels(probability.values.size());
  std::transform(probability.values.begin(), probability.values.end(), voxels.begin(),
                 [threshold](float p) { return p > threshold ? std::uint8_t{1} : std::uint8_t{0}; });
  return voxels;
}

void keep_parts_with(const GridSize& size, const std::vector<std::size_t>& seeds, BlockBytes& voxels)
{
  const Lattice lattice{size};
  bool any = false;
  for (const auto seed : seeds)
    if (voxels[seed] == 1) flood(lattice, seed, kept, voxels), any = true;
    else any = any || voxels[seed] == kept;
  if (!any)
    if (const auto start = largest_part(lattice, voxels); start < voxels.size()) flood(lattice, start, kept, voxels);
  for (auto& voxel : voxels) voxel = voxel == kept ? 1 : 0;
}

void fill_holes(const GridSize& size, BlockBytes& voxels)
{
  const auto plane = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  for (int k = 0; k < size.k; ++k) fill_slice(size, voxels.data() + static_cast<std::size_t>(k) * plane);
}
}  // namespace nadir::segmentation::lesion
