#include "segmentation/lesion/lesion_grid.h"

#include <algorithm>
#include <cmath>

#include "imaging/volume/volume_part.h"
#include "segmentation/lesion/in_parallel.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// The first and last voxel along one direction that a sample between two places can need.
struct VoxelRange
{
  int first = 0;
  int last = 0;

  static VoxelRange of(double lowest, double highest, int count)
  {
    const auto inside = [count](double place) { return static_cast<int>(std::clamp(place, 0.0, count - 1.0)); };
    return {inside(std::floor(lowest)), inside(std::ceil(highest))};
  }
  int count() const { return last - first + 1; }
};

/// The part of an image that a grid reaches, as floats.
class SliceReader
{
public:
  SliceReader(const LesionGrid& grid, const imaging::Volume& image, int threads) : size_(image.geometry().size())
  {
    ContinuousVoxelIndex low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
    for (int plane = 0; plane < grid.planes; ++plane)
      for (const double column : {-1.0, LesionGrid::columns + 0.0})
        for (const double row : {-1.0, LesionGrid::rows + 0.0})
        {
          const auto at = image.geometry().patient_to_voxel(grid.position(column, row, plane));
          low = {std::min(low.i, at.i), std::min(low.j, at.j), std::min(low.k, at.k)};
          high = {std::max(high.i, at.i), std::max(high.j, at.j), std::max(high.k, at.k)};
        }
    const auto& spacing = image.geometry().spacing();
    const auto range = [&](double from, double to, double step, int count)
    {
      const double margin = grid.plane_step / step + 1.0;
      return VoxelRange::of(from - margin, to + margin, count);
    };
    i_ = range(low.i, high.i, spacing.i, size_.i);
    j_ = range(low.j, high.j, spacing.j, size_.j);
    k_ = range(low.k, high.k, spacing.k, size_.k);
    const imaging::SlicePart part{i_.first, j_.first, i_.count(), j_.count()};
    slices_.resize(static_cast<std::size_t>(k_.count()));
    in_parallel(k_.count(), threads,
                [&](int n) { slices_[static_cast<std::size_t>(n)] = imaging::part_of_slice(image, k_.first + n, part); });
  }

  /// Adds the trilinear value; nothing outside the voxels' edges.
  bool add(ContinuousVoxelIndex at, double& sum) const
  {
    if (!(at.i >= -0.5 && at.j >= -0.5 && at.k >= -0.5 && at.i <= size_.i - 0.5 && at.j <= size_.j - 0.5 && at.k <= size_.k - 0.5))
      return false;
    const double k = std::clamp(at.k, 0.0, size_.k - 1.0) - k_.first;
    if (!(k >= 0.0 && k <= static_cast<double>(slices_.size()) - 1.0)) return false;
    const auto low = static_cast<std::size_t>(k);
    const double weight = k - static_cast<double>(low);
    double value = in_slice(slices_[low], at.i, at.j);
    if (weight > 1e-6) value += weight * (in_slice(slices_[low + 1], at.i, at.j) - value);
    if (!std::isfinite(value)) return false;
    sum += value;
    return true;
  }

private:
  double in_slice(const std::vector<float>& values, double i, double j) const
  {
    const double x = std::clamp(i, 0.0, size_.i - 1.0), y = std::clamp(j, 0.0, size_.j - 1.0);
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const int x1 = std::min(x0 + 1, size_.i - 1), y1 = std::min(y0 + 1, size_.j - 1);
    const auto at = [&](int column, int row)
    {
      return static_cast<double>(values[static_cast<std::size_t>(row - j_.first) * static_cast<std::size_t>(i_.count()) +
                                        static_cast<std::size_t>(column - i_.first)]);
    };
    const double top = at(x0, y0) + (x - x0) * (at(x1, y0) - at(x0, y0));
    const double bottom = at(x0, y1) + (x - x0) * (at(x1, y1) - at(x0, y1));
    return top + (y - y0) * (bottom - top);
  }

  GridSize size_;
  VoxelRange i_, j_, k_;
  std::vector<std::vector<float>> slices_;
};

/// Samples a cell is averaged over along one direction: about one a pixel.
int samples(double cell, double pixel) { return std::clamp(static_cast<int>(std::lround(cell / pixel)), 1, 4); }

/// Where the samples of a cell lie within it, as fractions of the cell.
double part(int n, int count) { return (2.0 * n + 1.0) / (2.0 * count) - 0.5; }

