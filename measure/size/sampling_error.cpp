#include "measure/size/sampling_error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nadir::measure
{
namespace
{
constexpr double point_counting_noise = 0.0724;
constexpr double smooth_body = 1.0 / 240.0;
constexpr std::size_t slices_for_a_shape = 3;

double autocovariance(const std::vector<double>& areas, std::size_t lag)
{
  double sum = 0.0;
  for (std::size_t n = lag; n < areas.size(); ++n) sum += areas[n] * areas[n - lag];
  return sum;
}

/// Variance of the sum of areas that comes from counting pixels, mm^4.
double pixel_noise(const SlicedBody& body)
{
  const double perimeter = std::accumulate(body.perimeters.begin(), body.perimeters.end(), 0.0);
  return point_counting_noise * perimeter * std::pow(body.pixel_area, 1.5);
}

/// Each end may lie anywhere within half a spacing: a uniform distribution.
double cut_off_ends(const std::vector<double>& areas)
{
  return areas.empty() ? 0.0 : (areas.front() * areas.front() + areas.back() * areas.back()) / 12.0;
}

double between_slices(const SlicedBody& body, double noise)
{
  if (body.areas.size() < slices_for_a_shape) return cut_off_ends(body.areas);
  const double smooth = 3.0 * (autocovariance(body.areas, 0) - noise) - 4.0 * autocovariance(body.areas, 1) + autocovariance(body.areas, 2);
  return smooth_body * std::max(smooth, 0.0);
}
}  // namespace

double volume_variance(const SlicedBody& body)
{
  const double noise = pixel_noise(body);
  return body.spacing * body.spacing * (noise + between_slices(body, noise));
}
}  // namespace nadir::measure
