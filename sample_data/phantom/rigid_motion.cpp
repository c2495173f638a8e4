#include "sample_data/phantom/rigid_motion.h"

#include <numbers>

namespace nadir::phantom
{
namespace
{
struct SineCosine
{
  double s;
  double c;
};

SineCosine of_degrees(double degrees)
{
  const double angle = degrees * std::numbers::pi / 180.0;
  return {std::sin(angle), std::cos(angle)};
}
}  // namespace

Rotation Rotation::from(Turn turn)
{
  const auto [sx, cx] = of_degrees(turn.about_left);
  const auto [sy, cy] = of_degrees(turn.about_posterior);
  const auto [sz, cz] = of_degrees(turn.about_superior);
  const Rotation about_x{{1, 0, 0}, {0, cx, sx}, {0, -sx, cx}};
  const Rotation about_y{{cy, 0, -sy}, {0, 1, 0}, {sy, 0, cy}};
  const Rotation about_z{{cz, sz, 0}, {-sz, cz, 0}, {0, 0, 1}};
  return about_z.after(about_y).after(about_x);
}
}  // namespace nadir::phantom
