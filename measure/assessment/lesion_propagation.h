#pragma once

#include <map>
#include <optional>
#include <vector>

#include "imaging/registration/transform_file.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/timepoint_volumes.h"

namespace nadir::measure
{
/// Looks for the lesions of an earlier time point on a later one, where the reader marked nothing: the two dates are registered on the
/// series of the lesion and its twin, the lesion is carried over and fitted to what the later images show.
///
/// What comes back is a proposal and says so in its warnings: MEASURED, ABSENT where its tissue is gone, or NOT_DONE with the reason
/// where the registration or the images do not allow an answer. Registrations are kept, so that the lesions of one series share theirs.
/// Everything given must outlive it.
class LesionPropagation
{
public:
  LesionPropagation(TimepointVolumes& earlier, const std::vector<MeasuredLesion>& lesions, TimepointVolumes& later)
      : earlier_(&earlier), lesions_(&lesions), later_(&later)
  {
  }

  /// `lesion`: one of the lesions given, with voxels (mask and stack).
  MeasuredLesion carried(const MeasuredLesion& lesion);

private:
  Result<MeasuredLesion> found(const MeasuredLesion& lesion);
  Result<imaging::SavedTransform> transform_to(const imaging::ImageStack& stack, const imaging::ImageStack& twin);

  TimepointVolumes* earlier_;
  const std::vector<MeasuredLesion>* lesions_;
  TimepointVolumes* later_;
  std::map<const imaging::ImageStack*, Result<imaging::SavedTransform>> transforms_;  ///< by the earlier stack
};
}  // namespace nadir::measure
