#include "tests/measure/comparability/sliced_ellipsoid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace nadir::testing
{
namespace
{
constexpr double length_to_width = 1.27;
constexpr int examinations = 150;

/// Quadratic form of an ellipsoid of revolution around `axis`: x.x / R^2 + (1 / Z^2 - 1 / R^2) (axis.x)^2 <= 1.
struct Ellipsoid
{
  double radius;
  std::array<double, 3> axis;

  /// Half length along the slices' normal above a pixel, and its middle; half < 0 where the pixel misses it.
  struct Chord
  {
    double middle;
    double half;
  };

  Chord at(double x, double y) const
  {
    const double across = 1.0 / (radius * radius), along = across / (length_to_width * length_to_width) - across;
    const double p = axis[0] * x + axis[1] * y;
    const double a = across + along * axis[2] * axis[2], b = along * axis[2] * p, c = across * (x * x + y * y) + along * p * p - 1.0;
    const double d = b * b - a * c;
    return {-b / a, d > 0.0 ? std::sqrt(d) / a : -1.0};
  }
};

struct Sampled
{
  double widest = 0.0;  ///< diameter of a disc as large as the largest section
  double volume = 0.0;
};

double section_area(const Ellipsoid& lesion, double low, double high, double pixel)
{
  const int reach = static_cast<int>(length_to_width * lesion.radius / pixel) + 2;
  double area = 0.0;
  for (int i = -reach; i <= reach; ++i)
    for (int j = -reach; j <= reach; ++j)
    {
      const auto chord = lesion.at(i * pixel, j * pixel);
      const double inside = std::min(chord.middle + chord.half, high) - std::max(chord.middle - chord.half, low);
      if (chord.half > 0.0 && inside >= 0.5 * (high - low)) area += pixel * pixel;
    }
  return area;
}

Sampled sampled(const Ellipsoid& lesion, SliceStack slices, double offset)
{
  Sampled result;
  const int reach = static_cast<int>(length_to_width * lesion.radius / slices.step) + 2;
  for (int k = -reach; k <= reach; ++k)
  {
    const double middle = (k + offset) * slices.step;
    const double area = section_area(lesion, middle - 0.5 * slices.thickness, middle + 0.5 * slices.thickness, lesion.radius / 30);
    result.widest = std::max(result.widest, 2.0 * std::sqrt(area / std::numbers::pi));
    result.volume += area * slices.step;
  }
  return result;
}

std::array<double, 3> any_direction(std::mt19937& random)
{
  std::normal_distribution<double> normal;
  std::array<double, 3> v{normal(random), normal(random), normal(random)};
  const double length = std::hypot(v[0], v[1], v[2]);
  for (auto& part : v) part /= length;
  return v;
}

template <class Value, class Axis> double root_mean_square(double diameter, const std::array<SliceStack, 2>& stacks, Value value, Axis axis)
{
  std::mt19937 random(11);
  std::uniform_real_distribution<double> place(-0.5, 0.5);
  double squares = 0.0;
  for (int n = 0; n < examinations; ++n)
  {
    const Ellipsoid lesion{0.5 * diameter, axis(random)};
    const double before = value(sampled(lesion, stacks[0], place(random))), after = value(sampled(lesion, stacks[1], place(random)));
    squares += (after - before) * (after - before);
  }
  return std::sqrt(squares / examinations);
}
}  // namespace

double difference_of_widest(double diameter, SliceStack before, SliceStack after)
{
  return root_mean_square(
      diameter, {before, after}, [](const Sampled& s) { return s.widest; },
      [](std::mt19937&) {
        return std::array{0.0, 0.0, 1.0};
      });
}

double difference_of_volumes(double diameter, SliceStack before, SliceStack after)
{
  const double truth = std::numbers::pi / 6.0 * diameter * diameter * diameter * length_to_width;
  return root_mean_square(
      diameter, {before, after}, [&](const Sampled& s) { return 100.0 * s.volume / truth; }, any_direction);
}
}  // namespace nadir::testing
