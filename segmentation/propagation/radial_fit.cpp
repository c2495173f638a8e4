#include "segmentation/propagation/radial_fit.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "segmentation/propagation/ray_evidence.h"
#include "segmentation/radial/cheapest_labels.h"
#include "segmentation/radial/sphere_directions.h"

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

class RadialFitter
{
public:
  explicit RadialFitter(const ComparedDates& dates)
      : block_(dates.drawn.block), directions_(direction_count), seen_(dates, directions_), carried_(seen_.carried()),
        factors_(factors_tried())
  {
  }

  RayEvidence& seen() { return seen_; }

  RadialFit run(InsideSince inside)
  {
    seen_.assume(inside);
    const auto costs = all_costs(inside == InsideSince::Enclosed);
    const auto labels = cheapest_labels({factors_, costs, directions_.pairs(), weights()});
    RadialFit fit;
    fit.since = inside;
    std::vector<double> radii;
    const auto carried = carried_label();
    for (std::size_t d = 0; d < direction_count; ++d)
    {
      const double factor = factors_[labels[d]];
      radii.push_back(factor * carried_[d]);
      fit.evidence -= costs[d * factors_.size() + labels[d]] - unfamiliar(factor);
      fit.carried_evidence -= costs[d * factors_.size() + carried] - unfamiliar(factors_[carried]);
    }
    fit.rim_share = rim_share(radii, 0.0);
    fit.plain_rim_share = rim_share(radii, 1.0);
    fit.inside = within(smoothed(std::move(radii)));
    compare_with_carried(fit);
    return fit;
  }

private:
  /// Of the factor nearest to 1.
  std::size_t carried_label() const
  {
    const auto nearest = std::ranges::min_element(factors_, {}, [](double factor) { return std::abs(factor - 1.0); });
    return static_cast<std::size_t>(nearest - factors_.begin());
  }

  /// Share of the directions in which the outer 3 mm speak for a lesion by more than this: log odds a sample.
  double rim_share(const std::vector<double>& radii, double by) const
  {
    constexpr double rim = 3.0;  // mm
    double living = 0.0;
    for (std::size_t d = 0; d < direction_count; ++d)
    {
      double sum = 0.0, count = 0.0;
      for (std::size_t n = 0; n < seen_.steps() && RayValues::radius_of(n) < radii[d]; ++n)
        if (const double depth = radii[d] - RayValues::radius_of(n); depth < rim)
          sum += seen_.at(d, n)[DepthValues::layer_of(depth)], count += 1.0;
      living += sum > by * count ? 1.0 : 0.0;
    }
    return living / direction_count;
  }

  /// Cost of each factor in this direction: log odds of all samples within, none against lesion, by the voxels that they stand for. Where
  /// what the rim encloses says nothing, it says nothing against.
  void add_costs(std::size_t direction, bool rim_decides, std::vector<double>& costs) const
  {
    constexpr std::size_t rim_layers = 2;  // 3 mm
    const double voxels = 4.0 * std::numbers::pi / direction_count * RayValues::step / block_.follow_up.geometry.voxel_volume_mm3();
    std::vector<RayOdds::Layers> odds(seen_.steps());
    for (std::size_t n = 0; n < seen_.steps(); ++n)
    {
      odds[n] = seen_.at(direction, n);
      for (double& layer : odds[n]) layer *= voxels / alike * RayValues::radius_of(n) * RayValues::radius_of(n);
    }
    for (const double factor : factors_)
    {
      double cost = unfamiliar(factor);
      for (std::size_t n = 0; n < seen_.steps(); ++n)
      {
        const double depth = factor * carried_[direction] - RayValues::radius_of(n);
        const double share = std::clamp(depth / RayValues::step + 0.5, 0.0, 1.0);
        if (share == 0.0) break;
        const auto layer = DepthValues::layer_of(depth);
        cost -= share * (rim_decides && layer >= rim_layers ? std::max(odds[n][layer], 0.0) : odds[n][layer]);
      }
      costs.push_back(cost);
    }
  }

  std::vector<double> all_costs(bool rim_decides) const
  {
    std::vector<double> costs;
    for (std::size_t d = 0; d < direction_count; ++d) add_costs(d, rim_decides, costs);
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
          const auto way = grid.voxel_to_patient(VoxelIndex{i, j, k}) - seen_.middle();
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
    fit.unchanged_evidence = seen_.unchanged() * carried / alike;
    fit.strange_share = seen_.strange_voxels() / std::max(carried, 1.0);
  }

  const FollowUpBlock& block_;
  SphereDirections directions_;
  RayEvidence seen_;
  const std::vector<double>& carried_;  ///< mm, one a direction
  std::vector<double> factors_;
};
/// Surroundings as they are now; where the inside has plainly died, those around what was found.
RadialFit fitted_now(RadialFitter& fitter)
{
  auto as_before = fitter.run(InsideSince::AsBefore), died = fitter.run(InsideSince::Died);
  if (died.evidence < as_before.evidence + plainly || died.evidence < told_evidence) return as_before;
  fitter.seen().look_around(died.inside);
  return fitter.run(InsideSince::Died);
}

/// A lesion that swelled a lot and died fills its former surroundings, and would pass for these. nullopt where its inside has not plainly
/// died, or its rim lives no longer.
std::optional<RadialFit> fitted_swollen(RadialFitter& fitter)
{
  // 0.6 and more around most dead cores, 0.15 to 0.4 where oedema around an unchanged lesion was taken for one
  constexpr double least_rim = 0.5;
  fitter.seen().look_around_as_before();
  fitter.seen().look_around(fitter.run(InsideSince::Died).inside);
  auto died = fitter.run(InsideSince::Died);
  const bool is_plain = died.evidence >= std::max(fitter.run(InsideSince::AsBefore).evidence + plainly, told_evidence);
  return is_plain && died.rim_share >= least_rim ? std::optional(std::move(died)) : std::nullopt;
}

/// A dead core that looks like the surroundings speaks against a lesion as loudly as its living rim speaks for one. nullopt unless the rim
/// is plain and closed.
std::optional<RadialFit> fitted_enclosed(RadialFitter& fitter)
{
  constexpr double closed = 0.9;  // of the directions
  fitter.seen().look_around_as_before();
  fitter.seen().look_around(fitter.run(InsideSince::Enclosed).inside);
  auto enclosed = fitter.run(InsideSince::Enclosed);
  const bool is_plain = enclosed.evidence >= told_evidence && enclosed.plain_rim_share >= closed;
  return is_plain ? std::optional(std::move(enclosed)) : std::nullopt;
}
}  // namespace

RadialFit radial_fit(const ComparedDates& dates)
{
  RadialFitter fitter(dates);
  auto now = fitted_now(fitter);
  auto swollen = fitted_swollen(fitter);
  auto best = swollen && swollen->evidence >= now.evidence + plainly ? std::move(*swollen) : std::move(now);
  if (best.evidence >= told_evidence) return best;
  auto enclosed = fitted_enclosed(fitter);
  return enclosed ? std::move(*enclosed) : std::move(best);
}
}  // namespace nadir::segmentation
