#include "sample_data/phantom/timepoint.h"

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
/// Middle of the right thigh of a patient on the table, LPS mm.
constexpr PatientVector thigh_in_patient{-92.0, 9.0, -38.0};

RigidMotion motion_of(const TimepointPlan& timepoint) { return {Rotation::from(timepoint.lying), thigh_in_patient + timepoint.shift}; }

Tumour tumour_of(const LesionPlan& lesion, const LesionSize& size)
{
  const Ellipsoid ellipsoid{lesion.centre, size.semi_axes, Rotation::from(lesion.orientation)};
  return {LobulatedEllipsoid{ellipsoid, size.lobulation}, size.necrotic_fraction};
}

std::vector<SceneLesion> scene_lesions(const CasePlan& plan, std::size_t index)
{
  std::vector<SceneLesion> lesions;
  for (const auto& lesion : plan.lesions)
    if (const auto& size = lesion.sizes.at(index)) lesions.push_back({tumour_of(lesion, *size), lesion.solid});
  return lesions;
}

GridAxes axes_of(const StackPlan& stack)
{
  const PatientVector i{1, 0, 0};
  const PatientVector j = stack.plane == StackPlane::Axial ? PatientVector{0, 1, 0} : PatientVector{0, 0, -1};
  const auto tilt = Rotation::from(stack.tilt);
  return {tilt.apply(i), tilt.apply(j), tilt.apply(cross(i, j))};
}

/// Centre of the stack: on the limb's axis beside the first lesion, moved along the normal to the lesion.
PatientPoint stack_centre(const CasePlan& plan, const TimepointPlan& timepoint, PatientVector normal)
{
  const auto motion = motion_of(timepoint);
  const auto lesion = plan.lesions.front().centre;
  const auto beside = motion.to_patient({0, 0, lesion.superior});
  return beside + (dot(motion.to_patient(lesion) - beside, normal) + timepoint.stack_offset) * normal;
}

Acquisition stack_around(PatientPoint centre, const StackPlan& stack, int matrix)
{
  const auto axes = axes_of(stack);
  const double spacing = stack.field_of_view / matrix;
  const double half = 0.5 * (matrix - 1) * spacing;
  const int middle = stack.slices / 2;
  const auto origin = centre + (-half * axes.i + -half * axes.j + (-middle * stack.slice_spacing) * axes.k);
  const auto grid = ImageGeometry::make({matrix, matrix, stack.slices}, {spacing, spacing, stack.slice_spacing}, origin, axes);
  return {grid.value(), stack.slice_thickness};
}

std::vector<std::optional<Tumour>> lesions_in_patient(const CasePlan& plan, std::size_t index)
{
  std::vector<std::optional<Tumour>> tumours;
  for (const auto& lesion : plan.lesions)
  {
    const auto& size = lesion.sizes.at(index);
    tumours.push_back(size ? std::optional{tumour_of(lesion, *size).moved(motion_of(plan.timepoints[index]))} : std::nullopt);
  }
  return tumours;
}
}  // namespace

Timepoint make_timepoint(const CasePlan& plan, std::size_t index, const GeneratorOptions& options)
{
  const auto& timepoint = plan.timepoints.at(index);
  const auto centre = stack_centre(plan, timepoint, axes_of(plan.stack).k);
  return {Scene{stirred(options.seed ^ key_of(plan.name)), motion_of(timepoint), scene_lesions(plan, index)},
          stack_around(centre, plan.stack, options.matrix), stack_around(centre, plan.stack, options.matrix / 2), centre,
          lesions_in_patient(plan, index)};
}
}  // namespace nadir::phantom
