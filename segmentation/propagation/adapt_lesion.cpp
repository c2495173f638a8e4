#include "segmentation/propagation/adapt_lesion.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "segmentation/propagation/change_map.h"
#include "segmentation/propagation/distance_map.h"
#include "segmentation/propagation/refine_border.h"
#include "segmentation/propagation/relaxed_cut.h"
#include "segmentation/propagation/tidy_lesion.h"
#include "segmentation/propagation/tissue_histogram.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;

/// 1 mm within the border, where mixed voxels end; the border itself for a lesion too thin for that.
float inner_depth(const FollowUpBlock& block)
{
  const auto& d = block.distance.values;
  return std::count_if(d.begin(), d.end(), [](float v) { return v < -1.0F; }) >= 50 ? -1.0F : 0.0F;
}

/// What moves a border besides edges; log odds.
struct BorderForce
{
  double values = 0.0;  ///< share of what the voxel's value says
  double outwards = 0.0;
};

/// Models of the values and what follows from them.
class Adaptation
{
public:
  Adaptation(const FollowUpBlock& block, const ExpectedValues& expected, const AdaptConfig& config)
      : block_(block), expected_(expected), config_(config), values_(without_shading(block.follow_up, expected.fit)),
        empty_(TissueHistogram::spanning(values_)), before_(empty_), around_(empty_), unchanged_(unchanged_share(block, expected)),
        depth_(inner_depth(block))
  {
    const auto then = without_shading(expected.values, expected.fit);
    for (std::size_t n = 0; n < size(); ++n)
    {
      const float d = distance(n), e = then[n];
      if (d < depth_ && std::isfinite(e)) before_.add(e);
      if (d > 3.0F && d < 20.0F && std::isfinite(value(n))) around_.add(value(n));
    }
    finish(before_);
    finish(around_);
    cost_ = border_costs();
  }

  AdaptedLesion run() const
  {
    Bytes inside = cut(before_);
    for (int round = 1; round < config_.rounds; ++round)
    {
      const auto now = learned(inside);
      if (!now) break;
      inside = cut(*now);
    }
    return described(without_unlike_ends(with_sharp_border(tidied(std::move(inside), block_.distance))));
  }

  /// The border moved to the nearest change of values, but hardly farther than a voxel.
  AdaptedLesion sharpened(Bytes inside) const
  {
    constexpr double hold = 2.0, most_hold = 4.0;  // log odds a mm
    if (std::none_of(inside.begin(), inside.end(), [](auto v) { return v != 0; })) return described(std::move(inside));
    const auto shape = signed_distance_map(block_.follow_up.geometry, inside);
    std::vector<float> hint(size()), weight(size());
    for (std::size_t n = 0; n < size(); ++n)
    {
      hint[n] = static_cast<float>(std::clamp(-hold * static_cast<double>(shape.values[n]), -most_hold, most_hold));
      weight[n] = 1.0F - unchanged_.values[n];
    }
    BorderConfig border;
    border.deviation = 1.5 * expected_.deviation, border.band = 1.5, border.rounds = 1;
    return described(tidied(refined_border(block_.follow_up, std::move(inside), {hint, weight}, border), block_.distance));
  }

  AdaptedLesion described(Bytes inside) const
  {
    AdaptedLesion result;
    double inside_count = 0.0, carried = 0.0, kept = 0.0;
    for (std::size_t n = 0; n < size(); ++n)
    {
      if (!std::isfinite(value(n))) continue;
      const double odds = std::log(before_(value(n)) / around_(value(n)));
      if (inside[n] != 0)
      {
        result.evidence += odds;
        result.commonness += std::log(around_(value(n)) * static_cast<double>(TissueHistogram::bins));
        inside_count += 1.0;
      }
      if (distance(n) >= depth_) continue;
      carried += 1.0;
      result.carried_evidence += odds;
      kept += inside[n];
    }
    if (inside_count > 0.0) result.evidence /= inside_count, result.commonness /= inside_count;
    if (carried > 0.0) result.carried_evidence /= carried, result.kept_share = kept / carried;
    result.agreement = expected_.agreement;
    result.inside = std::move(inside);
    return result;
  }

private:
  std::size_t size() const { return block_.follow_up.values.size(); }
  float value(std::size_t n) const { return values_[n]; }
  float distance(std::size_t n) const { return block_.distance.values[n]; }
  double bin_width() const { return empty_.bin_width(); }

  /// Spreads each value over half a deviation: more would hide the little by which tissues differ.
  void finish(TissueHistogram& values) const
  {
    constexpr double least = 1.0, most = 12.0;  // bins
    values.finish(bin_width() > 0.0 ? std::clamp(0.5 * expected_.deviation / bin_width(), least, most) : least);
  }

