#pragma once

#include "imaging/registration/register_deformable.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
/// As register_deformable on prepared images, but gives a poor result, too: the quality says so. Failures: NoBody, NoOverlap, Cancelled.
Result<DeformableRegistration> align_deformable(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                                const DeformableConfig& config);
}  // namespace nadir::imaging
