#pragma once

#include <optional>
#include <string_view>

#include "measure/response/category.h"
#include "measure/response/protocol.h"

namespace nadir::measure::recist_1_1
{
/// PR by size: 10 * S <= 7 * B, "at least 30 % below the baseline sum", inclusive (rules N5, T12).
bool is_partial_response(ReportedLength sum, ReportedLength baseline_sum, const TargetLimits& limits);

/// PD by size: 5 * S >= 6 * N and S - N >= 5 mm, "at least 20 % and at least 5 mm above the nadir", inclusive (rules N5, T10).
bool is_progression(ReportedLength sum, ReportedLength nadir, const TargetLimits& limits);

/// What is known about the targets of one follow-up time point.
struct TargetSituation
{
  std::optional<ReportedLength> baseline_sum;   ///< none: a target was not measured at baseline
  std::optional<ReportedLength> nadir;          ///< smallest complete earlier sum, the baseline included (T6)
  std::optional<ReportedLength> measured_part;  ///< sum of the targets with a number; none: no target was examined
  bool is_complete = false;                     ///< every target has a number (T5)
  bool all_gone = false;                        ///< T11
  bool reappeared = false;                      ///< T13: disease again after an overall CR
  bool partial_response_is_kept = false;        ///< T12s: an earlier PR (confirmed, where the protocol asks) was not ended by PD, CR, NE
};

/// The answer with the rule that gave it.
struct TargetCall
{
  Category category = Category::NotEvaluable;
  Category raw = Category::NotEvaluable;  ///< before a PR was kept (T12s)
  std::string_view rule;                  ///< "T10"
};

/// Response of the target lesions (sections 4.3.1, 4.3.2 and 4.4.2). First match wins:
///   1. T8   no target examined                                                  -> NE
///   2. B13  baseline sum incomplete                                             -> NE
///   3. T9   sum incomplete: reappeared after overall CR, or the measured part
///           alone meets PD (missing lesions counted 0)                          -> PD, else NE
///   4. T11  all gone: non-nodal targets 0 mm, nodes below 10 mm                 -> CR
///   5. T13  reappeared after overall CR                                         -> PD
///   6. T10  PD by size against the nadir                                        -> PD
///   7. T12  PR by size against the baseline                                     -> PR
///   8. T12s an earlier PR is kept                                               -> PR (raw: SD)
///   9. T14  otherwise                                                           -> SD
/// Protocol switches: Q4 asks step 6 before step 4; Q6 makes step 3 always NE; Q9 removes step 5; Q1 removes step 8.
TargetCall target_response(const TargetSituation& situation, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
