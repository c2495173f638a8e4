#include "imaging/registration/register_rigid.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "imaging/registration/align_rigid.h"
#include "imaging/registration/assess_quality.h"
#include "imaging/registration/contrast_map.h"
#include "imaging/registration/deform_stages.h"
#include "imaging/registration/even_position.h"
#include "imaging/registration/rigid_search.h"

namespace nadir::imaging
{
namespace
{
bool has_body(const RegistrationPyramid& pyramid)
{
  const auto has = [](const RegistrationLevel& level) { return std::count(level.body.begin(), level.body.end(), 1) >= 27; };
  return has(pyramid.coarse) && has(pyramid.middle);
}

Failure no_body(const char* which)
{
  return {RegistrationError::NoBody,
          std::string("in the ") + which +
              " image nothing stands out from the background (there is nothing to align). Choose another series."};
}
/// The first, and those whose information comes close to it.
std::vector<FittedPose> worth_trying(const std::vector<FittedPose>& best)
{
  std::vector<FittedPose> result;
  for (const auto& fitted : best)
    if (fitted.value.information - 1.0 > 0.7 * (best.front().value.information - 1.0)) result.push_back(fitted);
  return result;
}

Deformation confirming(const DeformPair& pair, const RigidTransform& rigid)
{
  Deformation bent = undeformed(rigid, pair.fixed);
  for (const auto& stage : first_stages()) bent = improved(pair, bent, stage);
  return bent;
}

/// One rigid position, its coarse deformation, and how well the tissue agrees.
struct Trial
{
  RigidPose pose;
  Deformation bent;
  std::optional<RegistrationPyramid> recast;
  double agreement = 0.0;
};

Trial trial_of(const DeformPair& pair, const RigidPose& pose, std::optional<RegistrationPyramid> recast)
{
  const DeformPair seen{pair.fixed, recast ? *recast : pair.moving, pair.weight};
  Deformation bent = confirming(seen, pose.transform());
  const double agreement = tissue_agreement(seen.fixed.middle, seen.moving.middle, [&](PatientPoint p) { return bent(p); });
  return {pose, std::move(bent), std::move(recast), agreement};
}

/// Whether both images show tissue in one contrast. At a rough position that is doubtful: once the tissue may bend, pairs of one sequence
/// (made-up follow-ups of twelve sarcomas) correlate by 0.75 and more, the same with fat suppressed at one date by 0.3 and less.
bool is_alike(const DeformPair& pair, const RigidPose& pose, const Deformation& bent)
{
  constexpr double enough_rough = 0.15, enough_bent = 0.5;
  const RigidTransform rigid = pose.transform();
  const auto& fixed = pair.fixed.middle;
  const auto& moving = pair.moving.middle;
  return contrast_correlation(fixed, moving, [&](PatientPoint p) { return rigid(p); }) >= enough_rough ||
         contrast_correlation(fixed, moving, [&](PatientPoint p) { return bent(p); }) >= enough_bent;
}

Trial tried(const DeformPair& pair, const RigidPose& pose)
{
  auto trial = trial_of(pair, pose, std::nullopt);
  return is_alike(pair, pose, trial.bent) ? std::move(trial)
                                          : trial_of(pair, pose, in_contrast_of(pair.fixed, pair.moving, pose.transform()));
}

/// The position at which the tissue agrees best once it may bend.
ConfirmedPosition most_agreeing(const DeformPair& pair, const std::vector<FittedPose>& poses)
{
  std::optional<Trial> best;
  for (const auto& fitted : poses)
  {
    auto trial = tried(pair, fitted.pose);
    if (!best || trial.agreement > best->agreement) best = std::move(trial);
  }
  auto quality = rigid_quality(pair.fixed, pair.moving, best->pose);
  quality.local_correlation = std::max(quality.local_correlation, best->agreement);
  return {{best->pose.transform(), quality}, std::move(best->bent), std::move(best->recast)};
}
}  // namespace

Failure not_the_same_place(const std::string& reasons)
{
  return {RegistrationError::NotTheSamePlace,
          "the two images could not be brought together: " + reasons +
              " (a lesion would be looked for in the wrong place). Check that both show the same part of the same patient, "
              "or mark the lesion on the follow-up."};
}

Result<ConfirmedPosition> align_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidConfig& config,
                                      const FloatImage* weight)
{
  if (!has_body(fixed)) return no_body("fixed");
  if (!has_body(moving)) return no_body("moving");
  if (config.known) return most_agreeing({fixed, moving, weight}, {{RigidPose::of(*config.known), {}}});
  const auto found = search_rigid(fixed, moving, {config.farthest_shift, config.farthest_sideways, config.progress});
  if (found.cancelled) return Failure(RegistrationError::Cancelled, "registration was cancelled (nothing was computed). Start it again.");
  if (found.best.front().value.overlap < MutualInformation::least_overlap)
    return Failure(RegistrationError::NoOverlap, "the images have no part of the body in common, or too little of one (nothing can be "
                                                 "compared). Choose series that show more of the same region.");
  return most_agreeing({fixed, moving, weight}, worth_trying(found.best));
}

Result<RigidRegistration> register_rigid(const Volume& fixed, const Volume& moving, const RigidConfig& config)
{
  const auto from = registration_pyramid(float_image_of(fixed)), to = registration_pyramid(float_image_of(moving));
  auto found = align_rigid(from, to, config);
  if (!found && !found.failure().is(RegistrationError::NoOverlap)) return found.failure();
  const auto reasons = found ? reasons_against(found->rigid.quality, config.limits) : std::string();
  if (found && reasons.empty()) return found->rigid;
  if (const auto even = even_position(from, to, DeformableConfig())) return *even;
  return found ? not_the_same_place(reasons) : found.failure();
}
}  // namespace nadir::imaging
