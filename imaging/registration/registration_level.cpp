#include "imaging/registration/registration_level.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/registration/body_mask.h"
#include "imaging/registration/reduce_image.h"

namespace nadir::imaging
{
namespace
{
constexpr double shading_sigma = 40.0;  // mm

double smallest_of(const std::vector<float>& values) { return static_cast<double>(*std::min_element(values.begin(), values.end())); }

RegistrationLevel level_of(FloatImage image, float threshold)
{
  auto body = body_mask(image, threshold);
  flatten_shading(image, body);
  return {std::move(image), std::move(body)};
}
/// 1.5 mm, wider where that would make more than 1.5 million voxels.
double finest_spacing(const ImageGeometry& grid)
{
  constexpr double most_voxels = 1.5e6;
  const double area = grid.size().i * grid.spacing().i * grid.size().j * grid.spacing().j;
  return std::clamp(std::sqrt(area * grid.size().k / most_voxels), 1.5, 4.0);
}
}  // namespace

void flatten_shading(FloatImage& image, const std::vector<std::uint8_t>& body)
{
  const float zero = static_cast<float>(smallest_of(image.values));
  FloatImage sum{image.geometry, std::vector<float>(image.values.size(), 0.0F)};
  FloatImage weight = sum;
  double total = 0.0, count = 0.0;
  for (std::size_t n = 0; n < body.size(); ++n)
  {
    if (body[n] == 0) continue;
    sum.values[n] = image.values[n] - zero;
    weight.values[n] = 1.0F;
    total += static_cast<double>(sum.values[n]);
    count += 1.0;
  }
  if (total <= 0.0) return;
  smooth(sum, shading_sigma);
  smooth(weight, shading_sigma);
  const float mean = static_cast<float>(total / count);
  for (std::size_t n = 0; n < body.size(); ++n)
  {
    const float local = (sum.values[n] + 0.02F * mean) / (weight.values[n] + 0.02F);
    image.values[n] = (image.values[n] - zero) * mean / std::max(local, 0.05F * mean);
  }
}

RegistrationPyramid registration_pyramid(const FloatImage& image)
{
  FloatImage fine = reduced(image, finest_spacing(image.geometry));
  FloatImage middle = reduced(fine, 4.0);
  FloatImage coarse = reduced(middle, 8.0);
  const float threshold = body_threshold(fine);
  return {level_of(std::move(fine), threshold), level_of(std::move(middle), threshold), level_of(std::move(coarse), threshold)};
}
}  // namespace nadir::imaging
