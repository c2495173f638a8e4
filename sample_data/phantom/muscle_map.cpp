#include "sample_data/phantom/muscle_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::phantom
{
namespace
{
/// Place in the cross-section at mid-thigh, half widths, movement per mm along the limb, grain.
struct Muscle
{
  double x, y;
  double half_x, half_y;
  double drift_x, drift_y;
  MuscleGrain grain;
};

constexpr std::array<Muscle, 12> muscles{{
    {-9, -52, 19, 12, 0.02, 0.00, {0.00, 1.00, 1.03}},    // rectus femoris
    {-45, -12, 17, 34, 0.00, 0.00, {0.80, -0.60, 0.97}},  // vastus lateralis
    {-16, -29, 23, 13, 0.00, 0.00, {0.60, 0.80, 1.01}},   // vastus intermedius
    {19, -32, 20, 21, 0.00, -0.10, {0.71, 0.70, 0.96}},   // vastus medialis
    {46, -20, 8, 14, -0.12, -0.16, {0.30, 0.95, 1.05}},   // sartorius
    {57, 12, 7, 15, 0.00, 0.00, {0.10, 0.99, 1.04}},      // gracilis
    {33, 2, 14, 13, 0.00, 0.00, {0.90, 0.43, 0.98}},      // adductor longus
    {22, 22, 27, 14, 0.00, 0.00, {0.95, 0.31, 1.01}},     // adductor magnus
    {28, 46, 17, 13, 0.05, 0.00, {0.80, 0.60, 0.95}},     // semimembranosus
    {5, 54, 13, 11, 0.05, 0.00, {0.10, 0.99, 1.03}},      // semitendinosus
    {-21, 48, 17, 13, 0.00, 0.00, {0.70, -0.71, 0.98}},   // biceps femoris, long head
    {-21, 23, 10, 10, 0.00, 0.00, {0.90, -0.43, 1.04}},   // biceps femoris, short head
}};

double scaled_square(const Muscle& muscle, PatientPoint p)
{
  const double dx = (p.left - muscle.x - muscle.drift_x * p.superior) / muscle.half_x;
  const double dy = (p.posterior - muscle.y - muscle.drift_y * p.superior) / muscle.half_y;
  return dx * dx + dy * dy;
}
}  // namespace

MusclePlace muscle_place_at(PatientPoint p)
{
  std::size_t first = 0;
  double nearest = 1e9, second = 1e9;
  for (std::size_t m = 0; m < muscles.size(); ++m)
  {
    const double d = scaled_square(muscles[m], p);
    second = std::clamp(d, nearest, second);
    if (d >= nearest) continue;
    nearest = d;
    first = m;
  }
  const double remoteness = std::sqrt(nearest);
  return {first, 0.5 * (std::sqrt(second) - remoteness) * std::min(muscles[first].half_x, muscles[first].half_y), remoteness};
}

MuscleGrain grain_of(std::size_t muscle) { return muscles[muscle].grain; }
}  // namespace nadir::phantom