  /// The lesion's values, learned anew from what was cut out. Each counts as much as it speaks for the lesion, and all of them at most 70
  /// %: what is left of a lesion that has gone looks like its surroundings, and would find itself in these. nullopt with fewer than 20
  /// voxels.
  std::optional<TissueHistogram> learned(const Bytes& inside) const
  {
    constexpr double fewest = 20.0, most = 0.7;
    TissueHistogram now = empty_;
    double count = 0.0;
    for (std::size_t n = 0; n < size(); ++n)
    {
      if (inside[n] == 0) continue;
      const double of_lesion = before_(value(n));
      now.add(value(n), of_lesion / (of_lesion + around_(value(n)))), count += 1.0;
    }
    if (count < fewest) return std::nullopt;
    const double share = most * now.count() / count;
    finish(now);
    now.blend(before_, 1.0 - share);
    return now;
  }

  /// Probability of a value where there is no lesion: near the value expected there, or any value of the surroundings.
  double elsewhere(std::size_t n) const
  {
    const double any = around_(value(n));
    const float e = expected_.values.values[n];
    if (distance(n) < 0.0F || !std::isfinite(e)) return any;
    const double width = 1.5 * expected_.deviation;
    const double rest = (static_cast<double>(block_.follow_up.values[n]) - static_cast<double>(e)) / width;
    const double near = bin_width() / (width * 2.5066) * std::exp(-0.5 * rest * rest);
    return 0.5 * std::min(near, 1.0) + 0.5 * any;
  }

  float gain(std::size_t n, const TissueHistogram& lesion) const { return trusting(n, values(n, lesion) + place(n)); }

  /// Log odds of the voxel's value, lesion against no lesion.
  double values(std::size_t n, const TissueHistogram& lesion) const
  {
    return std::clamp(std::log(lesion(value(n)) / elsewhere(n)), -4.0, 4.0);
  }

  /// What the distance to the carried border says.
  double place(std::size_t n) const
  {
    return std::clamp(-static_cast<double>(distance(n)) / config_.doubt, -config_.most_doubt, config_.most_support);
  }

  /// Where nothing has changed the carried border holds; where something has, `changed` decides.
  float trusting(std::size_t n, double changed) const
  {
    const auto trust = static_cast<double>(unchanged_.values[n]);
    const double held = std::clamp(-2.0 * static_cast<double>(distance(n)), -8.0, 8.0);
    return static_cast<float>(trust * held + (1.0 - trust) * changed);
  }

  /// Borders are cheap where the follow-up has an edge.
  std::vector<float> border_costs() const
  {
    const auto& image = block_.follow_up;
    const auto& grid = image.geometry;
    std::vector<float> cost(size());
    const double width = 3.0 * expected_.deviation;
    std::size_t n = 0;
    for (int k = 0; k < grid.size().k; ++k)
      for (int j = 0; j < grid.size().j; ++j)
        for (int i = 0; i < grid.size().i; ++i, ++n)
        {
          const auto next = [&](VoxelIndex v)
          { return grid.size().contains(v) ? static_cast<double>(image.values[image.offset(v)] - image.values[n]) : 0.0; };
          const double a = next({i + 1, j, k}), b = next({i, j + 1, k}), c = next({i, j, k + 1});
          cost[n] = static_cast<float>(config_.border_cost * (0.1 + 0.9 * std::exp(-0.5 * (a * a + b * b + c * c) / (width * width))));
        }
    return cost;
  }

  Bytes cut(const TissueHistogram& lesion) const
  {
    std::vector<float> gains(size());
    for (std::size_t n = 0; n < size(); ++n) gains[n] = gain(n, lesion);
    const auto share = relaxed_cut({block_.follow_up.geometry, gains, cost_});
    Bytes inside(size());
    for (std::size_t n = 0; n < size(); ++n) inside[n] = share[n] > 0.5F ? 1 : 0;
    return inside;
  }

  /// The border moved to the nearest change of values, tried three ways: the values of the baseline lesion help where it has shrunk and
  /// mislead where it has died inside; there a push outwards finds the living rim. The sharpest border wins.
  Bytes with_sharp_border(const Bytes& inside) const
  {
    if (std::none_of(inside.begin(), inside.end(), [](auto v) { return v != 0; })) return inside;
    const Bytes foreign = foreign_to(inside);
    Bytes best;
    double sharpest = -1.0;
    for (const BorderForce force : {BorderForce{0.5, 0.0}, BorderForce{0.0, 0.0}, BorderForce{0.0, 1.5}})
    {
      Bytes candidate = moved_border(inside, foreign, force);
      const double contrast = border_contrast(block_.follow_up, candidate);
      if (contrast > sharpest) best = std::move(candidate), sharpest = contrast;
    }
    return best;
  }

