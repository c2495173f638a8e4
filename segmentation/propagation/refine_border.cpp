#include "segmentation/propagation/refine_border.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "imaging/registration/reduce_image.h"
#include "segmentation/propagation/distance_map.h"
#include "segmentation/propagation/relaxed_cut.h"
#include "segmentation/propagation/tidy_lesion.h"

namespace nadir::segmentation
{
namespace
{
using Bytes = std::vector<std::uint8_t>;
using imaging::FloatImage;

/// Mean of the values of those voxels whose distance to the border lies between two limits, within the window; NaN where there are none
/// near.
FloatImage mean_between(const FloatImage& image, const FloatImage& distance, std::array<float, 2> limits, double window)
{
  FloatImage sum{image.geometry, std::vector<float>(image.values.size(), 0.0F)};
  FloatImage weight = sum;
  for (std::size_t n = 0; n < sum.values.size(); ++n)
  {
    if (!(distance.values[n] > limits[0] && distance.values[n] < limits[1])) continue;
    sum.values[n] = image.values[n];
    weight.values[n] = 1.0F;
  }
  imaging::smooth(sum, window);
  imaging::smooth(weight, window);
  for (std::size_t n = 0; n < sum.values.size(); ++n) sum.values[n] = weight.values[n] > 0.02F ? sum.values[n] / weight.values[n] : NAN;
  return sum;
}

/// Log odds that a value belongs to the inner side.
float odds_of(float value, float in, float out, double deviation)
{
  if (!std::isfinite(in) || !std::isfinite(out)) return 0.0F;
  const auto contrast = static_cast<double>(in - out);
  if (std::abs(contrast) < deviation) return 0.0F;
  const double odds = (static_cast<double>(value) - 0.5 * static_cast<double>(in + out)) * contrast / (deviation * deviation);
  return static_cast<float>(std::clamp(odds, -4.0, 4.0));
}

Bytes moved_once(const FloatImage& image, const Bytes& inside, const BorderHints& hints, const BorderConfig& config)
{
  const FloatImage distance = signed_distance_map(image.geometry, inside);
  const auto width = static_cast<float>(config.window);
  const FloatImage in = mean_between(image, distance, {-width, 0.0F}, config.window),
                   out = mean_between(image, distance, {0.0F, 1.5F * width}, config.window);
  std::vector<float> gains(inside.size());
  const std::vector<float> cost(inside.size(), static_cast<float>(config.border_cost));
  for (std::size_t n = 0; n < inside.size(); ++n)
  {
    const float d = distance.values[n];
    const bool far = std::abs(d) > static_cast<float>(config.band);
    gains[n] = far ? (d < 0.0F ? 8.0F : -8.0F)
                   : hints.odds[n] + hints.image_weight[n] * odds_of(image.values[n], in.values[n], out.values[n], config.deviation);
  }
  const auto share = relaxed_cut({image.geometry, gains, cost}, 50);
  Bytes result(inside.size());
  std::transform(share.begin(), share.end(), result.begin(), [](float s) { return static_cast<std::uint8_t>(s > 0.5F ? 1 : 0); });
  return result;
}
}  // namespace

std::vector<std::uint8_t> refined_border(const FloatImage& image, std::vector<std::uint8_t> inside, const BorderHints& hints,
                                         const BorderConfig& config)
{
  for (int round = 0; round < config.rounds; ++round)
  {
    auto next = tidied(moved_once(image, inside, hints, config), signed_distance_map(image.geometry, inside));
    if (next == inside) break;
    inside = std::move(next);
  }
  return inside;
}

namespace
{
/// What the values of both sides differ by, at each voxel of the border that has both.
std::vector<double> steps_across(const FloatImage& image, const std::vector<std::uint8_t>& inside)
{
  constexpr float width = 2.5F;
  const FloatImage distance = signed_distance_map(image.geometry, inside);
  const FloatImage in = mean_between(image, distance, {-width, 0.0F}, 2.0), out = mean_between(image, distance, {0.0F, width}, 2.0);
  std::vector<double> steps;
  for (std::size_t n = 0; n < inside.size(); ++n)
    if (std::abs(distance.values[n]) <= 1.0F && std::isfinite(in.values[n]) && std::isfinite(out.values[n]))
      steps.push_back(std::abs(static_cast<double>(in.values[n] - out.values[n])));
  return steps;
}
}  // namespace

double border_contrast(const FloatImage& image, const std::vector<std::uint8_t>& inside)
{
  const auto steps = steps_across(image, inside);
  return steps.empty() ? 0.0 : std::accumulate(steps.begin(), steps.end(), 0.0) / static_cast<double>(steps.size());
}

double unseen_share(const FloatImage& image, const std::vector<std::uint8_t>& inside, double least)
{
  const auto steps = steps_across(image, inside);
  const auto unseen = std::count_if(steps.begin(), steps.end(), [&](double step) { return step < least; });
  return steps.empty() ? 0.0 : static_cast<double>(unseen) / static_cast<double>(steps.size());
}
}  // namespace nadir::segmentation
