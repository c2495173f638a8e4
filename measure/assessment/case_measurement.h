#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "measure/assessment/lesion_propagation.h"
#include "measure/assessment/measured_lesion.h"
#include "measure/assessment/open_timepoint.h"
#include "measure/assessment/tissue_task.h"

namespace nadir::measure
{
/// The lesions of a time point, in the order of the case.
using MeasuredLesions = std::vector<MeasuredLesion>;

enum class Unmarked
{
  LookedFor,  ///< carried over from the last time point where the lesion's voxels are known: takes seconds
  LeftOpen,   ///< NOT_DONE
};

enum class Tissues
{
  Told,     ///< takes seconds a lesion
  IfKnown,  ///< from an earlier measurement or `take_tissue`; else left out
};

enum class Unmeasurable
{
  Refused,   ///< a lesion whose marks cannot be measured ends the measuring
  SetAside,  ///< it counts as NOT_DONE and is named by `unmeasured`; the others are measured
};

struct MeasureConfig
{
  Unmarked unmarked = Unmarked::LookedFor;
  Tissues tissues = Tissues::Told;
  Unmeasurable unmeasurable = Unmeasurable::Refused;
};

/// A lesion whose marks at a time point cannot be measured.
struct UnmeasuredLesion
{
  Lesion lesion;
  TimepointLabel timepoint;
  std::string why;  ///< "lesion T02 at "baseline": it is a lymph node, of which ..."
};

/// Measures the lesions of a case on open time points, again and again as the case changes: what was measured from the same marks is kept.
/// A mask under the same file name is taken to be the same mask. Moving a caliper costs no more than that caliper.
class CaseMeasurement
{
public:
  explicit CaseMeasurement(std::vector<std::shared_ptr<OpenTimepoint>> timepoints) : timepoints_(std::move(timepoints)) {}

  /// Measures every lesion of a case at every time point (the same and in the same order as those given). A target or non-target lesion
  /// without a prompt is looked for; a new lesion is not. Tissues are told wherever voxels and images are there.
  /// Failures: as measure_lesion, with lesion and time point named; LoaderError::Cancelled.
  Result<std::vector<MeasuredLesions>> measure(const Case& input, const MeasureConfig& config, const imaging::Progress& progress);

  /// What the last call set aside, time point after time point.
  const std::vector<UnmeasuredLesion>& unmeasured() const { return unmeasured_; }

  /// Lesions measured without their tissue, and the way to bring it along: an outcome for marks that no longer stand is dropped.
  std::vector<TissueTask> tissues_to_tell() const;
  void take_tissue(const TissueTask& task, const TissueOutcome& outcome);

private:
  using Place = std::pair<LesionId, TimepointLabel>;
  /// What is kept of a lesion at a time point, and what it was made from.
  struct Kept
  {
    std::string made_from;
    MeasuredLesion lesion;                        ///< without its tissue; of a mask: without the lengths drawn beside it
    std::optional<StatedThreshold> threshold;     ///< that its tissue is told by
    std::shared_ptr<const TissueOutcome> tissue;  ///< null: not told yet

    bool is_to_be_told() const;
    TissueTask task(const Place& place, const std::shared_ptr<OpenTimepoint>& opened) const;
    MeasuredLesion with_tissue() const;
  };
  class Pass;

  std::vector<std::shared_ptr<OpenTimepoint>> timepoints_;
  std::map<Place, Kept> kept_;
  std::vector<UnmeasuredLesion> unmeasured_;
};
}  // namespace nadir::measure
