#include "segmentation/propagation/expected_values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
using Terms = ValueFit::Terms;
constexpr std::size_t terms = ValueFit::terms;
/// Noise does not correlate, whether or not it is the same tissue.
constexpr double agreement_of_even_tissue = 0.7;

/// A voxel of the surroundings.
struct Seen
{
  Terms terms;
  double value;
};

double dot(const Terms& a, const Terms& b)
{
  double sum = 0.0;
  for (std::size_t n = 0; n < terms; ++n) sum += a[n] * b[n];
  return sum;
}

/// Solves the normal equations by elimination; they are positive definite thanks to the ridge.
Terms solved(std::array<Terms, terms> m, Terms b)
{
  for (std::size_t p = 0; p < terms; ++p)
    for (std::size_t r = p + 1; r < terms; ++r)
    {
      const double factor = m[r][p] / m[p][p];
      for (std::size_t c = p; c < terms; ++c) m[r][c] -= factor * m[p][c];
      b[r] -= factor * b[p];
    }
  for (std::size_t p = terms; p-- > 0;)
  {
    for (std::size_t c = p + 1; c < terms; ++c) b[p] -= m[p][c] * b[c];
    b[p] /= m[p][p];
  }
  return b;
}

double robust_deviation(const std::vector<Seen>& seen, const Terms& fit)
{
  std::vector<double> rests;
  for (const auto& s : seen) rests.push_back(std::abs(s.value - dot(fit, s.terms)));
  const auto middle = rests.begin() + static_cast<std::ptrdiff_t>(rests.size() / 2);
  std::nth_element(rests.begin(), middle, rests.end());
  return 1.4826 * *middle;
}

/// Whether values differ by little more than noise, but for this share of them on either side.
bool are_even(std::vector<double> values, double tail)
{
  constexpr double most_spread = 0.35;  // of the middle value
  const auto nth = [&](double share)
  {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const double low = nth(tail), middle = nth(0.5), high = nth(1.0 - tail);
  return high - low < most_spread * middle;
}

/// Whether the surroundings are one tissue: gain and offset cannot both be told from it. At follow-up the lesion may fill part of them.
bool are_even(const std::vector<Seen>& seen)
{
  constexpr double before_tail = 0.1, now_tail = 0.25;
  std::vector<double> before, now;
  for (const auto& s : seen) before.push_back(s.terms[0]), now.push_back(s.value);
  return are_even(std::move(before), before_tail) && are_even(std::move(now), now_tail);
}

/// `offset`: how strongly the constant is held at 0.
Terms weighted_fit(const std::vector<Seen>& seen, const Terms& before, double scale, double offset)
{
  std::array<Terms, terms> m{};
  Terms b{};
  for (const auto& s : seen)
  {
    const double rest = (s.value - dot(before, s.terms)) / scale;
    const double weight = 1.0 / ((1.0 + rest * rest) * (1.0 + rest * rest));
    for (std::size_t r = 0; r < terms; ++r)
    {
      for (std::size_t c = 0; c < terms; ++c) m[r][c] += weight * s.terms[r] * s.terms[c];
      b[r] += weight * s.terms[r] * s.value;
    }
  }
  constexpr double linear = 1e-3, square = 1e-2;
  for (std::size_t n = 1; n + 1 < terms; ++n) m[n][n] += (n < 4 ? linear : square) * static_cast<double>(seen.size());
  m[terms - 1][terms - 1] += offset * static_cast<double>(seen.size());
  for (std::size_t n = 0; n < terms; ++n) m[n][n] += 1e-9 * static_cast<double>(seen.size());
  return solved(m, b);
}

template <class Visit> void for_surroundings(const FollowUpBlock& block, const Visit& visit)
{
  const auto& size = block.follow_up.geometry.size();
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        if (lies_beside(block, n)) visit(VoxelIndex{i, j, k}, n);
}

double unit_of(const imaging::FloatImage& image)
{
  double sum = 0.0, count = 0.0;
  for (const float v : image.values)
    if (std::isfinite(v)) sum += std::abs(static_cast<double>(v)), count += 1.0;
  return count > 0.0 && sum > 0.0 ? sum / count : 1.0;
}

double correlation(const std::vector<Seen>& seen)
{
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const auto& s : seen)
    n += 1, x += s.terms[0], y += s.value, xx += s.terms[0] * s.terms[0], yy += s.value * s.value, xy += s.terms[0] * s.value;
  const double spread = (xx - x * x / n) * (yy - y * y / n);
  return spread > 0.0 ? (xy - x * y / n) / std::sqrt(spread) : 0.0;
}
}  // namespace

