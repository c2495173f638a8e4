#pragma once

#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
enum class CohortError
{
  Empty,              ///< no assessment
  PatientTwice,       ///< two assessments of the same case name
  DifferentCriteria,  ///< criteria or limits differ: bars would not mean the same
};
std::string_view error_code(CohortError error);

/// Several patients on one report: waterfall, spider, timelines, and the numbers in a table.
Result<Html> cohort_document(const std::vector<measure::Assessment>& assessments);
}  // namespace nadir::report
