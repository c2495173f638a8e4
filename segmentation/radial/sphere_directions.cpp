#include "segmentation/radial/sphere_directions.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
std::vector<PatientVector> fibonacci_lattice(std::size_t count)
{
  const double turn = std::numbers::pi * (1.0 + std::sqrt(5.0));
  std::vector<PatientVector> directions;
  for (std::size_t n = 0; n < count; ++n)
  {
    const double place = static_cast<double>(n) + 0.5;
    const double height = 1.0 - 2.0 * place / static_cast<double>(count), width = std::sqrt(1.0 - height * height);
    directions.push_back({width * std::cos(turn * place), width * std::sin(turn * place), height});
  }
  return directions;
}

/// Those nearest to the direction of this number, itself left out.
std::vector<std::size_t> nearest_to(const std::vector<PatientVector>& directions, std::size_t own, std::size_t count)
{
  std::vector<std::pair<double, std::size_t>> others;
  for (std::size_t n = 0; n < directions.size(); ++n)
    if (n != own) others.emplace_back(-dot(directions[own], directions[n]), n);
  std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count), others.end());
  std::vector<std::size_t> nearest;
  for (std::size_t n = 0; n < count; ++n) nearest.push_back(others[n].second);
  return nearest;
}
}  // namespace

SphereDirections::SphereDirections(std::size_t count) : directions_(fibonacci_lattice(count))
{
  constexpr std::size_t neighbours = 6;
  NADIR_EXPECTS(count >= 12);
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t n = 0; n < count; ++n)
    for (const std::size_t next : nearest_to(directions_, n, neighbours)) pairs.emplace(std::minmax(n, next));
  for (const auto& [a, b] : pairs) pairs_.push_back({a, b});
}

std::size_t SphereDirections::nearest(PatientVector vector) const
{
  const auto is_less = [&](PatientVector a, PatientVector b) { return dot(vector, a) < dot(vector, b); };
  return static_cast<std::size_t>(std::max_element(directions_.begin(), directions_.end(), is_less) - directions_.begin());
}

double SphereDirections::between(const std::vector<double>& values, PatientVector direction) const
{
  constexpr double sharpness = 60.0;  // weight falls to a half within 9 degrees
  struct Near
  {
    double cosine = -2.0;
    std::size_t which = 0;
  };
  std::array<Near, 3> nearest{};
  for (std::size_t n = 0; n < directions_.size(); ++n)
  {
    const double cosine = dot(direction, directions_[n]);
    if (cosine <= nearest[2].cosine) continue;
    nearest[2] = {cosine, n};
    if (nearest[2].cosine > nearest[1].cosine) std::swap(nearest[1], nearest[2]);
    if (nearest[1].cosine > nearest[0].cosine) std::swap(nearest[0], nearest[1]);
  }
  double sum = 0.0, weights = 0.0;
  for (const auto& near : nearest)
  {
    const double weight = std::pow(std::max(near.cosine, 0.0), sharpness) + 1e-12;
    sum += weight * values[near.which], weights += weight;
  }
  return sum / weights;
}
}  // namespace nadir::segmentation
