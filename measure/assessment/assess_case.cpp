#include "measure/assessment/assess_case.h"

#include "measure/assessment/assessed_case.h"
#include "measure/assessment/case_assessor.h"

namespace nadir::measure
{
Result<AssessedCase> measure_case(const Case& input, const imaging::Progress& progress)
{
  std::vector<std::shared_ptr<OpenTimepoint>> timepoints;
  for (const auto& timepoint : input.timepoints)
  {
    auto opened = OpenTimepoint::open(timepoint, progress);
    if (!opened) return opened.failure();
    timepoints.push_back(std::move(*opened));
  }
  return CaseAssessor(std::move(timepoints)).assess_with_voxels(input, Thoroughness::Complete, progress);
}

Result<Assessment> assess_case(const Case& input, const imaging::Progress& progress)
{
  auto assessed = measure_case(input, progress);
  if (!assessed) return assessed.failure();
  return std::move(assessed->assessment);
}
}  // namespace nadir::measure
