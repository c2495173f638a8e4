#pragma once

#include <array>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
/// A reading and who it is of, in words for the page.
struct NamedReading
{
  std::string reader;  ///< "reader 1"
  measure::Assessment assessment;
};

/// Two readings of one patient side by side: calls, what makes them differ, and every lesion with both readers' lengths. Failures: those of
/// measure::reader_comparison::compare_readings.
Result<Html> readings_document(const std::array<NamedReading, 2>& readings);
}  // namespace nadir::report
