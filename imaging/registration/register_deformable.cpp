#include "imaging/registration/register_deformable.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/registration/align_deformable.h"
#include "imaging/registration/align_rigid.h"
#include "imaging/registration/assess_quality.h"
#include "imaging/registration/body_mask.h"
#include "imaging/registration/field_search.h"
#include "imaging/registration/local_contrast.h"

namespace nadir::imaging
{
namespace
{
/// One step from coarse to fine.
struct Stage
{
  RegistrationLevel RegistrationPyramid::*level;
  double contrast;  ///< sigma of the local contrast, mm
  FieldSearchConfig search;
};

std::vector<Stage> stages(double control_spacing)
{
  return {{&RegistrationPyramid::coarse, 20.0, {64.0, {200.0, 0.02}, 8, 1.5}},
          {&RegistrationPyramid::middle, 12.0, {40.0, {50.0, 0.01}, 8, 1.2}},
          {&RegistrationPyramid::fine, 8.0, {control_spacing, {10.0, 0.005}, 8, 1.0}}};
}

std::vector<float> weights_of(const RegistrationLevel& level, const std::optional<FloatImage>& weight)
{
  const auto& size = level.image.geometry.size();
  const auto where = grown(level.body, size, 1);
  std::vector<float> result(where.size(), 0.0F);
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        if (where[n] != 0) result[n] = weight ? sample(*weight, level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k})).value_or(1.0F) : 1.0F;
  return result;
}

FloatImage features_of(const RegistrationLevel& level, double sigma) { return local_contrast(level.image, grown(level.body, level.image.geometry.size(), 1), sigma); }

SplineField no_field(const RegistrationLevel& level)
{
  const auto lattice = ImageGeometry::make({1, 1, 1}, {1, 1, 1}, level.image.geometry.origin(), level.image.geometry.axes());
  return {lattice.value(), {PatientVector{}}};
}

/// A search from a rigid position, over the first `count` stages.
Deformation deformed(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, Deformation start, const DeformableConfig& config, std::size_t count)
{
  const auto all = stages(config.control_spacing);
  for (std::size_t n = 0; n < count; ++n)
  {
    const auto& level = fixed.*(all[n].level);
    const FeaturePair pair{features_of(level, all[n].contrast), features_of(moving.*(all[n].level), all[n].contrast), weights_of(level, config.weight)};
    start = improved_field(pair, start, all[n].search);
  }
  return start;
}

/// The voxels of the middle level around which the result must be right.
std::vector<PatientPoint> probes(const RegistrationLevel& level, const std::optional<FloatImage>& region)
{
  std::vector<PatientPoint> result;
  const auto& size = level.image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        if (level.body[level.image.offset({i, j, k})] == 0) continue;
        const auto p = level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k});
        if (!region || sample(*region, p).value_or(0.0F) > 0.0F) result.push_back(p);
      }
  return result;
}

void add_deformable_figures(RegistrationQuality& quality, const Deformation& forward, const Deformation& backward, const std::vector<PatientPoint>& points)
{
  std::vector<double> errors;
  double low = 1e9, high = -1e9;
  for (const PatientPoint p : points)
  {
    errors.push_back(norm(backward(forward(p)) - p));
    const double volume = forward.jacobian_at(p);
    low = std::min(low, volume), high = std::max(high, volume);
  }
  if (errors.empty()) return;
  const auto place = errors.begin() + static_cast<std::ptrdiff_t>(0.9 * static_cast<double>(errors.size() - 1));
  std::nth_element(errors.begin(), place, errors.end());
  quality.inconsistency = Millimeters{*place};
  quality.smallest_jacobian = low;
  quality.largest_jacobian = high;
}
}  // namespace

Result<DeformableRegistration> align_deformable(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const DeformableConfig& config)
{
  const auto rigid = align_rigid(fixed, moving, config.rigid);
  if (!rigid) return rigid.failure();
  const Deformation forward = deformed(fixed, moving, {rigid->fixed_to_moving, no_field(fixed.coarse)}, config, 3);
  DeformableConfig back = config;
  back.weight.reset();
  const Deformation backward = deformed(moving, fixed, {rigid->fixed_to_moving.inverse(), no_field(moving.coarse)}, back, 2);
  RegistrationQuality quality = rigid->quality;
  quality.local_correlation = tissue_agreement(fixed.middle, moving.middle, PointMap([&](PatientPoint p) { return forward(p); }));
  add_deformable_figures(quality, forward, backward, probes(fixed.middle, config.region));
  return DeformableRegistration{forward, quality};
}

Result<DeformableRegistration> register_deformable(const Volume& fixed, const Volume& moving, const DeformableConfig& config)
{
  auto found = align_deformable(registration_pyramid(float_image_of(fixed)), registration_pyramid(float_image_of(moving)), config);
  if (!found) return found;
  const auto reasons = reasons_against(found->quality, config.rigid.limits);
  if (!reasons.empty()) return not_the_same_place(reasons);
  return found;
}
}  // namespace nadir::imaging
