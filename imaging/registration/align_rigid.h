#pragma once

#include "imaging/registration/register_rigid.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
/// As register_rigid on prepared images, but gives a poor position, too: the quality says so. Failures: NoBody, NoOverlap, Cancelled.
Result<RigidRegistration> align_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidConfig& config);

/// The refusal for a registration with these figures.
Failure not_the_same_place(const std::string& reasons);
}  // namespace nadir::imaging
