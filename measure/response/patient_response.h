#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/identities.h"
#include "measure/lesion/finding.h"
#include "measure/response/calendar_day.h"
#include "measure/response/category.h"
#include "measure/response/lesion_state.h"
#include "measure/response/percent_change.h"
#include "measure/response/reported_length.h"

namespace nadir::measure
{
/// What one target put into the sum at one time point.
struct Contribution
{
  std::size_t lesion = 0;  ///< position in PatientReadings::lesions()
  LesionState state = LesionState::NotDone;
  std::optional<ReportedLength> counted;  ///< none = the sum is incomplete (T5)
};

/// Response of one time point with everything it was derived from.
struct TimepointResponse
{
  TimepointLabel label;
  int sequence = 0;
  std::optional<CalendarDay> date;           ///< of the time point
  std::optional<CalendarDay> response_date;  ///< the day the overall response counts from (R10)

  std::vector<Contribution> contributions;            ///< one per target
  bool sum_is_complete = false;                       ///< T5
  std::optional<ReportedLength> sum;                  ///< complete sum; none without targets or when incomplete
  std::optional<ReportedLength> measured_part;        ///< sum of the targets that have a number (T9); none without any
  std::optional<ReportedLength> baseline_sum;         ///< B13; none at baseline when incomplete, or without targets
  std::optional<ReportedLength> nadir;                ///< T6: smallest complete earlier sum; none at baseline
  std::optional<PercentChange> change_from_baseline;  ///< this and the next with Explain::Yes only
  std::optional<PercentChange> change_from_nadir;     ///< none when the nadir is 0 mm

  Category target = Category::NotApplicable;
  Category target_raw = Category::NotApplicable;  ///< before a PR was kept (T12s); only this confirms a PR
  Category non_target = Category::NotApplicable;
  LesionState new_lesion = LesionState::None;  ///< None, Equivocal or Unequivocal (after back-dating, NL2)
  std::vector<std::size_t> new_lesions;        ///< unequivocal ones, positions in PatientReadings::lesions()
  Category overall = Category::NotEvaluable;
  Category overall_raw = Category::NotEvaluable;  ///< overall response with target_raw in place of target
  bool after_progression = false;                 ///< an earlier time point was PD: shown, feeds nothing (T7, Q22)
  bool had_complete_response = false;             ///< an earlier overall CR by this reader (O6, T13)
  bool partial_response_is_kept = false;          ///< an earlier PR holds here unless PD, CR or NE (T12s)
  std::vector<Finding> findings;                  ///< derivation in the order of rule O7; empty with Explain::No
};

/// Response of one patient by one reader: one entry per time point, baseline first.
struct PatientResponse
{
  std::vector<TimepointResponse> timepoints;
  std::vector<std::string> warnings;  ///< what a person has to look at again; see also PatientReadings::warnings()
};
}  // namespace nadir::measure
