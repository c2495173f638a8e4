#include "measure/size/mask_calipers.h"

#include "measure/size/surface_levels.h"

namespace nadir::measure
{
namespace
{
PatientPoint at_height(const MaskSlices& slices, const LevelPoint& point)
{
  const auto step = slices.to_patient({}, 1) - slices.to_patient({}, 0);
  return slices.to_patient(point.place, 0) + (point.height / slices.spacing()) * step;
}
}  // namespace

Caliper caliper_of(const MaskSlices& slices, const Chord& chord, int slice)
{
  return {slices.to_patient(chord.from, slice), slices.to_patient(chord.to, slice), Millimeters{chord.length()}, {}, {}, {}};
}

Caliper longest_across(const segmentation::Mask& mask, GridAxis axis)
{
  const MaskSlices slices(mask, axis);
  const auto diameter = longest_diameter(slices);
  return caliper_of(slices, diameter.chord, diameter.slice);
}

Caliper feret_caliper(const MaskSlices& slices)
{
  const auto chord = farthest_points(surface_levels(slices));
  return {at_height(slices, chord.from), at_height(slices, chord.to), Millimeters{chord.length}, {}, {}, {}};
}
}  // namespace nadir::measure
