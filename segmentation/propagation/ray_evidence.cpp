#include "segmentation/propagation/ray_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imaging/registration/reduce_image.h"
#include "segmentation/propagation/distance_map.h"

namespace nadir::segmentation
{
namespace
{
/// Where the carried border is crossed last.
std::vector<double> carried_radii(const RayValues& rays, std::size_t directions)
{
  std::vector<double> radii(directions, RayValues::step);
  for (std::size_t d = 0; d < radii.size(); ++d)
    for (std::size_t n = 0; n < rays.steps; ++n)
      if (rays.at(d, n).distance < 0.0F) radii[d] = RayValues::radius_of(n) + 0.5 * RayValues::step;
  return radii;
}

/// 95th percentile of the values that are expected within the carried lesion.
float brightest_within(const imaging::FloatImage& distance, const imaging::FloatImage& then)
{
  std::vector<float> values;
  for (std::size_t n = 0; n < then.values.size(); ++n)
    if (distance.values[n] < 0.0F && std::isfinite(then.values[n])) values.push_back(then.values[n]);
  if (values.empty()) return std::numeric_limits<float>::max();
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}
}  // namespace

RayEvidence::Sight::Sight(const ComparedSeries& series, const SphereDirections& directions)
    : dates(even_dates(series.block, series.expected)), rays(ray_values(series.block, dates, directions)), weighting(series.weighting),
      brightest(brightest_within(series.block.distance, dates.then))
{
}

std::vector<RayEvidence::Sight> RayEvidence::sights_of(const ComparedDates& dates, const SphereDirections& directions)
{
  std::vector<Sight> all;
  all.emplace_back(dates.drawn, directions);
  for (const auto& witness : dates.witnesses) all.emplace_back(witness, directions);
  return all;
}

RayEvidence::RayEvidence(const ComparedDates& dates, const SphereDirections& directions)
    : dates_(dates), directions_(directions), sights_(sights_of(dates, directions)),
      carried_(carried_radii(rays(), directions.all().size())), tells_oedema_(segmentation::tells_oedema(dates))
{
  add_odds(dates.drawn);
  for (const auto& witness : dates.witnesses) add_odds(witness);
}

void RayEvidence::add_odds(const ComparedSeries& series)
{
  const auto& sight = sights_[odds_.size()];
  odds_.emplace_back(series.block, sight.dates, RadialShape{directions_, sight.rays, carried_}, series.expected.deviation);
}

void RayEvidence::assume(InsideSince inside)
{
  for (auto& odds : odds_) odds.assume(inside);
}

void RayEvidence::look_around(const std::vector<std::uint8_t>& found)
{
  const auto distance = signed_distance_map(dates_.drawn.block.follow_up.geometry, found);
  for (std::size_t s = 0; s < odds_.size(); ++s) odds_[s].look_around(sights_[s].dates.now, distance);
}

void RayEvidence::look_around_as_before()
{
  odds_.front().look_around_as_before(dates_.drawn.block, sights_.front().dates);
  for (std::size_t s = 1; s < odds_.size(); ++s) odds_[s].look_around_as_before(dates_.witnesses[s - 1].block, sights_[s].dates);
}

/// What a witness says for a lesion. Where tumour may be as bright as oedema, it may say so of its inside, but not of its outer 3 mm, and
/// beyond the carried border only where another image tells the two apart. Liquid, brighter than the tumour was, is no oedema. What it
/// says against a lesion counts.
RayOdds::Layers RayEvidence::said_by_witness(std::size_t sight, std::size_t direction, std::size_t n) const
{
  constexpr std::size_t rim_layers = 2;
  const auto& from = sights_[sight];
  const auto& seen = from.rays.at(direction, n);
  auto said = odds_[sight].at(direction, seen);
  if (from.weighting == Weighting::Enhanced || from.weighting == Weighting::T1 || seen.value > from.brightest) return said;
  const bool may_be_oedema = !tells_oedema_ && seen.distance > 0.0F;
  for (std::size_t layer = 0; layer < said.size(); ++layer)
    if (layer < rim_layers || may_be_oedema) said[layer] = std::min(said[layer], 0.0);
  return said;
}

RayOdds::Layers RayEvidence::at(std::size_t direction, std::size_t n) const
{
  auto sum = odds_.front().at(direction, rays().at(direction, n));
  for (std::size_t s = 1; s < odds_.size(); ++s)
  {
    const auto said = said_by_witness(s, direction, n);
    for (std::size_t layer = 0; layer < sum.size(); ++layer) sum[layer] += said[layer];
  }
  return sum;
}

double RayEvidence::unchanged() const
{
  double sum = 0.0;
  for (const auto& odds : odds_) sum += odds.unchanged();
  return sum;
}

double RayEvidence::strange_voxels(std::size_t sight) const
{
  constexpr float inside = -1.0F;
  constexpr double nearby = 3.0;  // mm
  const auto& grid = dates_.drawn.block.follow_up.geometry;
  imaging::FloatImage strange{grid, std::vector<float>(grid.size().voxels(), -4.0F)};
  std::size_t n = 0;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i, ++n)
        if (const float now = sights_[sight].dates.now.values[n]; dates_.drawn.block.distance.values[n] < inside && std::isfinite(now))
        {
          const auto direction = directions_.nearest(grid.voxel_to_patient(VoxelIndex{i, j, k}) - middle());
          strange.values[n] = static_cast<float>(odds_[sight].strangeness(direction, now));
        }
  imaging::smooth(strange, nearby);
  return static_cast<double>(std::count_if(strange.values.begin(), strange.values.end(), [](float v) { return v > 0.0F; }));
}

double RayEvidence::strange_voxels() const
{
  double most = 0.0;
  for (std::size_t s = 0; s < sights_.size(); ++s) most = std::max(most, strange_voxels(s));
  return most;
}
}  // namespace nadir::segmentation
