#pragma once

#include <cstddef>

#include "imaging/geometry/patient_point.h"

namespace nadir::phantom
{
/// Which muscle of a right thigh holds a point of the cross-section, and how far the next one is.
struct MusclePlace
{
  std::size_t muscle = 0;
  double gap = 0.0;         ///< about the distance to the border with the next muscle, mm
  double remoteness = 0.0;  ///< 1 = at the muscle's nominal outline, more = outside all outlines
};

/// Nearest muscle by a distance scaled with each muscle's half widths. Anatomy frame, mm.
MusclePlace muscle_place_at(PatientPoint anatomy);

/// How a muscle's fascicles run in the cross-section (unit vector) and how bright it is against the average.
struct MuscleGrain
{
  double cosine = 1.0;
  double sine = 0.0;
  double brightness = 1.0;
};
MuscleGrain grain_of(std::size_t muscle);
}  // namespace nadir::phantom
