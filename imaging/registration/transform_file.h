#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imaging/registration/deformation.h"
#include "imaging/registration/registration_error.h"
#include "imaging/registration/registration_quality.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// What a transform file holds: linked navigation between two dates.
struct SavedTransform
{
  RigidTransform rigid;              ///< fixed_to_moving
  std::optional<SplineField> field;  ///< absent: rigid only
  RegistrationQuality quality;

  /// The whole map from the fixed to the moving image.
  PatientPoint operator()(PatientPoint point) const { return rigid(field ? point + (*field)(point) : point); }
};

/// JSON, schema "nadir-transform" version 1: y = R (x + u(x) - centre) + centre + translation, patient LPS, mm, x in the fixed and y in the
/// moving image; u by cubic B-splines on a lattice (size, spacing, origin, axes; controls i fastest, three numbers each). Numbers read back
/// exactly.
std::string to_transform_json(const SavedTransform& transform);

/// Failure: BadTransformFile (no JSON of this schema, a matrix that is no rotation, a lattice of another size than its controls, more than
/// a million). Figures of quality that are missing are left at their defaults.
Result<SavedTransform> parse_transform_json(std::string_view text);
}  // namespace nadir::imaging
