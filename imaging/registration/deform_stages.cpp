#include "imaging/registration/deform_stages.h"

#include "imaging/registration/body_mask.h"
#include "imaging/registration/local_contrast.h"

namespace nadir::imaging
{
namespace
{
std::vector<float> weights_of(const RegistrationLevel& level, const std::vector<std::uint8_t>& where, const FloatImage* weight)
{
  const auto& size = level.image.geometry.size();
  std::vector<float> result(where.size(), 0.0F);
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        if (where[n] != 0)
          result[n] = weight ? sample(*weight, level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k})).value_or(1.0F) : 1.0F;
  return result;
}

/// The body with its outline.
std::vector<std::uint8_t> body_of(const RegistrationLevel& level) { return grown(level.body, level.image.geometry.size(), 1); }
}  // namespace

const std::vector<DeformStage>& first_stages()
{
  static const std::vector<DeformStage> stages{{&RegistrationPyramid::coarse, 20.0, {64.0, {200.0, 0.02}, 8, 1.5}},
                                               {&RegistrationPyramid::middle, 12.0, {40.0, {50.0, 0.01}, 8, 1.2}}};
  return stages;
}

DeformStage last_stage(double control_spacing, RegistrationLevel RegistrationPyramid::*level)
{
  return {level, 8.0, {control_spacing, {1.5, 0.002}, 8, 0.7}};
}

Deformation undeformed(const RigidTransform& rigid, const RegistrationPyramid& fixed)
{
  const auto& grid = fixed.coarse.image.geometry;
  const auto lattice = ImageGeometry::make({1, 1, 1}, {1, 1, 1}, grid.origin(), grid.axes());
  return {rigid, SplineField(lattice.value(), {PatientVector{}})};
}

Deformation improved(const DeformPair& pair, const Deformation& start, const DeformStage& stage)
{
  const auto& fixed = pair.fixed.*(stage.level);
  const auto& moving = pair.moving.*(stage.level);
  const auto where = body_of(fixed);
  const FeaturePair features{local_contrast(fixed.image, where, stage.contrast),
                             local_contrast(moving.image, body_of(moving), stage.contrast), weights_of(fixed, where, pair.weight)};
  return improved_field(features, start, stage.search);
}
}  // namespace nadir::imaging
