#include "imaging/registration/register_deformable.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "imaging/registration/align_deformable.h"
#include "imaging/registration/align_rigid.h"
#include "imaging/registration/assess_quality.h"
#include "imaging/registration/deform_stages.h"

namespace nadir::imaging
{
namespace
{
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

void add_deformable_figures(RegistrationQuality& quality, const Deformation& forward, const Deformation& backward,
                            const std::vector<PatientPoint>& points)
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

/// The same search with the images exchanged, from the same rigid position.
Deformation found_backwards(const DeformPair& pair, const RigidTransform& rigid, double control_spacing)
{
  const DeformPair turned{pair.moving, pair.fixed, nullptr};
  Deformation backward = undeformed(rigid.inverse(), turned.fixed);
  for (const auto& stage : first_stages()) backward = improved(turned, backward, stage);
  return improved(turned, backward, last_stage(control_spacing, &RegistrationPyramid::middle));
}

/// Why the deformation must not be relied on; empty when it may.
std::string reasons_against(const DeformableRegistration& found, const QualityLimits& limits)
{
  auto reasons = reasons_against(found.quality, limits);
  if (found.contrast == TissueContrast::Unlike)
    reasons += std::string(reasons.empty() ? "" : "; ") +
               "tissues that are bright in one image are dark in the other (another sequence, fat suppressed at one date only, or images brought together wrongly), "
               "and how tissue bent cannot be told from such a pair";
  return reasons;
}
}  // namespace

Result<DeformableRegistration> align_deformable(const RegistrationPyramid& fixed, const RegistrationPyramid& moving,
                                                const DeformableConfig& config)
{
  const auto start = align_rigid(fixed, moving, config.rigid, config.weight ? &*config.weight : nullptr);
  if (!start) return start.failure();
  const RegistrationPyramid& seen = start->recast ? *start->recast : moving;
  const DeformPair pair{fixed, seen, config.weight ? &*config.weight : nullptr};
  const Deformation rough = improved(pair, start->bent, last_stage(config.control_spacing, &RegistrationPyramid::middle));
  const Deformation forward = improved(pair, rough, last_stage(config.control_spacing, &RegistrationPyramid::fine));
  const Deformation backward = found_backwards(pair, start->rigid.fixed_to_moving, config.control_spacing);
  RegistrationQuality quality = start->rigid.quality;
  const double agreement = tissue_agreement(fixed.middle, seen.middle, [&](PatientPoint p) { return forward(p); });
  quality.local_correlation = std::max(quality.local_correlation, agreement);
  add_deformable_figures(quality, forward, backward, probes(fixed.middle, config.region));
  return DeformableRegistration{forward, quality, start->recast ? TissueContrast::Unlike : TissueContrast::Alike};
}

Result<DeformableRegistration> register_deformable(const Volume& fixed, const Volume& moving, const DeformableConfig& config)
{
  auto found = align_deformable(registration_pyramid(float_image_of(fixed)), registration_pyramid(float_image_of(moving)), config);
  if (!found) return found;
  const auto reasons = reasons_against(*found, config.rigid.limits);
  if (!reasons.empty()) return not_the_same_place(reasons);
  return found;
}
}  // namespace nadir::imaging
