#include "imaging/registration/register_rigid.h"

#include <algorithm>

#include "imaging/registration/align_rigid.h"
#include "imaging/registration/assess_quality.h"
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
  return {RegistrationError::NoBody, std::string("in the ") + which + " image nothing stands out from the background (there is nothing to align). Choose another series."};
}
}  // namespace

Failure not_the_same_place(const std::string& reasons)
{
  return {RegistrationError::NotTheSamePlace,
          "the two images could not be brought together: " + reasons + " (a lesion would be looked for in the wrong place). Check that both show the same part of the same patient, "
          "or mark the lesion on the follow-up."};
}

Result<RigidRegistration> align_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidConfig& config)
{
  if (!has_body(fixed)) return no_body("fixed");
  if (!has_body(moving)) return no_body("moving");
  const auto found = search_rigid(fixed, moving, {config.farthest_shift, config.progress});
  if (found.cancelled) return Failure(RegistrationError::Cancelled, "registration was cancelled (nothing was computed). Start it again.");
  if (found.best.value.overlap < MutualInformation::least_overlap)
    return Failure(RegistrationError::NoOverlap, "the images show no common part of the body (nothing can be compared). Choose series of the same region.");
  return RigidRegistration{found.best.pose.transform(), rigid_quality(fixed, moving, found.best.pose)};
}

Result<RigidRegistration> register_rigid(const Volume& fixed, const Volume& moving, const RigidConfig& config)
{
  auto found = align_rigid(registration_pyramid(float_image_of(fixed)), registration_pyramid(float_image_of(moving)), config);
  if (!found) return found;
  const auto reasons = reasons_against(found->quality, config.limits);
  if (!reasons.empty()) return not_the_same_place(reasons);
  return found;
}
}  // namespace nadir::imaging
