#pragma once

#include <utility>

#include "imaging/registration/rigid_transform.h"
#include "imaging/registration/spline_field.h"

namespace nadir::imaging
{
/// From a point of the fixed image to the same tissue in the moving image: rigid(point + field(point)). Patient LPS, mm.
class Deformation
{
public:
  Deformation(RigidTransform rigid, SplineField field) : rigid_(std::move(rigid)), inverse_(rigid_.inverse()), field_(std::move(field)) {}

  PatientPoint operator()(PatientPoint point) const { return rigid_(point + field_(point)); }

  /// The point of the fixed image that leads to `moved`, by iteration; exact to 0.01 mm where the field does not fold.
  PatientPoint inverse_at(PatientPoint moved) const;

  /// Volume of tissue at the moving date per volume at the fixed date; below 0 where the field folds.
  double jacobian_at(PatientPoint point) const;

  const RigidTransform& rigid() const { return rigid_; }
  const SplineField& field() const { return field_; }

private:
  RigidTransform rigid_;
  RigidTransform inverse_;
  SplineField field_;
};
}  // namespace nadir::imaging
