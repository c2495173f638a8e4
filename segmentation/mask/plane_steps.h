#pragma once

#include <cstdint>
#include <vector>

namespace nadir::segmentation
{
/// How parallel planes follow each other.
struct PlaneSteps
{
  double step = 0.0;                 ///< mm between neighbouring places; 0 for a single plane
  bool is_regular = false;           ///< every gap is a whole number of steps, within 1 % of a step or 0.01 mm
  std::vector<std::int64_t> places;  ///< number of each plane, from 0; with gaps where planes are missing
};

/// Ascending offsets without those that differ by less than `tolerance_mm` from the one before.
std::vector<double> distinct_offsets(std::vector<double> offsets, double tolerance_mm);

/// Step of ascending distinct offsets from the positions alone: the smallest gap must divide all others.
/// Where it does not, step is the median gap and is_regular is false.
PlaneSteps steps_of(const std::vector<double>& offsets);

/// As steps_of, with the step declared elsewhere: regular when it divides every gap.
PlaneSteps steps_with(const std::vector<double>& offsets, double declared);
}  // namespace nadir::segmentation
