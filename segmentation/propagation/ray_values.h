#pragma once

#include <vector>

#include "segmentation/propagation/even_dates.h"
#include "segmentation/propagation/warp_lesion.h"
#include "segmentation/radial/sphere_directions.h"

namespace nadir::segmentation
{
/// What is seen at one place on the way from the lesion's middle. NaN where the image ends.
struct RaySample
{
  float value;     ///< at follow-up, shading taken off
  float expected;  ///< the same had nothing changed
  float distance;  ///< to the carried border, mm, negative inside
  float error;     ///< standard deviation of value and expected here where nothing changed
};

/// Samples every `step` mm, the first half a step from the middle, along each direction.
struct RayValues
{
  static constexpr double step = 1.0;  ///< mm

  PatientPoint middle;
  std::size_t steps = 0;
  std::vector<RaySample> samples;  ///< direction after direction

  const RaySample& at(std::size_t direction, std::size_t n) const { return samples[direction * steps + n]; }
  static double radius_of(std::size_t n) { return (static_cast<double>(n) + 0.5) * step; }
};

/// Along each direction as far as the carried lesion could have grown to 2.2 times its size, at least 18 mm beyond it.
RayValues ray_values(const FollowUpBlock& block, const EvenDates& dates, const SphereDirections& directions);
}  // namespace nadir::segmentation
