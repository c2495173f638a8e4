#pragma once

#include <string>
#include <vector>

#include "sample_data/phantom/case_plan.h"
#include "sample_data/phantom/expected_response.h"
#include "sample_data/phantom/lesion_truth.h"
#include "sample_data/phantom/mr_series.h"
#include "sample_data/phantom/timepoint.h"

namespace nadir::phantom
{
/// One time point of a case, ready to be written: scene, series, exact sizes.
struct TimepointRecord
{
  TimepointPlan plan{};
  Timepoint timepoint;
  Examination examination{};
  std::vector<MrSeries> series{};                                 ///< on the stack's grid, then the diffusion parts
  std::size_t measured_series = 0;                                ///< index of the series that the masks lie on
  std::vector<std::optional<std::vector<std::uint8_t>>> masks{};  ///< voxels whose centre is inside, on the stack's grid
  std::vector<std::optional<LesionTruth>> truths{};               ///< in the order of the plan's lesions
};

/// A whole case with the responses that it must give.
struct CaseRecord
{
  CasePlan plan{};
  GeneratorOptions options{};
  std::vector<TimepointRecord> timepoints{};
  std::vector<ExpectedResponse> expected{};
};

CaseRecord make_case_record(const CasePlan& plan, const GeneratorOptions& options);

/// Name of a mask file within the case folder, e.g. "masks/baseline_T01.nii.gz"; "" for a caliper prompt.
std::string mask_file(const TimepointPlan& timepoint, const LesionPlan& lesion, PromptKind kind);

/// End points as case.json gives them: rounded to a thousandth of a millimetre.
Section as_written(const Section& section);
}  // namespace nadir::phantom
