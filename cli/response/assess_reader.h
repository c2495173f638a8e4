#pragma once

#include <string>
#include <vector>

#include "measure/response/criteria.h"
#include "reading/table/subject_readings.h"
#include "report/table/reader_assessment.h"

namespace nadir::cli
{
/// How much is derived for each subject.
enum class Depth
{
  Responses,  ///< categories, margins, probabilities, flags, best response
  Findings,   ///< also words, baseline conformance, lineage, counterfactuals: many times the work
};

/// What is asked of every subject.
struct AssessmentPlan
{
  measure::Protocol protocol;
  std::vector<measure::Criterion> criteria;
  Depth depth = Depth::Findings;
};

/// One subject by one reader, by all the rules. `plan` must outlive the result. `warnings`: what was doubtful in the table.
report::ReaderAssessment assess_reader(const std::string& subject, reading::ReaderReadings readings, const AssessmentPlan& plan,
                                       const std::vector<std::string>& warnings);
}  // namespace nadir::cli
