#include "sample_data/phantom/smooth_noise.h"

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
double eased(double t) { return t * t * (3.0 - 2.0 * t); }
PatientVector blend(PatientVector a, PatientVector b, double t) { return a + t * (b - a); }

/// 21 bits as a number in [-1, 1).
double centred(std::uint64_t bits) { return static_cast<double>(bits & 0x1FFFFF) * 0x1.0p-20 - 1.0; }
}  // namespace

PatientVector SmoothNoise::corner(std::int64_t x, std::int64_t y, std::int64_t z) const
{
  const auto place = static_cast<std::uint64_t>(x) * 0x8DA6B343ULL + static_cast<std::uint64_t>(y) * 0xD8163841ULL +
                     static_cast<std::uint64_t>(z) * 0xCB1AB31FULL;
  const auto bits = stirred(key_ + place);
  return {centred(bits), centred(bits >> 21), centred(bits >> 42)};
}

PatientVector SmoothNoise::three_at(PatientVector point) const
{
  const double fx = std::floor(point.left), fy = std::floor(point.posterior), fz = std::floor(point.superior);
  const auto x = static_cast<std::int64_t>(fx), y = static_cast<std::int64_t>(fy), z = static_cast<std::int64_t>(fz);
  const double tx = eased(point.left - fx), ty = eased(point.posterior - fy), tz = eased(point.superior - fz);
  const auto edge = [&](std::int64_t dy, std::int64_t dz) { return blend(corner(x, y + dy, z + dz), corner(x + 1, y + dy, z + dz), tx); };
  return blend(blend(edge(0, 0), edge(1, 0), ty), blend(edge(0, 1), edge(1, 1), ty), tz);
}
}  // namespace nadir::phantom
