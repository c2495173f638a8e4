#pragma once

#include <algorithm>
#include <array>
#include <cmath>

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

  /// The pose of a transform whose middle turn is below 90 degrees.
  static RigidPose of(const RigidTransform& transform)
  {
    const auto& r = transform.rotation();
    const auto shift = transform.translation();
    const double x = std::atan2(r[2].posterior, r[2].superior), y = -std::asin(std::clamp(r[2].left, -1.0, 1.0)),
                 z = std::atan2(r[1].left, r[0].left);
    return {{x * arm, y * arm, z * arm, shift.left, shift.posterior, shift.superior}, transform.centre()};
  }
};
}  // namespace nadir::imaging
