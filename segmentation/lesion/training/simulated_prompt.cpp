#include "segmentation/lesion/training/simulated_prompt.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "segmentation/lesion/training/random_numbers.h"

namespace nadir::segmentation::lesion
{
namespace
{
struct Place
{
  double x = 0.0;
  double y = 0.0;
};

std::vector<Place> places_in(const Mask& mask, int k)
{
  std::vector<Place> places;
  const auto& box = mask.box();
  for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
      if (mask.contains({i, j, k})) places.push_back({static_cast<double>(i), static_cast<double>(j)});
  return places;
}

int largest_slice(const Mask& mask)
{
  int best = mask.box().first.k;
  std::size_t most = 0;
  for (int k = mask.box().first.k; k < mask.box().first.k + mask.box().size.k; ++k)
    if (const auto count = places_in(mask, k).size(); count > most) best = k, most = count;
  return best;
}

PatientPoint middle_of(const Mask& mask, int k)
{
  ContinuousVoxelIndex sum{0.0, 0.0, static_cast<double>(k)};
  const auto places = places_in(mask, k);
  for (const auto& place : places)
    sum.i += place.x / static_cast<double>(places.size()), sum.j += place.y / static_cast<double>(places.size());
  return mask.geometry().voxel_to_patient(sum);
}

/// Pixels with a neighbour outside.
std::vector<Place> border_in(const Mask& mask, int k)
{
  std::vector<Place> border;
  for (const auto& p : places_in(mask, k))
  {
    const int i = static_cast<int>(p.x), j = static_cast<int>(p.y);
    if (!mask.contains({i - 1, j, k}) || !mask.contains({i + 1, j, k}) || !mask.contains({i, j - 1, k}) || !mask.contains({i, j + 1, k}))
      border.push_back(p);
  }
  return border;
}

PromptLine longest_in(const Mask& mask, int k)
{
  const auto border = border_in(mask, k);
  const auto& spacing = mask.geometry().spacing();
  double longest = -1.0;
  Place a, b;
  for (const auto& p : border)
    for (const auto& q : border)
      if (const double length = std::hypot((p.x - q.x) * spacing.i, (p.y - q.y) * spacing.j); length > longest)
        longest = length, a = p, b = q;
  const double more = longest > 0.0 ? 0.5 * std::min(spacing.i, spacing.j) / longest : 0.0;
  const auto at = [&](double t) {
    return mask.geometry().voxel_to_patient(ContinuousVoxelIndex{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), static_cast<double>(k)});
  };
  return {at(-more), at(1.0 + more)};
}

/// Longest chord at a right angle, between the outermost pixels of a strip of one pixel.
PromptLine perpendicular_to(const PromptLine& axis, const Mask& mask, int k)
{
  const auto direction = (1.0 / norm(axis.to - axis.from)) * (axis.to - axis.from);
  const auto across = cross(mask.geometry().axes().k, direction);
  const double length = norm(axis.to - axis.from), step = std::min(mask.geometry().spacing().i, mask.geometry().spacing().j);
  const auto strips = static_cast<std::size_t>(length / step) + 1;
  std::vector<double> low(strips, 1e9), high(strips, -1e9);
  for (const auto& p : border_in(mask, k))
  {
    const auto offset = mask.geometry().voxel_to_patient(ContinuousVoxelIndex{p.x, p.y, static_cast<double>(k)}) - axis.from;
    const double along = dot(offset, direction);
    const auto strip = static_cast<std::size_t>(std::clamp(along / step, 0.0, static_cast<double>(strips - 1)));
    low[strip] = std::min(low[strip], dot(offset, across) - 0.5 * step);
    high[strip] = std::max(high[strip], dot(offset, across) + 0.5 * step);
  }
  std::size_t best = strips / 2;
  for (std::size_t n = 0; n < strips; ++n)
    if (high[n] - low[n] > high[best] - low[best]) best = n;
  const auto foot = axis.from + ((static_cast<double>(best) + 0.5) * step) * direction;
  return {foot + low[best] * across, foot + high[best] * across};
}
}  // namespace

SimulatedPrompt simulated_prompt(const Mask& truth) { return simulated_prompt_in(truth, largest_slice(truth)); }

SimulatedPrompt simulated_prompt_in(const Mask& truth, int k)
{
  SimulatedPrompt prompt;
  prompt.long_axis = longest_in(truth, k);
  prompt.short_axis = perpendicular_to(prompt.long_axis, truth, k);
  prompt.extent = {middle_of(truth, truth.box().first.k), middle_of(truth, truth.box().first.k + truth.box().size.k - 1)};
  prompt.click = prompt.long_axis.from + 0.5 * (prompt.long_axis.to - prompt.long_axis.from);
  return prompt;
}

SimulatedPrompt simulated_reader(const Mask& truth, int reader)
{
  auto prompt = simulated_prompt(truth);
  if (reader == 0) return prompt;
  RandomNumbers random(std::uint64_t{7919} * static_cast<std::uint64_t>(reader) + truth.count());
  const auto& axes = truth.geometry().axes();
  const auto shake = [&](PatientPoint& point, double deviation)
  { point = point + random.normal(deviation) * axes.i + random.normal(deviation) * axes.j; };
  for (auto* line : {&prompt.long_axis, &prompt.short_axis}) shake(line->from, 1.5), shake(line->to, 1.5);
  shake(prompt.click, 0.1 * distance(prompt.long_axis.from, prompt.long_axis.to).value());
  for (auto* end : {&prompt.extent.from, &prompt.extent.to})
    if (random.happens(1.0 / 3.0)) *end = *end + ((random.happens(0.5) ? 1.0 : -1.0) * truth.geometry().spacing().k) * axes.k;
  return prompt;
}
}  // namespace nadir::segmentation::lesion
