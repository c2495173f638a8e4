#include "segmentation/mask/label_runs.h"

#include <algorithm>
#include <limits>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t most_labels = 10'000;
constexpr std::size_t most_runs = std::size_t{16} << 20;

/// Calls visit(i, j, k, length) for each piece of the run that lies in one row.
template <class Visit> void for_each_row(const VoxelRun& run, const GridSize& grid, SliceOrder order, const Visit& visit)
{
  const auto columns = static_cast<std::uint64_t>(grid.i);
  const auto rows = static_cast<std::uint64_t>(grid.j);
  auto first = run.first;
  auto left = run.length;
  while (left > 0)
  {
    const auto i = first % columns;
    const auto length = std::min(left, columns - i);
    const auto slice = static_cast<int>(first / columns / rows);
    visit(static_cast<int>(i), static_cast<int>(first / columns % rows), order == SliceOrder::Reversed ? grid.k - 1 - slice : slice,
          static_cast<int>(length));
    first += length;
    left -= length;
  }
}
}  // namespace

Result<Done> LabelRuns::append(std::span<const std::int32_t> labels)
{
  auto position = labels.begin();
  while (position != labels.end())
  {
    const auto label = *position;
    const auto end = std::find_if(position, labels.end(), [label](std::int32_t other) { return other != label; });
    const auto length = static_cast<std::uint64_t>(end - position);
    if (label != 0) extend(label, length);
    position_ += length;
    position = end;
    if (runs_.size() > most_labels)
      return Failure{MaskError::NotALabelMap,
                     "the file holds more than 10,000 different values (it looks like an image, not a mask). Give a mask."};
    if (count_ > most_runs)
      return Failure{MaskError::TooLarge,
                     "the labels fall into more than 16 million pieces (it looks like noise, not a mask). Give a mask."};
  }
  return Done{};
}

void LabelRuns::extend(std::int32_t label, std::uint64_t length)
{
  NADIR_EXPECTS(label > 0);
  auto& runs = runs_[label];
  if (!runs.empty() && runs.back().first + runs.back().length == position_)
  {
    runs.back().length += length;
    return;
  }
  runs.push_back({position_, length});
  ++count_;
}

VoxelBox box_of(const std::vector<VoxelRun>& runs, const GridSize& grid, SliceOrder order)
{
  if (runs.empty()) return {};
  constexpr int most = std::numeric_limits<int>::max();
  VoxelIndex low{most, most, most};
  VoxelIndex high{-1, -1, -1};
  for (const auto& run : runs)
    for_each_row(run, grid, order,
                 [&](int i, int j, int k, int length)
                 {
                   low = {std::min(low.i, i), std::min(low.j, j), std::min(low.k, k)};
                   high = {std::max(high.i, i + length - 1), std::max(high.j, j), std::max(high.k, k)};
                 });
  return {low, {high.i - low.i + 1, high.j - low.j + 1, high.k - low.k + 1}};
}

Mask mask_of(const std::vector<VoxelRun>& runs, const ImageGeometry& geometry, SliceOrder order)
{
  const auto box = box_of(runs, geometry.size(), order);
  std::vector<std::uint8_t> voxels(box.size.voxels(), 0);
  for (const auto& run : runs)
    for_each_row(run, geometry.size(), order,
                 [&](int i, int j, int k, int length)
                 {
                   const auto row = static_cast<std::size_t>(k - box.first.k) * static_cast<std::size_t>(box.size.j) +
                                    static_cast<std::size_t>(j - box.first.j);
                   const auto start = row * static_cast<std::size_t>(box.size.i) + static_cast<std::size_t>(i - box.first.i);
                   std::fill_n(voxels.begin() + static_cast<std::ptrdiff_t>(start), length, std::uint8_t{1});
                 });
  return Mask::from_box(geometry, box, std::move(voxels));
}
}  // namespace nadir::segmentation
