#include "segmentation/propagation/radial_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <utility>

#include "imaging/registration/reduce_image.h"
#include "segmentation/propagation/cheapest_labels.h"
#include "segmentation/propagation/distance_map.h"
#include "segmentation/propagation/ray_odds.h"
#include "segmentation/propagation/ray_values.h"
#include "segmentation/propagation/sphere_directions.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t direction_count = 240;  // 15 degrees apart
constexpr double plainly = 10.0;              // log odds
constexpr double alike = 3.0;                 // voxels that say no more than one: neighbours share noise and errors of position

/// Sizes of the lesion that are tried, as multiples of the carried one; the first stands for none.
std::vector<double> factors_tried()
{
  constexpr double none = 0.02, least = 0.1, most = 2.3, step = 0.04;
  std::vector<double> factors{none};
  for (int n = 0; least + step * n < most; ++n) factors.push_back(least + step * n);
  return factors;
}

/// What a change of size costs in one direction: log odds.
double unfamiliar(double factor)
{
  constexpr double by_square = 0.3;
  return by_square * std::log(factor) * std::log(factor);
}

/// Where the carried border is crossed last.
std::vector<double> carried_radii(const RayValues& rays)
{
  std::vector<double> radii(direction_count, RayValues::step);
  for (std::size_t d = 0; d < direction_count; ++d)
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

/// One kind of image from the lesion's middle.
struct Sight
{
  Sight(const ComparedSeries& series, const SphereDirections& directions)
      : dates(even_dates(series.block, series.expected)), rays(ray_values(series.block, dates, directions)), weighting(series.weighting),
        brightest(brightest_within(series.block.distance, dates.then))
  {
  }

  EvenDates dates;
  RayValues rays;
  Weighting weighting;
  float brightest;  ///< all but 5 % of the lesion's values at baseline lie below
};

std::vector<Sight> sights(const ComparedDates& dates, const SphereDirections& directions)
{
  std::vector<Sight> all;
  all.emplace_back(dates.drawn, directions);
  for (const auto& witness : dates.witnesses) all.emplace_back(witness, directions);
  return all;
}

class RadialFitter
{
public:
  explicit RadialFitter(const ComparedDates& dates)
      : block_(dates.drawn.block), directions_(direction_count), sights_(sights(dates, directions_)), rays_(sights_.front().rays),
        carried_(carried_radii(rays_)), factors_(factors_tried()), tells_oedema_(tells_oedema(dates))
  {
    add_odds(dates.drawn);
    for (const auto& witness : dates.witnesses) add_odds(witness);
  }

  RadialFit run(InsideSince inside)
  {
    for (auto& odds : odds_) odds.assume(inside);
    const auto costs = all_costs();
    const auto labels = cheapest_labels({factors_, costs, directions_.pairs(), weights()});
    RadialFit fit;
    fit.since = inside;
    std::vector<double> radii;
    for (std::size_t d = 0; d < direction_count; ++d)
    {
      const double factor = factors_[labels[d]];
      radii.push_back(factor * carried_[d]);
      fit.evidence -= costs[d * factors_.size() + labels[d]] - unfamiliar(factor);
    }
    fit.rim_share = rim_share(radii);
    fit.inside = within(smoothed(std::move(radii)));
    compare_with_carried(fit);
    return fit;
  }

  /// Learns the surroundings anew, what was found left out.
  void look_around(const Bytes& found)
  {
    const auto distance = signed_distance_map(block_.follow_up.geometry, found);
    for (std::size_t s = 0; s < odds_.size(); ++s) odds_[s].look_around(sights_[s].dates.now, distance);
  }

  void look_around_as_before(const ComparedDates& dates)
  {
    odds_.front().look_around_as_before(dates.drawn.block, sights_.front().dates);
    for (std::size_t s = 1; s < odds_.size(); ++s) odds_[s].look_around_as_before(dates.witnesses[s - 1].block, sights_[s].dates);
  }

private:
  /// Share of the directions in which the outer 3 mm speak for a lesion.
  double rim_share(const std::vector<double>& radii) const
  {
    constexpr double rim = 3.0;  // mm
    double living = 0.0;
    for (std::size_t d = 0; d < direction_count; ++d)
    {
      double sum = 0.0;
      for (std::size_t n = 0; n < rays_.steps && RayValues::radius_of(n) < radii[d]; ++n)
        if (const double depth = radii[d] - RayValues::radius_of(n); depth < rim) sum += odds_at(d, n)[DepthValues::layer_of(depth)];
      living += sum > 0.0 ? 1.0 : 0.0;
    }
    return living / direction_count;
  }

  void add_odds(const ComparedSeries& series)
  {
    const auto& sight = sights_[odds_.size()];
    odds_.emplace_back(series.block, sight.dates, RadialShape{directions_, sight.rays, carried_}, series.expected.deviation);
  }

  /// What a witness says for a lesion. Where tumour may be as bright as oedema, it may say so of its inside, but not of its outer 3 mm, and
  /// beyond the carried border only where another image tells the two apart. Liquid, brighter than the tumour was, is no oedema. What it
  /// says against a lesion counts.
  RayOdds::Layers said_by_witness(std::size_t sight, std::size_t direction, std::size_t n) const
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

  /// What all kinds of image say of one place.
  RayOdds::Layers odds_at(std::size_t direction, std::size_t n) const
  {
    auto sum = odds_.front().at(direction, rays_.at(direction, n));
    for (std::size_t s = 1; s < odds_.size(); ++s)
    {
      const auto said = said_by_witness(s, direction, n);
      for (std::size_t layer = 0; layer < sum.size(); ++layer) sum[layer] += said[layer];
    }
    return sum;
  }

  /// Cost of each factor in this direction: log odds of all samples within, none against lesion, by the voxels that they stand for.
  void add_costs(std::size_t direction, std::vector<double>& costs) const
  {
    const double voxels = 4.0 * std::numbers::pi / direction_count * RayValues::step / block_.follow_up.geometry.voxel_volume_mm3();
    std::vector<RayOdds::Layers> odds(rays_.steps);
    for (std::size_t n = 0; n < rays_.steps; ++n)
    {
      odds[n] = odds_at(direction, n);
      for (double& layer : odds[n]) layer *= voxels / alike * RayValues::radius_of(n) * RayValues::radius_of(n);
    }
    for (const double factor : factors_)
    {
      double cost = unfamiliar(factor);
      for (std::size_t n = 0; n < rays_.steps; ++n)
      {
        const double depth = factor * carried_[direction] - RayValues::radius_of(n);
        const double share = std::clamp(depth / RayValues::step + 0.5, 0.0, 1.0);
        if (share == 0.0) break;
        cost -= share * odds[n][DepthValues::layer_of(depth)];
      }
      costs.push_back(cost);
    }
  }

  std::vector<double> all_costs() const
  {
    std::vector<double> costs;
    for (std::size_t d = 0; d < direction_count; ++d) add_costs(d, costs);
    return costs;
  }

  /// A border may run askew to the carried one by about 0.35 mm a mm.
  std::vector<double> weights() const
  {
    constexpr double askew = 0.35, widest = 25.0;  // mm
    std::vector<double> weights;
    for (const auto& [a, b] : directions_.pairs())
    {
      const double radius = 0.5 * (carried_[a] + carried_[b]);
      const double apart = norm(directions_.all()[a] - directions_.all()[b]) * std::min(radius, widest);
      weights.push_back(0.5 * radius * radius / (askew * apart * askew * apart));
    }
    return weights;
  }

  /// Each halfway to the mean of its neighbours, as multiples of the carried radii.
  std::vector<double> smoothed(std::vector<double> radii) const
  {
    std::vector<double> sum(direction_count), count(direction_count);
    for (const auto& [a, b] : directions_.pairs())
    {
      sum[a] += radii[b] / carried_[b], count[a] += 1.0;
      sum[b] += radii[a] / carried_[a], count[b] += 1.0;
    }
    for (std::size_t d = 0; d < direction_count; ++d) radii[d] = 0.5 * radii[d] + 0.5 * carried_[d] * sum[d] / count[d];
    return radii;
  }

  Bytes within(const std::vector<double>& radii) const
  {
    const auto& grid = block_.follow_up.geometry;
    const double farthest = *std::max_element(radii.begin(), radii.end());
    Bytes inside;
    inside.reserve(grid.size().voxels());
    for (int k = 0; k < grid.size().k; ++k)
      for (int j = 0; j < grid.size().j; ++j)
        for (int i = 0; i < grid.size().i; ++i)
        {
          const auto way = grid.voxel_to_patient(VoxelIndex{i, j, k}) - rays_.middle;
          const double radius = norm(way);
          const bool is_near = radius < farthest && radius < directions_.between(radii, (1.0 / std::max(radius, 1e-9)) * way);
          inside.push_back(is_near ? 1 : 0);
        }
    return inside;
  }

  void compare_with_carried(RadialFit& fit) const
  {
    const auto shape = within(carried_);
    double both = 0.0, carried = 0.0, seen = 0.0;
    for (std::size_t n = 0; n < shape.size(); ++n)
    {
      const bool is_carried = block_.distance.values[n] < 0.0F;
      both += is_carried && shape[n] != 0 ? 1.0 : 0.0;
      carried += is_carried ? 1.0 : 0.0, seen += shape[n];
    }
    fit.shape_agreement = carried + seen > 0.0 ? 2.0 * both / (carried + seen) : 0.0;
    double unchanged = 0.0;
    for (const auto& odds : odds_) unchanged += odds.unchanged();
    fit.unchanged_evidence = unchanged * carried / alike;
    for (std::size_t s = 0; s < odds_.size(); ++s)
      fit.strange_share = std::max(fit.strange_share, strange_voxels(s) / std::max(carried, 1.0));
  }

  /// Voxels where the lesion lay whose values, averaged nearby, are neither those beside nor those around it: a dead core without its rim.
  double strange_voxels(std::size_t sight) const
  {
    constexpr float inside = -1.0F;
    constexpr double nearby = 3.0;  // mm
    const auto& grid = block_.follow_up.geometry;
    imaging::FloatImage strange{grid, std::vector<float>(grid.size().voxels(), -4.0F)};
    std::size_t n = 0;
    for (int k = 0; k < grid.size().k; ++k)
      for (int j = 0; j < grid.size().j; ++j)
        for (int i = 0; i < grid.size().i; ++i, ++n)
          if (const float now = sights_[sight].dates.now.values[n]; block_.distance.values[n] < inside && std::isfinite(now))
          {
            const auto direction = directions_.nearest(grid.voxel_to_patient(VoxelIndex{i, j, k}) - rays_.middle);
            strange.values[n] = static_cast<float>(odds_[sight].strangeness(direction, now));
          }
    imaging::smooth(strange, nearby);
    return static_cast<double>(std::count_if(strange.values.begin(), strange.values.end(), [](float v) { return v > 0.0F; }));
  }

  const FollowUpBlock& block_;
  SphereDirections directions_;
  std::vector<Sight> sights_;    ///< of the series that the lesion was drawn on, then of the witnesses
  const RayValues& rays_;        ///< of the first
  std::vector<double> carried_;  ///< mm, one a direction
  std::vector<RayOdds> odds_;    ///< one a sight
  std::vector<double> factors_;
  bool tells_oedema_;
};
}  // namespace

