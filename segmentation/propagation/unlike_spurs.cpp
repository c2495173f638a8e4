#include "segmentation/propagation/unlike_spurs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "segmentation/mask/part_runs.h"
#include "segmentation/mask/slice_opening.h"
#include "segmentation/propagation/distance_map.h"
#include "segmentation/propagation/tissue_histogram.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

/// Of each slice what lies more than a voxel beyond all discs of two fifths of the radius of its largest.
Bytes spurs_of(const Bytes& inside, const ImageGeometry& grid)
{
  constexpr float share = 0.4F, least_voxels = 1.5F;  // of the radius of the largest disc, of the radius of any
  const auto& size = grid.size();
  const auto voxel = static_cast<float>(std::max(grid.spacing().i, grid.spacing().j));
  const std::size_t slice = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  const auto depths = depths_in_slices(inside, grid, size);
  std::vector<float> radii;
  for (auto first = depths.begin(); first != depths.end(); first += static_cast<std::ptrdiff_t>(slice))
    radii.push_back(std::max(share * *std::max_element(first, first + static_cast<std::ptrdiff_t>(slice)), least_voxels * voxel));
  Bytes middles(inside.size()), spurs(inside.size());
  for (std::size_t n = 0; n < inside.size(); ++n) middles[n] = depths[n] > radii[n / slice] ? 1 : 0;
  const auto distances = distances_in_slices(middles, grid, size);
  for (std::size_t n = 0; n < inside.size(); ++n)
    spurs[n] = inside[n] != 0 && std::isfinite(distances[n]) && distances[n] > radii[n / slice] + voxel ? 1 : 0;
  return spurs;
}

/// How much likelier values are in the lesion, at baseline or deep within what was found, than around it; spurs of the baseline mask left
/// out.
class OwnValues
{
public:
  OwnValues(const ComparedSeries& seen, const Bytes& spurs_before, const imaging::FloatImage& depth)
      : values_(without_shading(seen.block.follow_up, seen.expected.fit)), before_(TissueHistogram::spanning(values_)), within_(before_),
        around_(before_)
  {
    constexpr float deep = -2.0F, beyond = 2.0F, far = 20.0F;  // mm from what was found
    const auto then = without_shading(seen.expected.values, seen.expected.fit);
    for (std::size_t n = 0; n < values_.size(); ++n)
    {
      if (seen.block.distance.values[n] < -1.0F && spurs_before[n] == 0 && std::isfinite(then[n])) before_.add(then[n]);
      if (!std::isfinite(values_[n])) continue;
      if (depth.values[n] < deep) within_.add(values_[n]);
      if (depth.values[n] > beyond && depth.values[n] < far) around_.add(values_[n]);
    }
    const double width = before_.bin_width();
    const double spread = width > 0.0 ? std::clamp(0.5 * seen.expected.deviation / width, 1.0, 12.0) : 1.0;  // bins
    for (auto* histogram : {&before_, &within_, &around_}) histogram->finish(spread);
  }

  /// Log odds.
  double operator()(std::size_t voxel) const
  {
    constexpr double enough = 20.0, most = 4.0;  // voxels, log odds
    const float value = values_[voxel];
    if (!std::isfinite(value)) return 0.0;
    const double own = std::max(before_.count() >= enough ? before_(value) : 0.0, within_.count() >= enough ? within_(value) : 0.0);
    return own > 0.0 ? std::clamp(std::log(own / around_(value)), -most, most) : 0.0;
  }

private:
  std::vector<float> values_;
  TissueHistogram before_, within_, around_;
};

/// Voxels of a block, i fastest.
std::vector<std::vector<std::size_t>> parts_in_slices(const Bytes& bytes, const GridSize& size)
{
  const auto found = part_runs(bytes, size, {1, Touching::FaceInSlice});
  std::vector<std::vector<std::size_t>> parts(found.voxels.size());
  for (const auto& run : found.runs)
    for (int i = run.first; i < run.end; ++i)
      parts[run.part].push_back((static_cast<std::size_t>(run.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(run.j)) *
                                    static_cast<std::size_t>(size.i) +
                                static_cast<std::size_t>(i));
  return parts;
}

double mean(const std::vector<std::size_t>& part, const auto& value_of)
{
  double sum = 0.0;
  for (const std::size_t n : part) sum += static_cast<double>(value_of(n));
  return sum / static_cast<double>(part.size());
}
}  // namespace

std::vector<std::uint8_t> without_unlike_spurs(std::vector<std::uint8_t> inside, const ComparedDates& dates)
{
  constexpr double unlike = -1.5;  // log odds a voxel: known ones had -1.8 to -2.7, spurs of lesions 1 to 5
  const auto& grid = dates.drawn.block.follow_up.geometry;
  const auto spurs = parts_in_slices(spurs_of(inside, grid), grid.size());
  if (spurs.empty()) return inside;
  const auto depth = signed_distance_map(grid, inside);
  const auto spurs_before = spurs_of(carried_bytes(dates.drawn.block), grid);
  std::vector<OwnValues> kinds{OwnValues(dates.drawn, spurs_before, depth)};
  for (const auto& witness : dates.witnesses) kinds.emplace_back(witness, spurs_before, depth);
  const auto odds = [&](std::size_t n)
  {
    double sum = 0.0;
    for (const auto& kind : kinds) sum += kind(n);
    return sum;
  };
  for (const auto& spur : spurs)
    if (mean(spur, odds) < unlike)
      for (const std::size_t n : spur) inside[n] = 0;
  return inside;
}
}  // namespace nadir::segmentation
