#include "imaging/registration/local_correlation.h"

#include <algorithm>
#include <cmath>

#include "imaging/registration/reduce_image.h"

namespace nadir::imaging
{
namespace
{
/// Local sums of weight, values, squares and product.
struct Moments
{
  FloatImage weight, a, b, aa, bb, ab;
};

Moments moments_of(const FloatImage& a, const FloatImage& b, const std::vector<std::uint8_t>& where, double sigma)
{
  const FloatImage empty{a.geometry, std::vector<float>(a.values.size(), 0.0F)};
  Moments m{empty, empty, empty, empty, empty, empty};
  for (std::size_t n = 0; n < a.values.size(); ++n)
  {
    const float x = a.values[n], y = b.values[n];
    if (where[n] == 0 || !std::isfinite(x) || !std::isfinite(y)) continue;
    m.weight.values[n] = 1.0F;
    m.a.values[n] = x;
    m.b.values[n] = y;
    m.aa.values[n] = x * x;
    m.bb.values[n] = y * y;
    m.ab.values[n] = x * y;
  }
  for (FloatImage* image : {&m.weight, &m.a, &m.b, &m.aa, &m.bb, &m.ab}) smooth(*image, sigma);
  return m;
}

/// Local covariance and variances at a voxel.
struct Spread
{
  float a = 0.0F;
  float b = 0.0F;
  float ab = 0.0F;
};

Spread spread_at(const Moments& m, std::size_t n)
{
  const float w = m.weight.values[n];
  const float x = m.a.values[n] / w, y = m.b.values[n] / w;
  return {std::max(m.aa.values[n] / w - x * x, 0.0F), std::max(m.bb.values[n] / w - y * y, 0.0F), m.ab.values[n] / w - x * y};
}

float squared_correlation(const Spread& s)
{
  const float product = s.a * s.b;
  return product > 0.0F ? std::min(s.ab * s.ab / product, 1.0F) : 0.0F;
}

bool counts(const Moments& m, const std::vector<std::uint8_t>& where, std::size_t n) { return where[n] != 0 && m.weight.values[n] > 0.1F; }
}  // namespace

std::vector<float> local_correlation(const FloatImage& a, const FloatImage& b, const std::vector<std::uint8_t>& where, double sigma)
{
  const Moments m = moments_of(a, b, where, sigma);
  std::vector<float> result(where.size(), 0.0F);
  for (std::size_t n = 0; n < where.size(); ++n)
    if (counts(m, where, n)) result[n] = squared_correlation(spread_at(m, n));
  return result;
}

double mean_local_correlation(const FloatImage& a, const FloatImage& b, const std::vector<std::uint8_t>& where, double sigma)
{
  const Moments m = moments_of(a, b, where, sigma);
  double sum = 0.0, total = 0.0;
  for (std::size_t n = 0; n < where.size(); ++n)
  {
    if (!counts(m, where, n)) continue;
    const Spread s = spread_at(m, n);
    const double weight = std::sqrt(static_cast<double>(s.a));
    sum += weight * static_cast<double>(squared_correlation(s));
    total += weight;
  }
  return total > 0.0 ? sum / total : 0.0;
}
}  // namespace nadir::imaging
