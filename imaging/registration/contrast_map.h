#pragma once

#include "imaging/registration/registration_level.h"
#include "imaging/registration/resample.h"
#include "imaging/registration/rigid_transform.h"

namespace nadir::imaging
{
/// Correlation of the local contrast of both images under a map of points, -1 to 1: near 0 or negative when bright tissue of one is dark
/// in the other, or when other tissue lies there.
double contrast_correlation(const RegistrationLevel& fixed, const RegistrationLevel& moving, const PointMap& fixed_to_moving);

/// The moving image with each value replaced by the mean of the fixed values it lies on: the same anatomy in the contrast of the fixed
/// image, so that different sequences can be compared. Source of the idea: correlation ratio, Roche et al., MICCAI 1998.
RegistrationPyramid in_contrast_of(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                   const RigidTransform& fixed_to_moving);
}  // namespace nadir::imaging
