#pragma once

#include <optional>

#include "imaging/registration/deformation.h"
#include "imaging/registration/register_rigid.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
/// A rigid position, and the same with the coarse deformation that confirmed it.
struct ConfirmedPosition
{
  RigidRegistration rigid;
  Deformation bent;
  std::optional<RegistrationPyramid> recast;  ///< the moving image in the contrast of the fixed one; absent when they are alike
};

/// As register_rigid on prepared images, but gives a poor position, too: the quality says so. Of the best rigid positions it takes the one
/// at which a coarse deformation makes the tissue agree best. `weight`: see DeformableConfig. Failures: NoBody, NoOverlap, Cancelled.
Result<ConfirmedPosition> align_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidConfig& config,
                                      const FloatImage* weight = nullptr);

/// The refusal for a registration with these figures.
Failure not_the_same_place(const std::string& reasons);
}  // namespace nadir::imaging
