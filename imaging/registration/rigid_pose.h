#pragma once

#include <array>

#include "imaging/registration/rigid_transform.h"

namespace nadir::imaging
{
/// The six numbers of a rigid transform for a search: turns about the left, posterior and superior axes times `arm`, then the displacement;
/// all in mm, so that a step of one means about the same for each. The centre stays.
struct RigidPose
{
  static constexpr double arm = 60.0;  ///< mm; half the width of a thigh

  std::array<double, 6> numbers{};
  PatientPoint centre;

  RigidTransform transform() const
  {
    return RigidTransform({numbers[0] / arm, numbers[1] / arm, numbers[2] / arm}, {numbers[3], numbers[4], numbers[5]}, centre);
  }
};
}  // namespace nadir::imaging
