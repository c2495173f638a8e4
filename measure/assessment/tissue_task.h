#pragma once

#include <memory>
#include <optional>
#include <string>

#include "imaging/result/result.h"
#include "measure/assessment/open_timepoint.h"
#include "measure/assessment/tissue_of.h"
#include "segmentation/mask/mask.h"

namespace nadir::measure
{
/// A lesion of which living and dead tissue is still to be told: takes seconds, and may be done in any thread.
struct TissueTask
{
  LesionId lesion;
  TimepointLabel timepoint;
  std::string made_from;                  ///< the marks whose lesion it is
  std::shared_ptr<OpenTimepoint> opened;  ///< holds `stack`
  const imaging::ImageStack* stack = nullptr;
  segmentation::Mask mask;
  std::optional<StatedThreshold> threshold;  ///< that a reader set
};

using TissueOutcome = Result<std::optional<MeasuredTissue>>;

/// Failures: those of `tissue_of`.
TissueOutcome tell_tissue(const TissueTask& task);
}  // namespace nadir::measure