  /// Without those slices at either end whose values, where something has changed, speak against the lesion.
  Bytes without_unlike_ends(Bytes inside) const
  {
    constexpr double least_support = -0.3;  // log odds
    const auto& grid = block_.follow_up.geometry.size();
    const std::size_t slice = static_cast<std::size_t>(grid.i) * static_cast<std::size_t>(grid.j);
    const auto is_taken_off = [&](int k)
    {
      const std::size_t first = static_cast<std::size_t>(k) * slice;
      if (slice_support(inside, first, first + slice) >= least_support) return false;
      std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(first), slice, std::uint8_t{0});
      return true;
    };
    int low = 0, high = grid.k - 1;
    while (low < grid.k && is_taken_off(low)) ++low;
    while (high > low && is_taken_off(high)) --high;
    return inside;
  }

  /// Mean log odds of the voxels inside, lesion against surroundings; what has not changed counts as lesion. The lowest of all in an empty
  /// slice.
  double slice_support(const Bytes& inside, std::size_t first, std::size_t last) const
  {
    constexpr double unchanged = 2.0;
    double sum = 0.0, count = 0.0;
    for (std::size_t n = first; n < last; ++n)
    {
      if (inside[n] == 0) continue;
      const auto trust = static_cast<double>(unchanged_.values[n]);
      sum += trust * unchanged + (1.0 - trust) * std::clamp(std::log(before_(value(n)) / around_(value(n))), -4.0, 4.0), count += 1.0;
    }
    return count > 0.0 ? sum / count : -4.0;
  }

  /// Voxels of values that are common around and seen neither in the lesion at baseline nor deep within what was cut out: fat of a septum
  /// beside it, muscle in a bay. Brighter than the lesion is not yet lesion.
  Bytes foreign_to(const Bytes& inside) const
  {
    constexpr float deep = -3.0F;    // mm
    constexpr double surely = -2.5;  // log odds
    constexpr double enough = 20.0;  // voxels
    const auto own_distance = signed_distance_map(block_.follow_up.geometry, inside);
    TissueHistogram within = empty_;
    for (std::size_t n = 0; n < size(); ++n)
      if (own_distance.values[n] < deep) within.add(value(n));
    const bool has_core = within.count() >= enough;
    finish(within);
    const auto own = [&](float v) { return has_core ? std::max(before_(v), within(v)) : before_(v); };
    Bytes foreign(size());
    for (std::size_t n = 0; n < size(); ++n) foreign[n] = std::log(own(value(n)) / around_(value(n))) < surely ? 1 : 0;
    return foreign;
  }

  Bytes moved_border(const Bytes& inside, const Bytes& foreign, BorderForce force) const
  {
    constexpr double against = -4.0;
    std::vector<float> hint(size()), weight(size());
    for (std::size_t n = 0; n < size(); ++n)
    {
      hint[n] = trusting(n, foreign[n] != 0 ? against : 0.3 * place(n) + force.values * values(n, before_) + force.outwards);
      weight[n] = foreign[n] != 0 ? 0.0F : 1.0F - unchanged_.values[n];
    }
    BorderConfig border;
    border.deviation = 1.5 * expected_.deviation;
    if (force.outwards > 0.0) border.rounds *= 2;
    return refined_border(block_.follow_up, inside, {hint, weight}, border);
  }

  const FollowUpBlock& block_;
  const ExpectedValues& expected_;
  AdaptConfig config_;
  std::vector<float> values_;  ///< of the follow-up, shading taken off
  TissueHistogram empty_;      ///< between the limits of the values
  TissueHistogram before_;     ///< lesion at baseline, in the follow-up's values
  TissueHistogram around_;     ///< surroundings at follow-up
  imaging::FloatImage unchanged_;
  float depth_;  ///< voxels at less than this distance are surely lesion at baseline
  std::vector<float> cost_;
};
}  // namespace

AdaptedLesion adapted(const FollowUpBlock& block, const ExpectedValues& expected, const AdaptConfig& config)
{
  return Adaptation(block, expected, config).run();
}

AdaptedLesion sharpened(const FollowUpBlock& block, const ExpectedValues& expected, std::vector<std::uint8_t> inside)
{
  return Adaptation(block, expected, {}).sharpened(std::move(inside));
}

AdaptedLesion described(const FollowUpBlock& block, const ExpectedValues& expected, std::vector<std::uint8_t> inside)
{
  return Adaptation(block, expected, {}).described(std::move(inside));
}
}  // namespace nadir::segmentation