class PlaneSampler
{
public:
  PlaneSampler(const LesionGrid& grid, const imaging::Volume& image, int threads)
      : grid_(grid), image_(image), reader_(grid, image, threads),
        pixel_(std::min(image.geometry().spacing().i, image.geometry().spacing().j)), across_(samples(grid.column_step(), pixel_)),
        down_(samples(grid.row_step(), pixel_))
  {
  }

  void fill(int plane, GridImage& out) const
  {
    std::vector<double> sums(LesionGrid::plane_cells(), 0.0);
    std::vector<int> counts(LesionGrid::plane_cells(), 0);
    for (int sub = 0; sub < grid_.slices_per_plane; ++sub)
      add_layer(plane, part(sub, grid_.slices_per_plane) * grid_.plane_step, sums, counts);
    const std::size_t first = LesionGrid::cell(0, 0, plane);
    const int needed = (across_ * down_ * grid_.slices_per_plane + 1) / 2;
    for (std::size_t n = 0; n < sums.size(); ++n)
    {
      out.valid[first + n] = counts[n] >= needed ? 1 : 0;
      out.values[first + n] = counts[n] >= needed ? static_cast<float>(sums[n] / counts[n]) : 0.0F;
    }
  }

private:
  void add_layer(int plane, double offset, std::vector<double>& sums, std::vector<int>& counts) const
  {
    const auto& geometry = image_.geometry();
    const auto origin = geometry.patient_to_voxel(grid_.position(0, 0, plane) + offset * grid_.frame.normal);
    const auto right = geometry.patient_to_voxel(grid_.position(1, 0, plane) + offset * grid_.frame.normal);
    const auto below = geometry.patient_to_voxel(grid_.position(0, 1, plane) + offset * grid_.frame.normal);
    for (int n = 0; n < LesionGrid::rows * down_; ++n)
    {
      const double y = n / down_ + part(n % down_, down_);
      const ContinuousVoxelIndex down{y * (below.i - origin.i), y * (below.j - origin.j), y * (below.k - origin.k)};
      std::size_t cell = LesionGrid::cell(0, n / down_, 0);
      for (int column = 0; column < LesionGrid::columns; ++column, ++cell)
        for (int sub = 0; sub < across_; ++sub)
        {
          const double x = column + part(sub, across_);
          const ContinuousVoxelIndex at{origin.i + x * (right.i - origin.i) + down.i, origin.j + x * (right.j - origin.j) + down.j,
                                        origin.k + x * (right.k - origin.k) + down.k};
          if (reader_.add(at, sums[cell])) ++counts[cell];
        }
    }
  }

  const LesionGrid& grid_;
  const imaging::Volume& image_;
  SliceReader reader_;
  double pixel_;
  int across_;
  int down_;
};
}  // namespace

double LesionGrid::radius(int column, int row, int plane) const { return std::hypot(place(column), place(row), depth(plane)); }

PatientPoint LesionGrid::position(double column, double row, int plane) const
{
  const double x = reach * ((2.0 * column + 1.0) / columns - 1.0), y = reach * ((2.0 * row + 1.0) / rows - 1.0);
  return frame.center + frame.drift(height(plane)) + (x * frame.half_long) * frame.along + (y * frame.half_short) * frame.across +
         height(plane) * frame.normal;
}

LesionGrid grid_around(const ImageGeometry& geometry, const PromptFrame& frame, double ends)
{
  LesionGrid grid;
  grid.frame = frame;
  const double spacing = geometry.spacing().k;
  const double slices = (ends * (frame.up + frame.down)) / spacing + 4.0;
  grid.slices_per_plane = std::max(1, static_cast<int>(std::ceil(slices / (LesionGrid::most_planes - 2))));
  grid.plane_step = grid.slices_per_plane * spacing;
  grid.drawn_plane = static_cast<int>(std::ceil((ends * frame.down + 2.0 * spacing) / grid.plane_step));
  grid.planes = grid.drawn_plane + 1 + static_cast<int>(std::ceil((ends * frame.up + 2.0 * spacing) / grid.plane_step));
  return grid;
}

GridImage sample_on(const LesionGrid& grid, const imaging::Volume& image, int threads)
{
  GridImage out{CellValues(grid.cells(), 0.0F), std::vector<std::uint8_t>(grid.cells(), 0)};
  const PlaneSampler sampler(grid, image, threads);
  in_parallel(grid.planes, threads, [&](int plane) { sampler.fill(plane, out); });
  return out;
}
}  // namespace nadir::segmentation::lesion
