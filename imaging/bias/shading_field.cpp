#include "imaging/bias/shading_field.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t fewest_samples = 30;
constexpr std::size_t first_quadratic = 4;

template <std::size_t size> using Matrix = std::array<std::array<double, size>, size>;

/// Solves a symmetric positive definite system in place by Cholesky's method; false when it is not positive definite.
template <std::size_t size> bool solve(Matrix<size>& matrix, std::array<double, size>& right)
{
  for (std::size_t c = 0; c < size; ++c)
  {
    for (std::size_t n = 0; n < c; ++n) matrix[c][c] -= matrix[c][n] * matrix[c][n];
    if (!(matrix[c][c] > 1e-12)) return false;
    matrix[c][c] = std::sqrt(matrix[c][c]);
    for (std::size_t r = c + 1; r < size; ++r)
    {
      for (std::size_t n = 0; n < c; ++n) matrix[r][c] -= matrix[r][n] * matrix[c][n];
      matrix[r][c] /= matrix[c][c];
    }
  }
  for (std::size_t r = 0; r < size; ++r)
  {
    for (std::size_t n = 0; n < r; ++n) right[r] -= matrix[r][n] * right[n];
    right[r] /= matrix[r][r];
  }
  for (std::size_t r = size; r-- > 0;)
  {
    for (std::size_t n = r + 1; n < size; ++n) right[r] -= matrix[n][r] * right[n];
    right[r] /= matrix[r][r];
  }
  return true;
}

PatientPoint middle_of(std::span<const ShadingSample> samples)
{
  PatientVector sum{};
  for (const auto& sample : samples) sum = sum + (sample.place - PatientPoint{});
  return PatientPoint{} + (1.0 / static_cast<double>(samples.size())) * sum;
}

double root_mean_square_distance(std::span<const ShadingSample> samples, PatientPoint centre)
{
  double sum = 0.0;
  for (const auto& sample : samples) sum += dot(sample.place - centre, sample.place - centre);
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

/// First and last percentile.
std::pair<double, double> usual_range(std::vector<double> values)
{
  std::ranges::sort(values);
  const auto cut = values.size() / 100;
  return {values[cut], values[values.size() - 1 - cut]};
}
}  // namespace

ShadingField::Terms ShadingField::terms_at(PatientPoint place) const
{
  const auto v = (1.0 / scale_) * (place - centre_);
  return {1.0,
          v.left,
          v.posterior,
          v.superior,
          v.left * v.left,
          v.posterior * v.posterior,
          v.superior * v.superior,
          v.left * v.posterior,
          v.left * v.superior,
          v.posterior * v.superior};
}

double ShadingField::exponent_at(PatientPoint place) const
{
  const auto terms_here = terms_at(place);
  double sum = 0.0;
  for (std::size_t n = 0; n < terms; ++n) sum += weights_[n] * terms_here[n];
  return sum;
}

double ShadingField::at(PatientPoint place) const { return std::exp(std::clamp(exponent_at(place), lowest_, highest_)); }

std::optional<ShadingField> ShadingField::fit(std::span<const ShadingSample> samples, double ridge)
{
  if (samples.size() < fewest_samples) return std::nullopt;
  ShadingField field;
  field.centre_ = middle_of(samples);
  field.scale_ = root_mean_square_distance(samples, field.centre_);
  if (!(field.scale_ > 1e-3)) return std::nullopt;
  Matrix<terms> normal{};
  Terms right{};
  for (const auto& sample : samples)
  {
    const auto here = field.terms_at(sample.place);
    const double exponent = std::log(sample.relative);
    for (std::size_t r = 0; r < terms; ++r)
    {
      right[r] += here[r] * exponent;
      for (std::size_t c = 0; c < terms; ++c) normal[r][c] += here[r] * here[c];
    }
  }
  const auto count = static_cast<double>(samples.size());
  for (std::size_t n = 1; n < terms; ++n) normal[n][n] += (n < first_quadratic ? 1e-3 : ridge) * count;
  if (!solve(normal, right)) return std::nullopt;
  field.weights_ = right;
  std::vector<double> exponents;
  double mean = 0.0;
  for (const auto& sample : samples) exponents.push_back(field.exponent_at(sample.place)), mean += exponents.back() / count;
  field.weights_[0] -= mean;
  for (double& exponent : exponents) exponent -= mean;
  std::tie(field.lowest_, field.highest_) = usual_range(std::move(exponents));
  return field;
}
}  // namespace nadir::imaging
