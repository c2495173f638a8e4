#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "imaging/geometry/patient_point.h"

namespace nadir::imaging
{
/// Steps between neighbouring slices, measured along the normal. Lengths mm.
struct SliceSteps
{
  std::vector<double> steps;  ///< one fewer than slices; ascending positions, so none is negative
  double median = 0.0;
  double mean = 0.0;                   ///< (last - first) / (slices - 1)
  double largest_deviation = 0.0;      ///< of a step from the median
  std::size_t worst_step = 0;          ///< between slices worst_step and worst_step + 1, 0-based
  double largest_grid_residual = 0.0;  ///< of a slice from the best even grid
  double systematic_drift = 0.0;       ///< sideways shift of the last slice against the first, straight-line fit (gantry tilt)
  double largest_drift = 0.0;          ///< sideways shift of any slice against the first
  double rounding_allowance = 0.0;     ///< largest error along the normal of coordinates rounded to 0.1 mm
};

/// positions: at least two, ascending along the unit vector `normal`.
SliceSteps measure_steps(std::span<const PatientPoint> positions, PatientVector normal);

/// How even the steps are.
enum class StepVerdict
{
  Even,     ///< every step within 1 % or 0.01 mm of the median, every slice within 5 % of a step from an even grid
  Rounded,  ///< as uneven as coordinates rounded to 0.1 mm make it, no more: usable, with a warning
  Missing,  ///< some steps are whole multiples of the others
  Uneven,
};
StepVerdict judge(const SliceSteps& steps);

/// Slices that the whole multiples among the steps leave out.
int missing_slices(const SliceSteps& steps);
}  // namespace nadir::imaging
