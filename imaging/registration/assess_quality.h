#pragma once

#include "imaging/registration/registration_level.h"
#include "imaging/registration/registration_quality.h"
#include "imaging/registration/resample.h"
#include "imaging/registration/rigid_pose.h"

namespace nadir::imaging
{
/// Figures of a rigid registration (all but the deformable ones). Wrong positions: twelve shifts of 35 mm and turns of 25 degrees, fixed.
RegistrationQuality rigid_quality(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidPose& pose);

/// Mean local correlation of the images at 4 mm under any map.
double tissue_agreement(const RegistrationLevel& fixed, const RegistrationLevel& moving, const PointMap& fixed_to_moving);
}  // namespace nadir::imaging
