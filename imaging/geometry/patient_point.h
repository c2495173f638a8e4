#pragma once

#include <cmath>

#include "imaging/units/millimeters.h"

namespace nadir
{
/// A place in the patient: DICOM patient frame LPS (left, posterior, superior positive), mm.
struct PatientPoint
{
  double left = 0.0;
  double posterior = 0.0;
  double superior = 0.0;

  bool operator==(const PatientPoint&) const = default;
};

/// A displacement or direction in the patient frame (LPS, mm or unitless for a direction).
struct PatientVector
{
  double left = 0.0;
  double posterior = 0.0;
  double superior = 0.0;

  bool operator==(const PatientVector&) const = default;
};

constexpr PatientVector operator-(PatientPoint a, PatientPoint b)
{
  return {a.left - b.left, a.posterior - b.posterior, a.superior - b.superior};
}
constexpr PatientPoint operator+(PatientPoint a, PatientVector v)
{
  return {a.left + v.left, a.posterior + v.posterior, a.superior + v.superior};
}
constexpr PatientVector operator+(PatientVector a, PatientVector b)
{
  return {a.left + b.left, a.posterior + b.posterior, a.superior + b.superior};
}
constexpr PatientVector operator-(PatientVector a, PatientVector b)
{
  return {a.left - b.left, a.posterior - b.posterior, a.superior - b.superior};
}
constexpr PatientVector operator*(double factor, PatientVector v) { return {factor * v.left, factor * v.posterior, factor * v.superior}; }

constexpr double dot(PatientVector a, PatientVector b) { return a.left * b.left + a.posterior * b.posterior + a.superior * b.superior; }
constexpr PatientVector cross(PatientVector a, PatientVector b)
{
  return {a.posterior * b.superior - a.superior * b.posterior, a.superior * b.left - a.left * b.superior,
          a.left * b.posterior - a.posterior * b.left};
}
inline double norm(PatientVector v) { return std::sqrt(dot(v, v)); }
inline Millimeters distance(PatientPoint a, PatientPoint b) { return Millimeters{norm(a - b)}; }
}  // namespace nadir
