#pragma once

#include <optional>

#include "imaging/registration/register_deformable.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
/// A position of two images whose tissue is too even to tell it all around: a phantom of one grey value, a limb whose muscles do not change
/// along it. What the images do not tell stays as the patient's coordinates, or the centres of the bodies, say. Only where the images then
/// show the same: apart from the lesion (`config.weight`, `config.region`) at least 85 % of the body's inside differ by no more than a
/// tenth of its middle value, at 4 mm, the outlines agree and half of the fixed body lies in the moving image. Limbs of two patients do
/// not. nullopt where no position does.
std::optional<RigidRegistration> even_position(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                               const DeformableConfig& config);
}  // namespace nadir::imaging
