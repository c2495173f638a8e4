#include "imaging/registration/deformation.h"

namespace nadir::imaging
{
PatientPoint Deformation::inverse_at(PatientPoint moved) const
{
  const PatientPoint straight = inverse_(moved);
  PatientPoint point = straight;
  for (int n = 0; n < 30; ++n)
  {
    const PatientPoint next = straight + -1.0 * field_(point);
    const double change = norm(next - point);
    // Half a step where a full one oscillates.
    point = n < 10 ? next : point + 0.5 * (next - point);
    if (change < 0.003) break;
  }
  return point;
}

double Deformation::jacobian_at(PatientPoint point) const
{
  constexpr double step = 0.5;  // mm
  const auto slope = [&](PatientVector d)
  { return (1.0 / (2.0 * step)) * (((point + step * d) + field_(point + step * d)) - ((point + -step * d) + field_(point + -step * d))); };
  return dot(slope({1, 0, 0}), cross(slope({0, 1, 0}), slope({0, 0, 1})));
}
}  // namespace nadir::imaging
