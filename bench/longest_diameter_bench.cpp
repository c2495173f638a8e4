// Longest diameter and short axis of a 24 cm lesion at 0.5 mm pixels, 60 slices, against trying all pairs: of the pixels of a single
// slice, and of the outline points of every slice.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "measure/size/edge_outline.h"
#include "measure/size/short_axis.h"
#include "measure/size/slice_diameter.h"

namespace
{
using namespace nadir;
using measure::GridAxis;
using measure::MaskSlices;
using measure::PlanePoint;

/// An ellipsoid of 24 x 19 x 24 cm with lobules, so that its outline is as long as that of a real sarcoma.
const segmentation::Mask& lesion_of_24_cm()
{
  static const auto mask = []
  {
    const GridSize size{500, 400, 60};
    const auto geometry = *ImageGeometry::make(size, {0.5, 0.5, 4.0}, {-124.75, -99.75, -118}, {});
    std::vector<std::uint8_t> voxels;
    voxels.reserve(size.voxels());
    for (int k = 0; k < size.k; ++k)
      for (int j = 0; j < size.j; ++j)
        for (int i = 0; i < size.i; ++i)
        {
          const auto p = geometry.voxel_to_patient(VoxelIndex{i, j, k});
          const double angle = std::atan2(p.posterior, p.left);
          const double radius = std::hypot(p.left / 120.0, p.posterior / 95.0, p.superior / 120.0);
          voxels.push_back(radius <= 0.97 + 0.03 * std::cos(14.0 * angle + 0.05 * p.superior) ? 1 : 0);
        }
    return segmentation::Mask::from_grid(geometry, voxels);
  }();
  return mask;
}

double longest_of_all_pairs(const std::vector<PlanePoint>& points)
{
  double longest = 0.0;
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = a + 1; b < points.size(); ++b) longest = std::max(longest, measure::squared_distance(points[a], points[b]));
  return std::sqrt(longest);
}

void LongestDiameter24cm(benchmark::State& state)
{
  const MaskSlices slices(lesion_of_24_cm(), GridAxis::K);
  for (auto _ : state)
  {
    const auto longest = measure::longest_diameter(slices);
    benchmark::DoNotOptimize(measure::longest_perpendicular_chord(longest.hull, longest.chord));
    state.counters["mm"] = longest.chord.length();
  }
}

/// Without an outline: all pairs of lesion pixels, of the largest slice alone.
void LongestDiameterAllPairs24cm(benchmark::State& state)
{
  const MaskSlices slices(lesion_of_24_cm(), GridAxis::K);
  const auto slice = slices.slice(slices.count() / 2);
  std::vector<PlanePoint> pixels;
  for (int row = 0; row < slice.rows; ++row)
    for (int column = 0; column < slice.columns; ++column)
      if (slice.contains(column, row)) pixels.push_back(slice.place(column, row));
  for (auto _ : state) state.counters["mm"] = longest_of_all_pairs(pixels);
  state.counters["points"] = static_cast<double>(pixels.size());
}

/// With an outline: all pairs of its points, slice by slice.
void LongestDiameterOutlinePairs24cm(benchmark::State& state)
{
  const MaskSlices slices(lesion_of_24_cm(), GridAxis::K);
  double points_in_all = 0.0;
  for (auto _ : state)
  {
    double longest = 0.0;
    points_in_all = 0.0;
    for (int n = 0; n < slices.count(); ++n)
    {
      std::vector<PlanePoint> points;
      for (const auto& loop : measure::edge_outline(slices.slice(n))) points.insert(points.end(), loop.begin(), loop.end());
      longest = std::max(longest, longest_of_all_pairs(points));
      points_in_all += static_cast<double>(points.size());
    }
    state.counters["mm"] = longest;
  }
  state.counters["points"] = points_in_all;
}
}  // namespace

BENCHMARK(LongestDiameter24cm)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(LongestDiameterAllPairs24cm)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
BENCHMARK(LongestDiameterOutlinePairs24cm)->Unit(benchmark::kMillisecond)->UseRealTime();
