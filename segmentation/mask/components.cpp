#include "segmentation/mask/components.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <span>

namespace nadir::segmentation
{
namespace
{
/// Set voxels [first, end) of one row; `id` counts all runs of the mask.
struct Run
{
  int first = 0;
  int end = 0;
  std::size_t id = 0;
};
using Row = std::vector<Run>;
using Slice = std::vector<Row>;

/// Union-find over runs, with the voxels of each part.
class Parts
{
public:
  std::size_t add(std::uint64_t voxels)
  {
    parent_.push_back(parent_.size());
    voxels_.push_back(voxels);
    return parent_.size() - 1;
  }

  void join(std::size_t a, std::size_t b)
  {
    a = root_of(a);
    b = root_of(b);
    if (a == b) return;
    if (voxels_[a] < voxels_[b]) std::swap(a, b);
    parent_[b] = a;
    voxels_[a] += voxels_[b];
  }

  std::vector<std::uint64_t> sizes() const
  {
    std::vector<std::uint64_t> result;
    for (std::size_t id = 0; id < parent_.size(); ++id)
      if (parent_[id] == id) result.push_back(voxels_[id]);
    std::sort(result.begin(), result.end(), std::greater<>());
    return result;
  }

private:
  std::size_t root_of(std::size_t id)
  {
    while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
    return id;
  }

  std::vector<std::size_t> parent_;
  std::vector<std::uint64_t> voxels_;
};

Row runs_of(std::span<const std::uint8_t> voxels, Parts& parts)
{
  Row row;
  auto position = voxels.begin();
  while ((position = std::find(position, voxels.end(), std::uint8_t{1})) != voxels.end())
  {
    const auto end = std::find(position, voxels.end(), std::uint8_t{0});
    row.push_back({static_cast<int>(position - voxels.begin()), static_cast<int>(end - voxels.begin()),
                   parts.add(static_cast<std::uint64_t>(end - position))});
    position = end;
  }
  return row;
}

/// Joins runs of neighbouring rows that touch, corners included. Both rows ascend, so one pass is enough.
void join_touching(const Row& a, const Row& b, Parts& parts)
{
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end())
  {
    if (left->first <= right->end && right->first <= left->end) parts.join(left->id, right->id);
    if (left->end < right->end)
      ++left;
    else
      ++right;
  }
}

void join_with_slice_below(const Slice& below, const Row& row, std::size_t j, Parts& parts)
{
  if (below.empty()) return;
  const auto last = std::min(j + 1, below.size() - 1);
  for (auto neighbour = j == 0 ? 0 : j - 1; neighbour <= last; ++neighbour) join_touching(below[neighbour], row, parts);
}
}  // namespace

std::vector<std::uint64_t> part_sizes(const Mask& mask)
{
  Parts parts;
  Slice below;
  const auto& box = mask.box();
  for (int k = 0; k < box.size.k; ++k)
  {
    Slice slice;
    for (int j = 0; j < box.size.j; ++j)
    {
      slice.push_back(runs_of(mask.row(box.first.j + j, box.first.k + k), parts));
      if (j > 0) join_touching(slice[slice.size() - 2], slice.back(), parts);
      join_with_slice_below(below, slice.back(), slice.size() - 1, parts);
    }
    below = std::move(slice);
  }
  return parts.sizes();
}
}  // namespace nadir::segmentation
