#include "segmentation/lesion/ray_signal.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imaging/volume/volume_part.h"

namespace nadir::segmentation::lesion
{
namespace
{
constexpr std::size_t direction_count = 320, check_count = 251;
constexpr int most_radii = 64;
constexpr double least_step = 0.5;                              // mm
constexpr double nearest_beyond = 0.62, farthest_beyond = 1.1;  // of the line's length, from its middle

/// Slices and rows around a point, as floats on a grid of their own.
imaging::FloatImage block_around(const imaging::Volume& image, PatientPoint middle, double reach)
{
  const auto& grid = image.geometry();
  const auto& size = grid.size();
  const auto& spacing = grid.spacing();
  const auto centre = grid.patient_to_voxel(middle);
  const auto low = [&](double c, double s) { return std::max(0, static_cast<int>(std::floor(c - reach / s))); };
  const auto high = [&](double c, double s, int n) { return std::min(n - 1, static_cast<int>(std::ceil(c + reach / s))); };
  const VoxelIndex first{low(centre.i, spacing.i), low(centre.j, spacing.j), low(centre.k, spacing.k)},
      last{high(centre.i, spacing.i, size.i), high(centre.j, spacing.j, size.j), high(centre.k, spacing.k, size.k)};
  const GridSize block{last.i - first.i + 1, last.j - first.j + 1, last.k - first.k + 1};
  imaging::FloatImage result{*ImageGeometry::make(block, spacing, grid.voxel_to_patient(first), grid.axes()), {}};
  result.values.reserve(block.voxels());
  for (int k = first.k; k <= last.k; ++k)
  {
    const auto part = imaging::part_of_slice(image, k, {first.i, first.j, block.i, block.j});
    result.values.insert(result.values.end(), part.begin(), part.end());
  }
  return result;
}

/// From second differences along the rows of the slice nearest to the middle, which anatomy hardly touches.
double noise_of(const imaging::FloatImage& block, PatientPoint middle)
{
  const auto& size = block.geometry.size();
  const int k = std::clamp(static_cast<int>(std::lround(block.geometry.patient_to_voxel(middle).k)), 0, size.k - 1);
  std::vector<float> differences;
  for (int j = 0; j < size.j; ++j)
    for (int i = 1; i + 1 < size.i; ++i)
    {
      const auto* at = &block.values[block.offset({i, j, k})];
      const float difference = std::abs(at[-1] - 2.0F * at[0] + at[1]);
      if (std::isfinite(difference)) differences.push_back(difference);
    }
  if (differences.empty()) return 0.0;
  const auto middle_one = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
  std::nth_element(differences.begin(), middle_one, differences.end());
  return static_cast<double>(*middle_one) / 0.6745 / std::sqrt(6.0);
}

/// Evenly spread over the volume between two spheres.
std::vector<float> surroundings_of(const imaging::FloatImage& block, PatientPoint middle, double length)
{
  constexpr int shells = 20;
  constexpr double low = nearest_beyond * nearest_beyond * nearest_beyond, high = farthest_beyond * farthest_beyond * farthest_beyond;
  std::vector<float> values;
  for (int n = 0; n < shells; ++n)
  {
    const double radius = length * std::cbrt(low + (high - low) * (n + 0.5) / shells);
    for (const auto& direction : ray_directions().all())
      if (const auto value = imaging::sample(block, middle + radius * direction)) values.push_back(*value);
  }
  return values;
}
}  // namespace

const SphereDirections& ray_directions()
{
  static const SphereDirections directions(direction_count);
  return directions;
}

const SphereDirections& check_directions()
{
  static const SphereDirections directions(check_count);
  return directions;
}

RaySignal::RaySignal(const imaging::Volume& image, const PromptLine& line)
    : middle_(line.from + 0.5 * (line.to - line.from)), normal_(image.geometry().axes().k), length_(norm(line.to - line.from)),
      pixel_(std::max(image.geometry().spacing().i, image.geometry().spacing().j)),
      step_(std::max(least_step, most_reach * length_ / most_radii)), radii_(std::max(1, static_cast<int>(most_reach * length_ / step_))),
      beyond_(static_cast<int>(std::ceil(outer_window / step_))),
      block_(block_around(image, middle_, std::max(farthest_beyond * length_, radius(places()))))
{
  noise_ = noise_of(block_, middle_);
  surroundings_ = surroundings_of(block_, middle_, length_);
  values_.reserve(ray_directions().all().size() * static_cast<std::size_t>(places()));
  for (const auto& direction : ray_directions().all())
    for (int place = 0; place < places(); ++place)
      values_.push_back(imaging::sample(block_, middle_ + radius(place) * direction).value_or(std::numeric_limits<float>::quiet_NaN()));
}

std::vector<float> RaySignal::within_ends(const PromptLine& line, double first) const
{
  constexpr double deep = 3.0, share = 0.2, step = 0.25;  // mm; of the line
  const double last = std::max(first, std::min(first + deep, share * length_));
  const auto along = (1.0 / length_) * (line.to - line.from);
  std::vector<float> values;
  for (double depth = first; depth <= last; depth += step)
    for (const auto& place : {line.from + depth * along, line.to + (-depth) * along})
      if (const auto value = imaging::sample(block_, place)) values.push_back(*value);
  return values;
}

std::vector<float> RaySignal::between(const std::vector<double>& radii, double from, double to) const
{
  std::vector<float> values;
  for (std::size_t ray = 0; ray < radii.size(); ++ray)
    for (int place = 0; place < places(); ++place)
      if (const double depth = radii[ray] - radius(place); depth >= from && depth <= to && std::isfinite(value(ray, place)))
        values.push_back(value(ray, place));
  return values;
}

double RaySignal::mean_between(PatientVector direction, double from, double to) const
{
  constexpr int count = 5;
  double sum = 0.0;
  for (int n = 0; n < count; ++n)
  {
    const auto value = imaging::sample(block_, middle_ + (from + (to - from) * (n + 0.5) / count) * direction);
    if (!value) return std::nan("");
    sum += static_cast<double>(*value);
  }
  return sum / count;
}
}  // namespace nadir::segmentation::lesion