namespace
{
/// Surroundings as they are now; where the inside has plainly died, those around what was found.
RadialFit fitted_now(RadialFitter& fitter)
{
  auto as_before = fitter.run(InsideSince::AsBefore), died = fitter.run(InsideSince::Died);
  if (died.evidence < as_before.evidence + plainly || died.evidence < told_evidence) return as_before;
  fitter.look_around(died.inside);
  return fitter.run(InsideSince::Died);
}

/// A lesion that swelled a lot and died fills its former surroundings, and would pass for these. nullopt where its inside has not plainly
/// died, or its rim lives no longer.
std::optional<RadialFit> fitted_swollen(RadialFitter& fitter, const ComparedDates& dates)
{
  constexpr double least_rim =
      0.5;  // 0.6 and more around most dead cores, 0.15 to 0.4 where oedema around an unchanged lesion was taken for one
  fitter.look_around_as_before(dates);
  fitter.look_around(fitter.run(InsideSince::Died).inside);
  auto died = fitter.run(InsideSince::Died);
  const bool is_plain = died.evidence >= std::max(fitter.run(InsideSince::AsBefore).evidence + plainly, told_evidence);
  return is_plain && died.rim_share >= least_rim ? std::optional(std::move(died)) : std::nullopt;
}
}  // namespace

RadialFit radial_fit(const ComparedDates& dates)
{
  RadialFitter fitter(dates);
  auto now = fitted_now(fitter);
  auto swollen = fitted_swollen(fitter, dates);
  return swollen && swollen->evidence >= now.evidence + plainly ? std::move(*swollen) : std::move(now);
}
}  // namespace nadir::segmentation
