#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessed_case.h"
#include "measure/assessment/case_measurement.h"
#include "measure/assessment/technique_comparison.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure
{
enum class Thoroughness
{
  Live,  ///< while a reader works: what takes seconds is left out (key images, digests, lesions that nobody marked, tissues not yet told)
  Complete,  ///< everything that an assessment holds
};

/// Assesses cases on the same open time points again and again: images, pixels and what was measured from marks that stand are kept, the
/// response is derived anew. A complete assessment is the one that `assess_case` would give.
///
///     CaseAssessor assessor(opened);
///     auto assessment = assessor.assess(input, Thoroughness::Live);   // input.timepoints: the same, in the same order
class CaseAssessor
{
public:
  explicit CaseAssessor(std::vector<std::shared_ptr<OpenTimepoint>> timepoints);

  /// Failures: as `assess_case`.
  Result<Assessment> assess(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress = {});

  /// Tissues that a live assessment left out. Told elsewhere and brought along, they are in the next one.
  std::vector<TissueTask> tissues_to_tell() const { return measurement_.tissues_to_tell(); }
  void take_tissue(const TissueTask& task, const TissueOutcome& outcome) { measurement_.take_tissue(task, outcome); }

  /// The same with the measured lesions and their voxels.
  Result<AssessedCase> assess_with_voxels(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress = {});

  /// Lesions whose marks the last call could not measure. A live assessment goes on without them and withholds the responses that they bear
  /// on, with the reason among their findings; a complete one fails.
  const std::vector<UnmeasuredLesion>& unmeasured() const { return measurement_.unmeasured(); }

  /// The questions that the last call found, answered or not.
  const std::vector<Question>& questions() const { return questions_; }

private:
  Result<Done> ask(std::vector<Question> found, const Case& input);
  Result<std::vector<MeasuredLesions>> measure(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress);
  Result<Done> respond(const Case& input, const std::vector<MeasuredLesions>& lesions, Thoroughness thoroughness,
                       Assessment& assessment) const;
  Assessment described(const Case& input, const std::vector<MeasuredLesions>& lesions) const;

  std::vector<std::shared_ptr<OpenTimepoint>> timepoints_;
  CaseMeasurement measurement_;
  TechniqueComparison techniques_;
  std::vector<Question> of_images_;  ///< who and when; found once
  std::vector<SeriesPairing> pairings_;
  std::vector<std::string> case_warnings_;
  std::vector<std::vector<SeriesAssessment>> series_;  ///< by time point
  std::vector<Question> questions_;
};
}  // namespace nadir::measure
