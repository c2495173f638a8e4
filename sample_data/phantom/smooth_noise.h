#pragma once

#include <cstdint>

#include "imaging/geometry/patient_point.h"

namespace nadir::phantom
{
/// Smooth random field in [-1, 1] with features of about one unit of length: divide the point by the feature size wanted.
/// Values at the corners of a unit lattice are hashed, in between they are blended; no state, same value everywhere.
class SmoothNoise
{
public:
  explicit SmoothNoise(std::uint64_t key) : key_(key) {}
  double at(PatientVector point) const;

private:
  double corner(std::int64_t x, std::int64_t y, std::int64_t z) const;
  std::uint64_t key_;
};
}  // namespace nadir::phantom
