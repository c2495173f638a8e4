#include "segmentation/tissue/reference_scale.h"

#include <algorithm>
#include <cmath>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t fewest_values = 10;
constexpr std::size_t fewest_for_shading = 200;
constexpr double explained = 0.1;  // part of the spread that shading must explain
constexpr double darkest_sample = 0.3, brightest_sample = 3.0;

std::vector<float> multiples(const TissueSamples& samples, const SignalScale& scale)
{
  std::vector<float> result;
  for (std::size_t n = 0; n < samples.values.size(); ++n)
    if (std::isfinite(samples.values[n]))
      result.push_back(static_cast<float>(scale.multiple(static_cast<double>(samples.values[n]), samples.places[n])));
  return result;
}

std::optional<imaging::ShadingField> shading_of(const TissueSamples& samples, const SignalScale& plain)
{
  std::vector<imaging::ShadingSample> shades;
  for (std::size_t n = 0; n < samples.values.size(); ++n)
  {
    const double multiple = plain.multiple(static_cast<double>(samples.values[n]), samples.places[n]);
    if (multiple > darkest_sample && multiple < brightest_sample) shades.push_back({samples.places[n], multiple});
  }
  return shades.size() < fewest_for_shading ? std::nullopt : imaging::ShadingField::fit(shades);
}

/// The scale with shading taken out, where that narrows the tissue's spread.
std::optional<SignalScale> unshaded(const TissueSamples& samples, const SignalScale& plain)
{
  const auto shading = shading_of(samples, plain);
  if (!shading) return std::nullopt;
  auto scale = plain;
  scale.shading = *shading;
  scale.is_shading_used = true;
  const auto spread = middle_and_spread(multiples(samples, scale));
  if (!(spread.median > 0.0) || spread.deviation / spread.median > (1.0 - explained) * plain.deviation) return std::nullopt;
  scale.median = scale.zero.value + spread.median * (plain.median - plain.zero.value);
  scale.deviation = spread.deviation / spread.median;
  return scale;
}
}  // namespace

std::optional<SignalScale> reference_scale(const TissueSamples& samples, SignalZero zero)
{
  const auto spread = middle_and_spread(samples.values);
  const auto numbers = std::ranges::count_if(samples.values, [](float value) { return std::isfinite(value); });
  if (static_cast<std::size_t>(numbers) < fewest_values || !(spread.median - zero.value > 1e-9 * std::abs(spread.median)))
    return std::nullopt;
  SignalScale plain{.zero = zero,
                    .median = spread.median,
                    .deviation = spread.deviation / (spread.median - zero.value),
                    .shading = {},
                    .is_shading_used = false};
  if (!zero.is_known) return plain;
  const auto better = unshaded(samples, plain);
  return better ? *better : plain;
}
}  // namespace nadir::segmentation
