#include "segmentation/lesion/native_block.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "segmentation/lesion/in_parallel.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// A place of the grid between two neighbours.
struct Between
{
  int low = 0;
  int high = 0;
  float weight = 0.0F;
};

Between between(double place, int count)
{
  const double inside = std::clamp(place, 0.0, count - 1.0);
  const int low = std::min(static_cast<int>(inside), std::max(count - 2, 0));
  return {low, std::min(low + 1, count - 1), static_cast<float>(inside - low)};
}

/// Log odds of one slice: two planes mixed.
CellValues slice_values(const LesionGrid& grid, const CellValues& cells, const Between& planes)
{
  CellValues mixed(LesionGrid::plane_cells());
  const std::size_t low = LesionGrid::cell(0, 0, planes.low), high = LesionGrid::cell(0, 0, planes.high);
  for (std::size_t n = 0; n < mixed.size(); ++n) mixed[n] = cells[low + n] + planes.weight * (cells[high + n] - cells[low + n]);
  static_cast<void>(grid);
  return mixed;
}

float interpolated(const CellValues& slice, const Between& x, const Between& y)
{
  const auto at = [&](int column, int row) { return slice[LesionGrid::cell(column, row, 0)]; };
  const float top = at(x.low, y.low) + x.weight * (at(x.high, y.low) - at(x.low, y.low));
  const float bottom = at(x.low, y.high) + x.weight * (at(x.high, y.high) - at(x.low, y.high));
  return top + y.weight * (bottom - top);
}

float probability_of(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

/// Fills slice k of the block.
void fill_slice(const LesionGrid& grid, const CellValues& log_odds, const ImageGeometry& geometry, int k, NativeBlock& block)
{
  const auto& frame = grid.frame;
  const auto from_center =
      geometry.voxel_to_patient(VoxelIndex{block.box.first.i, block.box.first.j, block.box.first.k + k}) - frame.center;
  const double height = dot(from_center, frame.normal), plane = height / grid.plane_step + grid.drawn_plane;
  const auto corner = from_center - frame.drift(height);
  if (plane < -0.5 || plane > grid.planes - 0.5) return;
  const auto slice = slice_values(grid, log_odds, between(plane, grid.planes));
  const double to_column = LesionGrid::columns / (2.0 * LesionGrid::reach * frame.half_long),
               to_row = LesionGrid::rows / (2.0 * LesionGrid::reach * frame.half_short);
  const auto& axes = geometry.axes();
  const std::array<double, 2> step_i{dot(axes.i, frame.along) * geometry.spacing().i * to_column,
                                     dot(axes.i, frame.across) * geometry.spacing().i * to_row};
  const std::array<double, 2> step_j{dot(axes.j, frame.along) * geometry.spacing().j * to_column,
                                     dot(axes.j, frame.across) * geometry.spacing().j * to_row};
  const double column = dot(corner, frame.along) * to_column + LesionGrid::number(0.0),
               row = dot(corner, frame.across) * to_row + LesionGrid::number(0.0);
  for (int j = 0; j < block.box.size.j; ++j)
    for (int i = 0; i < block.box.size.i; ++i)
    {
      const double x = column + i * step_i[0] + j * step_j[0], y = row + i * step_i[1] + j * step_j[1];
      if (x < -0.5 || y < -0.5 || x > LesionGrid::columns - 0.5 || y > LesionGrid::rows - 0.5) continue;
      block.values[block.offset(i, j, k)] =
          probability_of(interpolated(slice, between(x, LesionGrid::columns), between(y, LesionGrid::rows)));
    }
}
}  // namespace

VoxelBox box_of(const LesionGrid& grid, const ImageGeometry& geometry)
{
  ContinuousVoxelIndex low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
  for (const int plane : {0, grid.drawn_plane, grid.planes - 1})
    for (const double column : {-0.5, LesionGrid::columns - 0.5})
      for (const double row : {-0.5, LesionGrid::rows - 0.5})
      {
        const auto at = geometry.patient_to_voxel(grid.position(column, row, plane));
        low = {std::min(low.i, at.i), std::min(low.j, at.j), std::min(low.k, at.k)};
        high = {std::max(high.i, at.i), std::max(high.j, at.j), std::max(high.k, at.k)};
      }
  const auto& size = geometry.size();
  const auto first = [](double place, int count) { return static_cast<int>(std::clamp(std::floor(place), 0.0, count - 1.0)); };
  const auto last = [](double place, int count) { return static_cast<int>(std::clamp(std::ceil(place), 0.0, count - 1.0)); };
  const VoxelIndex begin{first(low.i, size.i), first(low.j, size.j), first(low.k - 1.0, size.k)};
  return {begin, {last(high.i, size.i) - begin.i + 1, last(high.j, size.j) - begin.j + 1, last(high.k + 1.0, size.k) - begin.k + 1}};
}

NativeBlock native_probability(const LesionGrid& grid, const CellValues& log_odds, const ImageGeometry& geometry, int threads)
{
  NativeBlock block{box_of(grid, geometry), {}};
  block.values.assign(block.box.size.voxels(), 0.0F);
  in_parallel(block.box.size.k, threads, [&](int k) { fill_slice(grid, log_odds, geometry, k, block); });
  return block;
}

VoxelBox box_above(const NativeBlock& block, float threshold, int margin)
{
  VoxelIndex low{block.box.size.i, block.box.size.j, block.box.size.k}, high{-1, -1, -1};
  for (int k = 0; k < block.box.size.k; ++k)
    for (int j = 0; j < block.box.size.j; ++j)
    {
      const auto row = block.values.begin() + static_cast<std::ptrdiff_t>(block.offset(0, j, k)), end = row + block.box.size.i;
      const auto first = std::find_if(row, end, [threshold](float p) { return p > threshold; });
      if (first == end) continue;
      auto last = end - 1;
      while (!(*last > threshold)) --last;
      low = {std::min(low.i, static_cast<int>(first - row)), std::min(low.j, j), std::min(low.k, k)};
      high = {std::max(high.i, static_cast<int>(last - row)), std::max(high.j, j), std::max(high.k, k)};
    }
  if (high.i < 0) return {block.box.first, {1, 1, 1}};
  const auto begin = [margin](int at) { return std::max(0, at - margin); };
  const auto count = [&begin, margin](int first, int last, int size) { return std::min(size - 1, last + margin) - begin(first) + 1; };
  return {{block.box.first.i + begin(low.i), block.box.first.j + begin(low.j), block.box.first.k + begin(low.k)},
          {count(low.i, high.i, block.box.size.i), count(low.j, high.j, block.box.size.j), count(low.k, high.k, block.box.size.k)}};
}

NativeBlock part_of(const NativeBlock& block, const VoxelBox& box)
{
  NativeBlock part{box, {}};
  part.values.reserve(box.size.voxels());
  const int i = box.first.i - block.box.first.i, j = box.first.j - block.box.first.j, k = box.first.k - block.box.first.k;
  for (int z = 0; z < box.size.k; ++z)
    for (int y = 0; y < box.size.j; ++y)
    {
      const auto row = block.values.begin() + static_cast<std::ptrdiff_t>(block.offset(i, j + y, k + z));
      part.values.insert(part.values.end(), row, row + box.size.i);
    }
  return part;
}
}  // namespace nadir::segmentation::lesion
