#include "segmentation/propagation/radial_fit.h"

#include <algorithm>
#include <cmath>
#include <numbers>
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
constexpr double alike = 3.0;                // voxels that say no more than one: neighbours share noise and errors of position

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

class RadialFitter
{
public:
  RadialFitter(const FollowUpBlock& block, const ExpectedValues& expected)
      : block_(block), directions_(direction_count), dates_(even_dates(block, expected)), rays_(ray_values(block, dates_, directions_)),
        carried_(carried_radii(rays_)), odds_(block, dates_, {directions_, rays_, carried_}, expected.deviation), factors_(factors_tried())
  {
  }

  RadialFit run(InsideSince inside)
  {
    odds_.assume(inside);
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
    fit.inside = within(smoothed(std::move(radii)));
    compare_with_carried(fit);
    return fit;
  }

  /// Learns the surroundings anew, what was found left out.
  void look_around(const Bytes& found) { odds_.look_around(dates_.now, signed_distance_map(block_.follow_up.geometry, found)); }

private:
  /// Cost of each factor in this direction: log odds of all samples within, none against lesion, by the voxels that they stand for.
  void add_costs(std::size_t direction, std::vector<double>& costs) const
  {
    const double voxels = 4.0 * std::numbers::pi / direction_count * RayValues::step / block_.follow_up.geometry.voxel_volume_mm3();
    std::vector<RayOdds::Layers> odds(rays_.steps);
    for (std::size_t n = 0; n < rays_.steps; ++n)
    {
      odds[n] = odds_.at(direction, rays_.at(direction, n));
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
    fit.unchanged_evidence = odds_.unchanged() * carried / alike;
    fit.strange_share = strange_voxels() / std::max(carried, 1.0);
  }

  /// Voxels where the lesion lay whose values, averaged nearby, are neither those beside nor those around it: a dead core without its rim.
  double strange_voxels() const
  {
    constexpr float inside = -1.0F;
    constexpr double nearby = 3.0;  // mm
    const auto& grid = block_.follow_up.geometry;
    imaging::FloatImage strange{grid, std::vector<float>(grid.size().voxels(), -4.0F)};
    std::size_t n = 0;
    for (int k = 0; k < grid.size().k; ++k)
      for (int j = 0; j < grid.size().j; ++j)
        for (int i = 0; i < grid.size().i; ++i, ++n)
          if (block_.distance.values[n] < inside)
          {
            const auto direction = directions_.nearest(grid.voxel_to_patient(VoxelIndex{i, j, k}) - rays_.middle);
            strange.values[n] = static_cast<float>(odds_.strangeness(direction, dates_.now.values[n]));
          }
    imaging::smooth(strange, nearby);
    return static_cast<double>(std::count_if(strange.values.begin(), strange.values.end(), [](float v) { return v > 0.0F; }));
  }

  const FollowUpBlock& block_;
  SphereDirections directions_;
  EvenDates dates_;
  RayValues rays_;
  std::vector<double> carried_;  ///< mm, one a direction
  RayOdds odds_;
  std::vector<double> factors_;
};
}  // namespace

RadialFit radial_fit(const FollowUpBlock& block, const ExpectedValues& expected)
{
  constexpr double told = 40.0, plainly = 10.0;  // log odds
  RadialFitter fitter(block, expected);
  auto as_before = fitter.run(InsideSince::AsBefore), died = fitter.run(InsideSince::Died);
  if (died.evidence < as_before.evidence + plainly || died.evidence < told) return as_before;
  fitter.look_around(died.inside);
  return fitter.run(InsideSince::Died);
}
}  // namespace nadir::segmentation
