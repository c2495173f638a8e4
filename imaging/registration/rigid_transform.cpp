#include "imaging/registration/rigid_transform.h"

#include <cmath>

namespace nadir::imaging
{
namespace
{
using Rows = std::array<PatientVector, 3>;

Rows rotation_of(PatientVector angles)
{
  const double cx = std::cos(angles.left), sx = std::sin(angles.left);
  const double cy = std::cos(angles.posterior), sy = std::sin(angles.posterior);
  const double cz = std::cos(angles.superior), sz = std::sin(angles.superior);
  return {{{cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx},
           {sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx},
           {-sy, cy * sx, cy * cx}}};
}

PatientVector turned(const Rows& rows, PatientVector v) { return {dot(rows[0], v), dot(rows[1], v), dot(rows[2], v)}; }

Rows transposed(const Rows& r)
{
  return {
      {{r[0].left, r[1].left, r[2].left}, {r[0].posterior, r[1].posterior, r[2].posterior}, {r[0].superior, r[1].superior, r[2].superior}}};
}

Rows product(const Rows& a, const Rows& b)
{
  const Rows columns = transposed(b);
  Rows rows;
  for (std::size_t n = 0; n < 3; ++n) rows[n] = {dot(a[n], columns[0]), dot(a[n], columns[1]), dot(a[n], columns[2])};
  return rows;
}
}  // namespace

RigidTransform::RigidTransform(PatientVector angles, PatientVector translation, PatientPoint centre)
    : rotation_(rotation_of(angles)), translation_(translation), centre_(centre)
{
}

RigidTransform RigidTransform::of_rows(const Rows& rotation, PatientVector translation, PatientPoint centre)
{
  RigidTransform transform({}, translation, centre);
  transform.rotation_ = rotation;
  return transform;
}

PatientPoint RigidTransform::operator()(PatientPoint point) const { return centre_ + turned(rotation_, point - centre_) + translation_; }

RigidTransform RigidTransform::inverse() const { return of_rows(transposed(rotation_), -1.0 * translation_, centre_ + translation_); }

RigidTransform RigidTransform::after(const RigidTransform& first) const
{
  return of_rows(product(rotation_, first.rotation_), (*this)(first(first.centre_)) - first.centre_, first.centre_);
}

double RigidTransform::rotation_angle() const
{
  // Of the skew part and the trace: exact for small angles, where the cosine alone is not.
  const PatientVector axis{rotation_[2].posterior - rotation_[1].superior, rotation_[0].superior - rotation_[2].left,
                           rotation_[1].left - rotation_[0].posterior};
  const double trace = rotation_[0].left + rotation_[1].posterior + rotation_[2].superior;
  return std::atan2(norm(axis), trace - 1.0);
}
}  // namespace nadir::imaging
