#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"
#include "measure/response/counterfactual.h"
#include "measure/response/reader_comparison/lesion_match.h"

namespace nadir::measure::reader_comparison
{
enum class ComparisonError
{
  OtherPatient,     ///< the cases have other names for the patient
  OtherCriteria,    ///< criteria or limits differ: the calls do not mean the same
  OtherTimepoints,  ///< labels or their order differ
};
std::string_view error_code(ComparisonError error);

/// Two readings of one patient, and what makes their calls differ.
struct ReaderComparison
{
  std::vector<LesionMatch> lesions;
  /// The first reading with one thing after the other taken from the second, each a full recomputation by RECIST 1.1:
  ///   lengths of <target>        a target of both, as the second measured it
  ///   without <target>           a target that only the first chose
  ///   targets, non-target lesions, new lesions    all of a role as the second has them
  /// Empty where `not_recomputed` says why.
  std::vector<Counterfactual> changes;
  std::string not_recomputed;
  /// For each time point, the questions of the changes that give the second reader's call; empty where the calls agree.
  std::vector<std::vector<std::string>> explained_by;
};

/// The calls themselves stay as each assessment states them. Failures: ComparisonError.
Result<ReaderComparison> compare_readings(const Assessment& first, const Assessment& second);
}  // namespace nadir::measure::reader_comparison
