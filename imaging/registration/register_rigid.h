#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>

#include "imaging/registration/registration_error.h"
#include "imaging/registration/registration_quality.h"
#include "imaging/registration/rigid_transform.h"
#include "imaging/result/result.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
struct RigidConfig
{
  /// Called between steps with steps done and to do; return false to cancel.
  std::function<bool(std::size_t done, std::size_t total)> progress;
  double farthest_shift = 60.0;  ///< mm beyond the difference of the fields of view; how far apart the two dates may lie
  /// mm to the left or right of where the coordinates say; where one limb may be taken for the other.
  double farthest_sideways = std::numeric_limits<double>::infinity();
  QualityLimits limits{};
  /// What register_rigid found for these very images before: it is confirmed and judged again, but not searched for.
  std::optional<RigidTransform> known;
};

struct RigidRegistration
{
  RigidTransform fixed_to_moving;
  RegistrationQuality quality;
};

/// Finds where the tissue of `fixed` lies in `moving`: two dates, or two sequences of one examination (any contrast).
///
/// Maximises normalised mutual information over the fixed body: all shifts on a grid and turns by 15 degrees at 8 mm, the best climbed at
/// 8, 4 and 1.5 mm; of the best three the one at which the tissue agrees best once it may bend. Deterministic whatever the number of
/// threads. Frame: patient LPS, mm. Failures: NoBody, NoOverlap, NotTheSamePlace (the quality figure is poor; the message says which),
/// Cancelled.
Result<RigidRegistration> register_rigid(const Volume& fixed, const Volume& moving, const RigidConfig& config = {});
}  // namespace nadir::imaging
