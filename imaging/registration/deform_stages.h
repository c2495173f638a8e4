#pragma once

#include <optional>
#include <vector>

#include "imaging/registration/deformation.h"
#include "imaging/registration/field_search.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
/// One step of the search for a deformation, from coarse to fine.
struct DeformStage
{
  RegistrationLevel RegistrationPyramid::*level;
  double contrast;  ///< sigma of the local contrast, mm
  FieldSearchConfig search;
};

/// Lattices of 64 and 40 mm: enough to tell whether two images show the same tissue.
const std::vector<DeformStage>& first_stages();
/// The last step: a lattice of this spacing, on a level of the pyramid.
DeformStage last_stage(double control_spacing, RegistrationLevel RegistrationPyramid::*level);

/// Both images, and where the fixed one may pull (0 to 1 on any grid; may be null: everywhere).
struct DeformPair
{
  const RegistrationPyramid& fixed;
  const RegistrationPyramid& moving;
  const FloatImage* weight = nullptr;
};

/// The rigid transform as a deformation that does not bend.
Deformation undeformed(const RigidTransform& rigid, const RegistrationPyramid& fixed);

/// `start`, improved by one stage.
Deformation improved(const DeformPair& pair, const Deformation& start, const DeformStage& stage);
}  // namespace nadir::imaging
