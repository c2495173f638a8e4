#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case_assessor.h"
#include "measure/lesion/assessment.h"
#include "reading/record/reading.h"
#include "session/private_folder.h"

namespace nadir::session
{
/// A reading as a case on open images: a value that can be handed to another thread.
struct LiveCase
{
  measure::Case input;
  std::vector<std::shared_ptr<measure::OpenTimepoint>> timepoints;  ///< one each of input.timepoints; without images where none are open
  std::vector<TimepointLabel> without_images;                       ///< whose images the reading names but that are not open
};

/// The assessment of a reading that changes: images, pixels and what was measured from marks that stand are kept, so that moving a caliper
/// costs that caliper and the response.
///
///     auto prepared = live.prepare(store.reading(), blobs, open);          // in the thread of the record
///     auto assessment = live.assess(*prepared, Thoroughness::Live);         // in any one thread
///
/// A complete assessment is the one that `session::assess` gives from scratch.
class LiveAssessment
{
public:
  using Blobs = std::function<Result<std::string>(const reading::Digest&)>;
  using OpenTimepoints = std::map<TimepointLabel, std::shared_ptr<measure::OpenTimepoint>>;

  /// Lays out masks that are new in a private folder. Failures: those of `case_of`.
  Result<LiveCase> prepare(const reading::Reading& reading, const Blobs& blobs, const OpenTimepoints& open);

  /// Failures: those of `measure::assess_case`; NotAllowed for a complete assessment without all images.
  Result<measure::Assessment> assess(const LiveCase& live, measure::Thoroughness thoroughness, const imaging::Progress& progress = {});

  /// A complete assessment with voxels, for whoever writes them. Failures: those of a complete assessment.
  Result<measure::AssessedCase> measure(const LiveCase& live, const imaging::Progress& progress = {});

  /// Tissues that live assessments left out because they take seconds; they may be told in any thread and brought along.
  std::vector<measure::TissueTask> tissues_to_tell() const;
  void take_tissue(const measure::TissueTask& task, const measure::TissueOutcome& outcome);

  /// Lesions that the last call of `assess` could not measure; responses that rest on them are withheld.
  std::vector<measure::UnmeasuredLesion> unmeasured() const;

  /// What the last call of `assess` found to be asked, answered or not.
  std::vector<measure::Question> questions() const;

private:
  /// The assessor of these time points, or why a complete assessment is not possible.
  Result<measure::CaseAssessor*> assessor_of(const LiveCase& live, measure::Thoroughness thoroughness);
  std::shared_ptr<measure::OpenTimepoint> timepoint_of(const reading::ReadTimepoint& timepoint, const OpenTimepoints& open);

  std::optional<PrivateFolder> folder_;
  OpenTimepoints without_images_;  ///< stand-ins
  std::vector<std::shared_ptr<measure::OpenTimepoint>> assessed_;
  std::unique_ptr<measure::CaseAssessor> assessor_;
};
}  // namespace nadir::session
