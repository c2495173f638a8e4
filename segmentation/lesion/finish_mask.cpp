#include "segmentation/lesion/finish_mask.h"

#include <algorithm>

namespace nadir::segmentation::lesion
{
namespace
{
/// A block with the ways from a voxel to its neighbours by faces.
struct Lattice
{
  GridSize size;

  std::size_t row() const { return static_cast<std::size_t>(size.i); }
  std::size_t plane() const { return row() * static_cast<std::size_t>(size.j); }

  template <class Visit> void neighbours(std::size_t voxel, Visit visit) const
  {
    const std::size_t i = voxel % row(), j = voxel / row() % static_cast<std::size_t>(size.j), k = voxel / plane();
    if (i > 0) visit(voxel - 1);
    if (i + 1 < row()) visit(voxel + 1);
    if (j > 0) visit(voxel - row());
    if (j + 1 < static_cast<std::size_t>(size.j)) visit(voxel + row());
    if (k > 0) visit(voxel - plane());
    if (k + 1 < static_cast<std::size_t>(size.k)) visit(voxel + plane());
  }
};

/// Marks all voxels of value `from` connected to the start with `to`; returns how many.
std::size_t flood(const Lattice& lattice, std::size_t start, std::uint8_t to, BlockBytes& voxels)
{
  const std::uint8_t from = voxels[start];
  std::vector<std::size_t> open{start};
  voxels[start] = to;
  std::size_t count = 0;
  while (!open.empty())
  {
    const std::size_t voxel = open.back();
    open.pop_back();
    ++count;
    lattice.neighbours(voxel,
                       [&](std::size_t next)
                       {
                         if (voxels[next] != from) return;
                         voxels[next] = to;
                         open.push_back(next);
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
