#include "tests/report/support/example_slice.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace nadir::test
{
namespace
{
double radius_in(const PixelEllipse& ellipse, double x, double y)
{
  return std::hypot((x - ellipse.center.x) / ellipse.half_width, (y - ellipse.center.y) / ellipse.half_height);
}

double tissue_at(double x, double y, const PixelEllipse& limb, const PixelEllipse& tumour)
{
  const PixelEllipse bone{{limb.center.x + 0.1 * limb.half_width, limb.center.y}, 0.16 * limb.half_width, 0.16 * limb.half_height};
  const double in_limb = radius_in(limb, x, y), in_tumour = radius_in(tumour, x, y), in_bone = radius_in(bone, x, y);
  if (in_limb > 1.0) return 15.0;
  if (in_tumour < 0.45) return 330.0;
  if (in_tumour < 1.0) return 720.0;
  if (in_bone < 0.6) return 480.0;
  if (in_bone < 1.0) return 40.0;
  return in_limb > 0.85 ? 560.0 : 240.0 + 40.0 * std::sin(x / 7.0) * std::sin(y / 11.0);
}

/// Numbers from 0 to 1 of a linear congruential generator (Numerical Recipes, 1992): noise that is the same on every machine.
class Noise
{
public:
  double next()
  {
    state_ = 1664525u * state_ + 1013904223u;
    return static_cast<double>(state_ >> 8) / 16777216.0;
  }

private:
  std::uint32_t state_ = 42;
};
}  // namespace

std::vector<float> thigh_slice(int columns, int rows, const PixelEllipse& tumour)
{
  const PixelEllipse limb{{0.5 * columns, 0.5 * rows}, 0.42 * columns, 0.44 * rows};
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  Noise noise;
  for (int row = 0; row < rows; ++row)
  {
    for (int column = 0; column < columns; ++column)
      values.push_back(static_cast<float>(tissue_at(column, row, limb, tumour) + 60.0 * noise.next()));
  }
  return values;
}

std::vector<measure::PixelPoint> outline_of(const PixelEllipse& ellipse)
{
  std::vector<measure::PixelPoint> outline;
  for (int corner = 0; corner < 48; ++corner)
  {
    const double angle = 2.0 * std::numbers::pi * corner / 48.0;
    outline.push_back({ellipse.center.x + ellipse.half_width * std::cos(angle), ellipse.center.y + ellipse.half_height * std::sin(angle)});
  }
  return outline;
}
}  // namespace nadir::test
