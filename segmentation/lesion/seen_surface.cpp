#include "segmentation/lesion/seen_surface.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "segmentation/lesion/rim_odds.h"
#include "segmentation/radial/cheapest_labels.h"

namespace nadir::segmentation::lesion
{
namespace
{
using Values = std::vector<float>;

/// Sums of a ray's odds up to each place, mm.
std::vector<double> summed(const RaySignal& signal, const RimOdds& odds, std::size_t ray)
{
  std::vector<double> sums{0.0};
  for (int place = 0; place < signal.places(); ++place) sums.push_back(sums.back() + signal.step() * odds(signal.value(ray, place)));
  return sums;
}

/// Costs of all radii of one ray: what lies just beyond should not look like a rim, what lies just within should.
void add_values(const RaySignal& signal, const std::vector<double>& sums, double* costs)
{
  constexpr double of_one_mind = 2.0;  // mm along a ray that say the same
  const int inner = static_cast<int>(RaySignal::inner_window / signal.step()), outer = signal.places() - signal.radii();
  for (int r = 0; r < signal.radii(); ++r)
  {
    const auto sum = [&](int place) { return sums[static_cast<std::size_t>(place)]; };
    const double within = sum(r + 1) - sum(std::max(0, r + 1 - inner)), beyond = sum(r + 1 + outer) - sum(r + 1);
    costs[r] = (beyond - within) / of_one_mind;
  }
}

/// The border passes through the drawn ends, and in their slice lies no farther from the middle than those of the longest diameter.
void add_drawn(const RaySignal& signal, PatientVector direction, const std::vector<PatientVector>& ends, double* costs)
{
  constexpr double at_end = 0.97, in_slice = 0.35, farther = 0.56;  // cosines; of the line's length
  constexpr double a_mm = 2.0, most_of_end = 20.0, too_far = 5.0;
  const double loose = std::max(2.0, 1.5 * signal.pixel());
  const bool lies_in_slice = std::abs(dot(direction, signal.normal())) < in_slice;
  for (int r = 0; r < signal.radii(); ++r)
  {
    const double radius = signal.radius(r);
    for (const auto& end : ends)
      if (dot(direction, end) > at_end * norm(end)) costs[r] += std::min(most_of_end, a_mm * std::abs(radius - norm(end)) / loose);
    if (lies_in_slice && radius > farther * signal.length()) costs[r] += too_far;
  }
}

/// Ends of the drawn axes, from the middle of the longest diameter.
std::vector<PatientVector> ends_of(const LesionPrompt& prompt, PatientPoint middle)
{
  std::vector<PatientVector> ends{prompt.long_axis->from - middle, prompt.long_axis->to - middle};
  if (prompt.short_axis) ends.insert(ends.end(), {prompt.short_axis->from - middle, prompt.short_axis->to - middle});
  return ends;
}
}  // namespace

BorderSight sight_of(const RaySignal& signal, const std::vector<double>& radii)
{
  constexpr double width = 2.5, seen = 4.0;  // mm; deviations
  const auto& directions = check_directions().all();
  double unseen = 0.0, steps = 0.0, count = 0.0;
  for (std::size_t n = 0; n < radii.size(); ++n)
  {
    const double step = std::abs(signal.mean_between(directions[n], std::max(0.0, radii[n] - width), radii[n]) -
                                 signal.mean_between(directions[n], radii[n], radii[n] + width));
    if (!std::isfinite(step)) continue;
    unseen += step < seen * signal.noise() ? 1.0 : 0.0, steps += step, count += 1.0;
  }
  return count > 0.0 ? BorderSight{unseen / count, steps / count} : BorderSight{};
}

namespace
{
/// The border that the odds show.
std::vector<double> fitted(const RaySignal& signal, const LesionPrompt& prompt, const RimOdds& odds)
{
  constexpr double a_mm = 0.35, most = 6.0;  // what neighbours cost that differ
  const auto& directions = ray_directions();
  const auto ends = ends_of(prompt, signal.middle());
  LabelProblem problem;
  for (int r = 0; r < signal.radii(); ++r) problem.positions.push_back(signal.radius(r));
  problem.costs.resize(directions.all().size() * problem.positions.size());
  for (std::size_t ray = 0; ray < directions.all().size(); ++ray)
  {
    double* costs = problem.costs.data() + ray * problem.positions.size();
    add_values(signal, summed(signal, odds, ray), costs);
    add_drawn(signal, directions.all()[ray], ends, costs);
  }
  problem.pairs = directions.pairs();
  problem.weights.assign(problem.pairs.size(), a_mm);
  problem.difference = Difference::Length, problem.most = most;
  std::vector<double> radii;
  for (const std::size_t label : cheapest_labels(problem)) radii.push_back(problem.positions[label]);
  return radii;
}

/// What a border found before teaches of rim and surroundings, as far as its rim looks like the one at the ends.
RimOdds learned(const RaySignal& signal, const std::vector<double>& radii, const Values& ends, const RimOdds& odds)
{
  constexpr double rim = 4.0, around = 12.0;  // mm
  const double blurred = 0.7 * signal.pixel();
  auto of_rim = signal.between(radii, blurred, rim), of_surroundings = signal.between(radii, -around, -blurred);
  std::erase_if(of_rim, [&](float value) { return odds(value) < 0.0; });
  // As much of what is known as of what was found.
  const auto add_as_much = [](Values& to, const Values& known)
  {
    const std::size_t found = to.size();
    for (std::size_t n = 0; n < found && !known.empty(); ++n) to.push_back(known[n % known.size()]);
  };
  add_as_much(of_rim, ends);
  add_as_much(of_surroundings, signal.surroundings());
  return {of_rim, of_surroundings, signal.noise()};
}

BorderSight sight_of_rays(const RaySignal& signal, const std::vector<double>& radii)
{
  std::vector<double> between;
  for (const auto& direction : check_directions().all()) between.push_back(ray_directions().between(radii, direction));
  return sight_of(signal, between);
}

struct SeenBorder
{
  std::vector<double> radii;
  BorderSight sight;
};
}  // namespace

std::vector<double> fitted_radii(const RaySignal& signal, const LesionPrompt& prompt)
{
  SeenBorder best;
  const auto consider = [&](const std::vector<double>& radii)
  {
    const auto sight = sight_of_rays(signal, radii);
    if (best.radii.empty() || sight.unseen < best.sight.unseen) best = {radii, sight};
  };
  for (const double first : {1.0, 2.0 * signal.pixel()})  // mm: a thin rim, or one whose outer voxels are mixed
  {
    const auto ends = signal.within_ends(*prompt.long_axis, first);
    const RimOdds odds(ends, signal.surroundings(), signal.noise());
    const auto radii = fitted(signal, prompt, odds);
    consider(radii);
    consider(fitted(signal, prompt, learned(signal, radii, ends, odds)));
  }
  return best.radii;
}

std::optional<std::vector<double>> seen_surface(const RaySignal& signal, const LesionPrompt& prompt, const std::vector<double>& found)
{
  constexpr double least_unseen = 0.15, most_unseen = 0.18, of_unseen = 0.5, more_step = 1.25;
  const auto of_found = sight_of(signal, found);
  if (of_found.unseen < least_unseen) return std::nullopt;
  auto radii = fitted_radii(signal, prompt);
  const auto of_radii = sight_of_rays(signal, radii);
  const bool is_better =
      of_radii.unseen <= most_unseen && of_radii.unseen <= of_unseen * of_found.unseen && of_radii.step >= more_step * of_found.step;
  return is_better ? std::optional(std::move(radii)) : std::nullopt;
}
}  // namespace nadir::segmentation::lesion
