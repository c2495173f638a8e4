#include "segmentation/mask/part_runs.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
/// Union-find over runs; the smaller index is the root, so that parts keep storage order.
class Parts
{
public:
  explicit Parts(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  void join(std::size_t a, std::size_t b)
  {
    a = root_of(a);
    b = root_of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  std::size_t root_of(std::size_t id)
  {
    while (parent_[id] != id) id = parent_[id] = parent_[parent_[id]];
    return id;
  }

private:
  std::vector<std::size_t> parent_;
};

/// Indices [first, end) of the runs of one row.
struct RowRuns
{
  std::size_t first = 0;
  std::size_t end = 0;
};

class RunLabeller
{
public:
  RunLabeller(std::span<const std::uint8_t> voxels, const GridSize& size, PartRule rule) : size_(size), rule_(rule)
  {
    const auto length = static_cast<std::size_t>(size.i);
    for (std::size_t start = 0; start < voxels.size(); start += length) add_row(voxels.subspan(start, length));
  }

  PartRuns labelled() &&
  {
    Parts parts(result_.runs.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) join_with_rows_before(parts, row);
    number(parts);
    return std::move(result_);
  }

private:
  void add_row(std::span<const std::uint8_t> voxels)
  {
    const auto row = static_cast<int>(rows_.size());
    RowRuns runs{result_.runs.size(), 0};
    auto position = voxels.begin();
    while ((position = std::find(position, voxels.end(), rule_.value)) != voxels.end())
    {
      const auto end = std::find_if(position, voxels.end(), [this](std::uint8_t voxel) { return voxel != rule_.value; });
      result_.runs.push_back(
          {row % size_.j, row / size_.j, static_cast<int>(position - voxels.begin()), static_cast<int>(end - voxels.begin()), 0});
      position = end;
    }
    runs.end = result_.runs.size();
    rows_.push_back(runs);
  }

  void join_with_rows_before(Parts& parts, std::size_t row)
  {
    const auto rows = static_cast<std::size_t>(size_.j);
    const auto j = row % rows;
    if (j > 0) join_touching(parts, rows_[row - 1], rows_[row]);
    if (row < rows || rule_.touching == Touching::FaceInSlice) return;
    join_touching(parts, rows_[row - rows], rows_[row]);
    if (rule_.touching == Touching::Face) return;
    if (j > 0) join_touching(parts, rows_[row - rows - 1], rows_[row]);
    if (j + 1 < rows) join_touching(parts, rows_[row - rows + 1], rows_[row]);
  }

  /// Both rows ascend, so one pass is enough.
  void join_touching(Parts& parts, RowRuns a, RowRuns b)
  {
    const int reach = rule_.touching == Touching::FaceEdgeOrCorner ? 1 : 0;
    while (a.first < a.end && b.first < b.end)
    {
      const auto& left = result_.runs[a.first];
      const auto& right = result_.runs[b.first];
      if (left.first < right.end + reach && right.first < left.end + reach) parts.join(a.first, b.first);
      if (left.end < right.end) ++a.first;
      else ++b.first;
    }
  }

  void number(Parts& parts)
  {
    constexpr auto none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> part_of_root(result_.runs.size(), none);
    for (std::size_t n = 0; n < result_.runs.size(); ++n)
    {
      auto& part = part_of_root[parts.root_of(n)];
      if (part == none)
      {
        part = result_.voxels.size();
        result_.voxels.push_back(0);
      }
      auto& run = result_.runs[n];
      run.part = part;
      result_.voxels[part] += static_cast<std::uint64_t>(run.end - run.first);
    }
  }

  GridSize size_;
  PartRule rule_;
  std::vector<RowRuns> rows_;
  PartRuns result_;
};
}  // namespace

PartRuns part_runs(std::span<const std::uint8_t> voxels, const GridSize& size, PartRule rule)
{
  NADIR_EXPECTS(voxels.size() == size.voxels());
  if (voxels.empty()) return {};
  return RunLabeller(voxels, size, rule).labelled();
}
}  // namespace nadir::segmentation
