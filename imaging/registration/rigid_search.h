#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "imaging/registration/pose_ascent.h"
#include "imaging/registration/registration_level.h"

namespace nadir::imaging
{
struct RigidSearchConfig
{
  double farthest_shift = 60.0;  ///< mm beyond the difference of the extents
  double farthest_sideways =
      std::numeric_limits<double>::infinity();  ///< mm to the left or right of where the coordinates say, to start from
  std::function<bool(std::size_t done, std::size_t total)> progress;
};

/// What the search gives: the best poses at the finest level, best first, at least one; cancelled when `progress` said so.
struct RigidSearchResult
{
  std::vector<FittedPose> best;
  bool cancelled = false;
};

/// Multi-start search, coarse to fine. Both bodies must hold voxels.
RigidSearchResult search_rigid(const RegistrationPyramid& fixed, const RegistrationPyramid& moving, const RigidSearchConfig& config);

/// Information of two images at one level; points are the fixed body grown by about 8 mm, so that its outline counts.
MutualInformation information_of(const RegistrationLevel& fixed, const RegistrationLevel& moving, PatientPoint centre, std::size_t at_most);

/// Centre of mass of the body.
PatientPoint body_centre(const RegistrationLevel& level);
}  // namespace nadir::imaging
