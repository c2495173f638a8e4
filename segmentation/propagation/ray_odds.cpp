#include "segmentation/propagation/ray_odds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nadir::segmentation
{
namespace
{
constexpr double most = 4.0;  // log odds of one sample

/// Half a deviation, in bins: more would hide the little by which tissues differ.
double spread_of(double deviation, double bin_width)
{
  constexpr double narrowest = 2.0, widest = 24.0;
  return bin_width > 0.0 ? std::clamp(0.5 * deviation / bin_width, narrowest, widest) : narrowest;
}

/// `values`: an empty histogram.
TissueHistogram surroundings(const imaging::FloatImage& distance, const imaging::FloatImage& seen, TissueHistogram values, double spread)
{
  constexpr float nearest = 2.0F, farthest = 18.0F;  // mm
  for (std::size_t n = 0; n < seen.values.size(); ++n)
    if (const float d = distance.values[n]; d > nearest && d < farthest && std::isfinite(seen.values[n])) values.add(seen.values[n]);
  values.finish(spread);
  return values;
}
}  // namespace

RayOdds::RayOdds(const FollowUpBlock& block, const EvenDates& dates, const RadialShape& carried, double deviation)
    : rays_(carried.rays), deviation_(deviation), noise_(dates.noise), bin_width_(TissueHistogram::spanning(dates.now.values).bin_width()),
      around_(surroundings(block.distance, dates.now, TissueHistogram::spanning(dates.now.values), spread_of(deviation_, bin_width_))),
      lesion_(block, dates.then, TissueHistogram::spanning(dates.now.values), spread_of(deviation_, bin_width_))
{
  find_beside(carried);
  find_alike(carried);
}

void RayOdds::look_around(const imaging::FloatImage& now, const imaging::FloatImage& distance)
{
  around_ = surroundings(distance, now, TissueHistogram::spanning(now.values), spread_of(deviation_, bin_width_));
}

void RayOdds::look_around_as_before(const FollowUpBlock& block, const EvenDates& dates)
{
  around_ = surroundings(block.distance, dates.then, TissueHistogram::spanning(dates.now.values), spread_of(deviation_, bin_width_));
}

void RayOdds::find_beside(const RadialShape& carried)
{
  constexpr std::array beyond{1.5, 2.5, 3.5, 5.0, 6.5, 8.0};  // mm
  std::vector<std::vector<float>> own(carried.radii.size());
  for (std::size_t d = 0; d < own.size(); ++d)
    for (const double mm : beyond)
    {
      const auto n = static_cast<std::size_t>((carried.radii[d] + mm) / RayValues::step);
      if (n < rays_.steps && std::isfinite(rays_.at(d, n).expected)) own[d].push_back(rays_.at(d, n).expected);
    }
  beside_ = own;
  for (const auto& [a, b] : carried.directions.pairs())
  {
    beside_[a].insert(beside_[a].end(), own[b].begin(), own[b].end());
    beside_[b].insert(beside_[b].end(), own[a].begin(), own[a].end());
  }
}

double RayOdds::expected_at(const RadialShape& carried, std::size_t direction, std::span<const double> places) const
{
  double sum = 0.0, count = 0.0;
  for (const double mm : places)
  {
    const auto n = static_cast<std::size_t>(std::max((carried.radii[direction] + mm) / RayValues::step, 0.0));
    if (n < rays_.steps && std::isfinite(rays_.at(direction, n).expected))
      sum += static_cast<double>(rays_.at(direction, n).expected), count += 1.0;
  }
  return count > 0.0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

void RayOdds::find_alike(const RadialShape& carried)
{
  constexpr std::array within{-1.5, -2.5, -3.5, -5.0}, beyond{1.5, 2.5, 3.5, 5.0};  // mm
  constexpr double step = 1.5;                                                      // deviations
  for (std::size_t d = 0; d < carried.radii.size(); ++d)
    is_alike_.push_back(std::abs(expected_at(carried, d, within) - expected_at(carried, d, beyond)) < step * deviation_ ? 1 : 0);
}

/// Probability of a bin that lies this far off the middle of a bell of this deviation.
double RayOdds::bell(double off, double width) const
{
  return std::min(bin_width_ / (width * 2.5066) * std::exp(-0.5 * off * off / (width * width)), 1.0);
}

double RayOdds::beside(std::size_t direction, float value) const
{
  const double width = is_alike_[direction] != 0 ? noise_ : deviation_;
  double sum = 0.0;
  for (const float near : beside_[direction]) sum += bell(static_cast<double>(value - near), width);
  return beside_[direction].empty() ? around_(value) : sum / static_cast<double>(beside_[direction].size());
}

double RayOdds::elsewhere(std::size_t direction, const RaySample& sample) const
{
  constexpr double least = 1e-5, either = 0.8, wider = 1.5;
  const bool is_alike = is_alike_[direction] != 0, is_known = sample.distance > 0.0F && std::isfinite(sample.expected);
  const double width = wider * (is_alike ? static_cast<double>(sample.error) : deviation_);
  const double known = is_known ? bell(static_cast<double>(sample.value - sample.expected), width) : beside(direction, sample.value);
  const double around = around_(sample.value);
  return std::max(is_alike ? either * std::max(known, around) : 0.5 * known + 0.5 * around, least);
}

RayOdds::Layers RayOdds::at(std::size_t direction, const RaySample& sample) const
{
  Layers odds{};
  if (!std::isfinite(sample.value)) return odds;
  const double none = std::log(elsewhere(direction, sample));
  for (std::size_t layer = 0; layer < odds.size(); ++layer)
    odds[layer] = std::clamp(std::log(lesion_(layer, sample.value)) - none, -most, most);
  return odds;
}

double RayOdds::strangeness(std::size_t direction, float value) const
{
  const double left = std::log(elsewhere(direction, {value, NAN, -1.0F, NAN}));
  return std::clamp(-std::log(static_cast<double>(TissueHistogram::bins)) - left, -most, most);
}

double RayOdds::unchanged() const
{
  constexpr float inside = -1.0F;  // mm
  double sum = 0.0, volume = 0.0;
  for (std::size_t d = 0; d < beside_.size(); ++d)
    for (std::size_t n = 0; n < rays_.steps; ++n)
    {
      const auto& seen = rays_.at(d, n);
      if (!(seen.distance < inside) || !std::isfinite(seen.expected)) continue;
      const double weight = RayValues::radius_of(n) * RayValues::radius_of(n);
      const auto odds = at(d, {seen.expected, seen.expected, seen.distance, seen.error});
      sum += weight * odds[DepthValues::layer_of(-static_cast<double>(seen.distance))], volume += weight;
    }
  return volume > 0.0 ? sum / volume : 0.0;
}
}  // namespace nadir::segmentation