ValueFit::Terms ValueFit::terms_of(VoxelIndex place, double baseline_value) const
{
  const double b = baseline_value / baseline_unit;
  const double x = 2.0 * place.i / size.i - 1.0, y = 2.0 * place.j / size.j - 1.0, z = 2.0 * place.k / size.k - 1.0;
  return {b, b * x, b * y, b * z, b * x * x, b * y * y, b * z * z, b * x * y, b * y * z, b * z * x, 1.0};
}

double ValueFit::shading(VoxelIndex place) const
{
  constexpr double least = 0.2, most = 5.0;  // beyond this the fit does not hold
  auto at = terms_of(place, baseline_unit);
  at.back() = 0.0;
  return factors[0] > 0.0 ? std::clamp(dot(factors, at) / factors[0], least, most) : 1.0;
}

double ValueFit::operator()(VoxelIndex place, double baseline_value) const
{
  return follow_up_unit * dot(factors, terms_of(place, baseline_value));
}

std::vector<float> without_shading(const imaging::FloatImage& image, const ValueFit& fit)
{
  std::vector<float> values(image.values.size());
  const double offset = fit.offset();
  std::size_t n = 0;
  for (int k = 0; k < fit.size.k; ++k)
    for (int j = 0; j < fit.size.j; ++j)
      for (int i = 0; i < fit.size.i; ++i, ++n)
        values[n] = static_cast<float>(offset + (static_cast<double>(image.values[n]) - offset) / fit.shading({i, j, k}));
  return values;
}

std::optional<ExpectedValues> expected_values(const FollowUpBlock& block)
{
  ValueFit fit{block.follow_up.geometry.size(), unit_of(block.baseline), unit_of(block.follow_up)};
  const auto before = [&](std::size_t n) { return static_cast<double>(block.baseline.values[n]); };
  std::vector<Seen> seen;
  for_surroundings(block,
                   [&](VoxelIndex v, std::size_t n) {
                     seen.push_back({fit.terms_of(v, before(n)), static_cast<double>(block.follow_up.values[n]) / fit.follow_up_unit});
                   });
  if (seen.size() < 200) return std::nullopt;
  const bool is_even = are_even(seen);
  const double offset = is_even ? 1.0 : 0.0;
  fit.factors = weighted_fit(seen, {}, 1e6, offset);
  for (int round = 0; round < 8; ++round)
    fit.factors = weighted_fit(seen, fit.factors, 2.0 * std::max(robust_deviation(seen, fit.factors), 1e-4), offset);
  const double deviation = std::max(fit.follow_up_unit * robust_deviation(seen, fit.factors), 1e-9);
  const double agreement = std::max(correlation(seen), is_even ? agreement_of_even_tissue : 0.0);
  ExpectedValues expected{block.baseline, deviation, agreement, fit};
  std::size_t n = 0;
  for (int k = 0; k < fit.size.k; ++k)
    for (int j = 0; j < fit.size.j; ++j)
      for (int i = 0; i < fit.size.i; ++i, ++n)
        if (std::isfinite(block.baseline.values[n])) expected.values.values[n] = static_cast<float>(fit({i, j, k}, before(n)));
  return expected;
}
}  // namespace nadir::segmentation
