#include "imaging/registration/register_deformable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "imaging/registration/align_deformable.h"
#include "imaging/registration/align_rigid.h"
#include "imaging/registration/assess_quality.h"
#include "imaging/registration/body_mask.h"
#include "imaging/registration/deform_stages.h"
#include "imaging/registration/even_position.h"

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

/// A deformation and the same looked for with the images exchanged.
struct BothWays
{
  Deformation forward;
  Deformation backward;
};

/// The deformation that confirmed the rigid position, and the same backwards from there.
BothWays coarse_ways(const DeformPair& turned, const ConfirmedPosition& start)
{
  Deformation backward = undeformed(start.rigid.fixed_to_moving.inverse(), turned.fixed);
  for (const auto& stage : first_stages()) backward = improved(turned, backward, stage);
  return {start.bent, std::move(backward)};
}

BothWays fine_ways(const DeformPair& pair, const DeformPair& turned, const BothWays& coarse, double control_spacing)
{
  const auto middle = last_stage(control_spacing, &RegistrationPyramid::middle);
  const auto fine = last_stage(control_spacing, &RegistrationPyramid::fine);
  return {improved(pair, improved(pair, coarse.forward, middle), fine), improved(turned, coarse.backward, middle)};
}

RegistrationQuality quality_of(const BothWays& ways, const DeformPair& pair, const RegistrationQuality& rigid,
                               const std::vector<PatientPoint>& points)
{
  RegistrationQuality quality = rigid;
  const double agreement = tissue_agreement(pair.fixed.middle, pair.moving.middle, [&](PatientPoint p) { return ways.forward(p); });
  quality.local_correlation = std::max(quality.local_correlation, agreement);
  add_deformable_figures(quality, ways.forward, ways.backward, points);
  return quality;
}

/// The body without what lies in or near the lesion, where a lesion that has grown or died makes any position look bad. As it is where less
/// than half of the body would be left.
RegistrationLevel apart_from_lesion(const RegistrationLevel& fixed, const DeformableConfig& config)
{
  RegistrationLevel level = fixed;
  const auto& size = level.image.geometry.size();
  double body = 0.0, apart = 0.0;
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        if (level.body[n] == 0) continue;
        const auto p = level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k});
        const bool is_near = config.region && sample(*config.region, p).value_or(0.0F) > 0.0F;
        const bool is_lesion = config.weight && sample(*config.weight, p).value_or(1.0F) < 0.5F;
        body += 1.0;
        if (is_near || is_lesion) level.body[n] = 0;
        else apart += 1.0;
      }
  return apart >= 0.5 * body ? level : fixed;
}

/// How well the tissue agrees in the whole body, or apart from the lesion, whichever is better.
double agreement_by(const Deformation& way, const DeformPair& pair, const DeformableConfig& config)
{
  const auto moved = [&](PatientPoint p) { return way(p); };
  return std::max(tissue_agreement(pair.fixed.middle, pair.moving.middle, moved),
                  tissue_agreement(apart_from_lesion(pair.fixed.middle, config), pair.moving.middle, moved));
}

/// Only that part of the body that holds most of the region; as it is where the region meets none.
RegistrationLevel limb_of(RegistrationLevel level, const FloatImage& region)
{
  const auto& size = level.image.geometry.size();
  const auto labels = parts_of(level.body, size);
  std::array<std::size_t, 256> met{};
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
        if (labels[n] != 0 && sample(region, level.image.geometry.voxel_to_patient(VoxelIndex{i, j, k})).value_or(0.0F) > 0.0F)
          ++met[labels[n]];
  const auto most = std::max_element(met.begin(), met.end());
  if (*most == 0) return level;
  const auto limb = static_cast<std::uint8_t>(most - met.begin());
  std::transform(labels.begin(), labels.end(), level.body.begin(),
                 [&](std::uint8_t label) { return static_cast<std::uint8_t>(label == limb ? 1 : 0); });
  return level;
}

/// The lesion's limb: the other leg moves by itself, and its like must not be taken for it.
RegistrationPyramid limb_of(RegistrationPyramid pyramid, const std::optional<FloatImage>& region)
{
  if (!region) return pyramid;
  return {limb_of(std::move(pyramid.fine), *region), limb_of(std::move(pyramid.middle), *region),
          limb_of(std::move(pyramid.coarse), *region)};
}

/// Why the deformation must not be relied on; empty when it may.
std::string reasons_against(const DeformableRegistration& found, const QualityLimits& limits)
{
  auto reasons = reasons_against(found.quality, limits);
  if (found.contrast == TissueContrast::Unlike)
    reasons += std::string(reasons.empty() ? "" : "; ") + "tissues that are bright in one image are dark in the other (another sequence, "
                                                          "fat suppressed at one date only, or images brought together wrongly), "
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
  const DeformPair turned{seen, fixed, nullptr};
  const auto contrast = start->recast ? TissueContrast::Unlike : TissueContrast::Alike;
  const auto points = probes(fixed.middle, config.region);
  const auto coarse = coarse_ways(turned, *start);
  const auto fine = fine_ways(pair, turned, coarse, config.control_spacing);
  const auto& rigid = start->rigid;
  DeformableRegistration found{fine.forward, quality_of(fine, pair, rigid.quality, points), contrast};
  const auto& limits = config.rigid.limits;
  if (!found.quality.inconsistency || *found.quality.inconsistency <= limits.inconsistency) return found;
  const auto stiffer = quality_of(coarse, pair, rigid.quality, points);
  if (*stiffer.inconsistency <= limits.coarse_inconsistency && agreement_by(coarse.forward, pair, config) >= limits.stiff_agreement)
    return DeformableRegistration{coarse.forward, stiffer, contrast};
  const auto turned_only = undeformed(rigid.fixed_to_moving, fixed);
  if (agreement_by(turned_only, pair, config) >= limits.stiff_agreement)
    return DeformableRegistration{turned_only, rigid.quality, contrast};
  return found;
}

Result<DeformableRegistration> register_deformable(const Volume& fixed, const Volume& moving, const DeformableConfig& config)
{
  const auto from = limb_of(registration_pyramid(float_image_of(fixed)), config.region), to = registration_pyramid(float_image_of(moving));
  auto found = align_deformable(from, to, config);
  if (!found && !found.failure().is(RegistrationError::NoOverlap)) return found;
  const auto reasons = found ? reasons_against(*found, config.rigid.limits) : std::string();
  if (found && reasons.empty()) return found;
  if (const auto even = even_position(from, to, config))
    return DeformableRegistration{undeformed(even->fixed_to_moving, from), even->quality, TissueContrast::Alike};
  return found ? not_the_same_place(reasons) : found;
}
}  // namespace nadir::imaging
