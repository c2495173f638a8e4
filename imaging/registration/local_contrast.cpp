#include "imaging/registration/local_contrast.h"

#include <algorithm>
#include <cmath>

#include "imaging/registration/reduce_image.h"

namespace nadir::imaging
{
namespace
{
constexpr float least_share = 0.2F;

struct Sums
{
  FloatImage weight, value, square;
};

Sums local_sums(const FloatImage& image, const std::vector<std::uint8_t>& where, double sigma)
{
  const FloatImage empty{image.geometry, std::vector<float>(image.values.size(), 0.0F)};
  Sums sums{empty, empty, empty};
  for (std::size_t n = 0; n < where.size(); ++n)
  {
    if (where[n] == 0) continue;
    sums.weight.values[n] = 1.0F;
    sums.value.values[n] = image.values[n];
    sums.square.values[n] = image.values[n] * image.values[n];
  }
  for (FloatImage* part : {&sums.weight, &sums.value, &sums.square}) smooth(*part, sigma);
  return sums;
}

float deviation_of_all(const FloatImage& image, const std::vector<std::uint8_t>& where)
{
  double count = 0.0, sum = 0.0, square = 0.0;
  for (std::size_t n = 0; n < where.size(); ++n)
  {
    if (where[n] == 0) continue;
    const auto v = static_cast<double>(image.values[n]);
    count += 1.0, sum += v, square += v * v;
  }
  return count > 0.0 ? static_cast<float>(std::sqrt(std::max(square / count - sum / count * (sum / count), 1e-12))) : 1.0F;
}
}  // namespace

FloatImage local_contrast(const FloatImage& image, const std::vector<std::uint8_t>& where, double sigma)
{
  const Sums sums = local_sums(image, where, sigma);
  const float floor = least_share * deviation_of_all(image, where);
  FloatImage result{image.geometry, std::vector<float>(image.values.size(), 0.0F)};
  for (std::size_t n = 0; n < result.values.size(); ++n)
  {
    const float weight = std::max(sums.weight.values[n], 1e-4F);
    const float mean = sums.value.values[n] / weight;
    const float variance = std::max(sums.square.values[n] / weight - mean * mean, 0.0F);
    result.values[n] = std::clamp((image.values[n] - mean) / std::sqrt(variance + floor * floor), -4.0F, 4.0F);
  }
  return result;
}
}  // namespace nadir::imaging
