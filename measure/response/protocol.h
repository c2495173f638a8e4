#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/response/calendar_day.h"
#include "measure/response/recist_1_1/repeatability_data.h"
#include "measure/response/reported_length.h"
#include "measure/response/response_error.h"

namespace nadir::measure
{
constexpr ReportedLength from_millimeters(std::int64_t millimeters) { return ReportedLength::from_micrometers(1000 * millimeters); }

/// Limits of the target sum. Source: Eisenhauer et al., Eur J Cancer 2009;45:228-247, section 4.3.1. Rule N5: all inclusive.
struct TargetLimits
{
  int partial_response_decrease_permille = 300;                       ///< at least 30 % below the baseline sum
  int progression_increase_permille = 200;                            ///< at least 20 % above the nadir, and
  ReportedLength progression_minimum_increase = from_millimeters(5);  ///< at least 5 mm above it
  ReportedLength too_small_counts = from_millimeters(5);              ///< T2, Q16
  ReportedLength normal_node_below = from_millimeters(10);            ///< T11, Q5: 10.0 mm is pathological
};

/// Readings of the text on which trials differ; the defaults are the specification's decisions.
struct Switches
{
  bool keep_partial_response = true;                                ///< Q1, T12s
  bool not_evaluable_ends_kept_response = true;                     ///< T12s: after an NE the next time point is judged afresh
  bool normal_nodes_before_progression = true;                      ///< Q4, T11: only normal nodes grew -> CR
  bool incomplete_sum_can_progress = true;                          ///< Q6, T9
  bool incomplete_sum_lowers_nadir = false;                         ///< Q8, T6
  bool reappearance_after_complete_response_is_progression = true;  ///< Q9, Q11, T13, R8
  bool equivocal_new_lesion_backdates = true;                       ///< NL2
  bool too_small_uses_slice_thickness = false;                      ///< T2: thicker slices than 5 mm count their thickness
};

/// Confirmation and best response (rules R1 to R9).
struct ConfirmationRules
{
  bool required = false;                        ///< R2; decides only which best response is the trial's own, and T12s
  int minimum_days = 28;                        ///< R3: 28 counts, 27 does not
  int minimum_stable_days = 42;                 ///< R4: 42 counts, 41 does not
  int maximum_not_evaluable_between = 1;        ///< R7, Q13
  bool stable_between_partial_confirms = true;  ///< R7, Q13: PR, SD, PR
};

/// Baseline conformance (rules B1 to B12).
struct BaselineLimits
{
  int window_days = 28;                                             ///< B1
  ReportedLength measurable_minimum = from_millimeters(10);         ///< B2
  ReportedLength measurable_minimum_xray = from_millimeters(20);    ///< B2, Q18: long axis only
  ReportedLength thick_slice_above = from_millimeters(5);           ///< B2, B3: then twice the thickness or spacing
  ReportedLength target_node_minimum = from_millimeters(15);        ///< B5
  ReportedLength pathological_node_minimum = from_millimeters(10);  ///< B5
  int maximum_targets = 5;                                          ///< B11
  int maximum_targets_per_organ = 2;                                ///< B11
};

/// Standard deviation of a single reading that the probabilities rest on. Defaults and their sources: recist_1_1/repeatability_data.h.
struct RepeatabilityRules
{
  ReportedLength absolute =  /// whatever the length
      ReportedLength::from_micrometers(static_cast<std::int64_t>(1000 * recist_1_1::repeatability_data::absolute.value + 0.5));
  int relative_permille =  /// of the length; both are added as variances
      static_cast<int>(10 * recist_1_1::repeatability_data::relative.value + 0.5);

  bool operator==(const RepeatabilityRules&) const = default;
};

/// A pair of relative volume limits with its source (rules X11, X12). Never changes the RECIST category.
struct VolumeLimits
{
  std::string name;
  int decrease_permille = 0;  ///< partial response: at least this much below baseline
  int increase_permille = 0;  ///< progression: at least this much above the nadir
  std::string citation;
};

/// Everything a trial may decide about response. `Protocol{}` is the specification's own choice; `make` checks a changed one.
struct Protocol
{
  ReportedLength length_quantum = ReportedLength::from_micrometers(100);  ///< N4, Q3: 0.1 mm
  TargetLimits target;
  Switches switches;
  ConfirmationRules confirmation;
  BaselineLimits baseline;
  RepeatabilityRules repeatability;
  std::optional<CalendarDay> reference_date;  ///< R4: start of treatment; none = the baseline examination
  std::vector<VolumeLimits> volume_limits = {{"sphere", 657, 728, "isotropic equivalent of RECIST: 0.7^3 and 1.2^3 (rule X11)"},
                                             {"macdonald", 650, 400, "volume equivalent of the 2-D Macdonald criteria (rule X11)"}};

  /// The same protocol when every setting is in range; else Failure{ProtocolInvalid} that names the key.
  static Result<Protocol> make(Protocol protocol);
};
}  // namespace nadir::measure
