#pragma once

#include <cstdint>

#include "imaging/geometry/patient_point.h"

namespace nadir::phantom
{
/// Smooth random field in [-1, 1] with features of about one unit of length: divide the point by the feature size wanted.
/// Values at the corners of a unit lattice are hashed, in between they are blended; no state, same value everywhere.
/// Each place has three independent values, which cost one evaluation.
class SmoothNoise
{
public:
  explicit SmoothNoise(std::uint64_t key) : key_(key) {}
  PatientVector three_at(PatientVector point) const;
  double at(PatientVector point) const { return three_at(point).left; }

private:
  PatientVector corner(std::int64_t x, std::int64_t y, std::int64_t z) const;
  std::uint64_t key_;
};
}  // namespace nadir::phantom
