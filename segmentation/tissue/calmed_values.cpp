#include "segmentation/tissue/calmed_values.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr int rounds = 4;
constexpr double alike = 2.0;  // standard deviations of the noise
constexpr double span_of_noise = 2.6;
constexpr float least_even = 0.2F, most_even = 0.3F;

/// Borders and texture of a lesion make large differences; the small ones are noise alone.
double noise_of(const LesionVoxels& voxels, const std::vector<float>& values)
{
  constexpr double quarter_of_normal = 0.31864;  // the lower quartile of the absolute value of a standard normal deviate
  std::vector<float> differences;
  differences.reserve(voxels.lesion_count());
  for (std::size_t n = 0; n + 1 < voxels.lesion_count(); ++n)
    if (voxels.neighbours()[n][1] == static_cast<std::int32_t>(n + 1)) differences.push_back(std::abs(values[n + 1] - values[n]));
  const double small = quantile_of(std::move(differences), 0.25);
  return std::isfinite(small) ? small / (quarter_of_normal * std::numbers::sqrt2) : 0.0;
}

float mean_of_alike(const LesionVoxels& voxels, const std::vector<float>& values, float scale, std::size_t n)
{
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  float sum = values[n], weights = 1.0F;
  for (std::size_t direction = 0; direction < 6; ++direction)
  {
    const auto other = voxels.neighbours()[n][direction];
    if (other < 0 || other >= limit || !std::isfinite(values[static_cast<std::size_t>(other)])) continue;
    const float value = values[static_cast<std::size_t>(other)], off = (value - values[n]) * scale;
    const float weight = voxels.contact_weights()[direction / 2] * std::exp(-0.5F * off * off);
    sum += weight * value, weights += weight;
  }
  return sum / weights;
}

std::vector<float> calmed(const LesionVoxels& voxels, std::vector<float> values, double noise)
{
  const auto scale = static_cast<float>(1.0 / (alike * noise));
  auto next = values;
  for (int round = 0; round < rounds; ++round)
  {
    imaging::for_fixed_chunks(voxels.lesion_count(),
                              [&](const imaging::Chunk& chunk)
                              {
                                for (std::size_t n = chunk.first; n < chunk.last; ++n) next[n] = mean_of_alike(voxels, values, scale, n);
                              });
    std::swap(values, next);
  }
  return values;
}
}  // namespace

CalmedValues calmed_values(const LesionVoxels& voxels, std::vector<float> values, double most_noise)
{
  const double noise = std::min(most_noise, noise_of(voxels, values));
  auto calm = noise > 0.0 ? calmed(voxels, values, noise) : values;
  return {std::move(values), std::move(calm), std::clamp(static_cast<float>(span_of_noise * noise), least_even, most_even)};
}
}  // namespace nadir::segmentation
