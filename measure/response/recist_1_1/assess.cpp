#include "measure/response/recist_1_1/assess.h"

#include <algorithm>
#include <utility>

#include "measure/response/recist_1_1/doubts.h"
#include "measure/response/recist_1_1/explanation.h"
#include "measure/response/recist_1_1/raw_history.h"
#include "measure/response/recist_1_1/response_date.h"
#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure::recist_1_1
{
namespace
{
/// What earlier time points leave behind for the next one.
struct Memory
{
  std::optional<ReportedLength> baseline_sum;
  std::optional<ReportedLength> nadir;  ///< T6
  bool had_complete_response = false;   ///< O6
  bool had_progression = false;         ///< Q22
  bool partial_response_runs = false;   ///< T12s: a PR since the last PD, CR or NE
  std::vector<Visit> raw_targets;       ///< T12s: only raw categories confirm
};

bool partial_response_is_kept(const Memory& memory, const Protocol& protocol)
{
  if (!protocol.switches.keep_partial_response || !memory.partial_response_runs) return false;
  return !protocol.confirmation.required || any_partial_response_is_confirmed(memory.raw_targets, protocol.confirmation);
}

std::optional<PercentChange> change_from(const std::optional<ReportedLength>& reference, const std::optional<ReportedLength>& current,
                                         const TargetLimits& limits)
{
  if (!reference || !current || *reference == ReportedLength{}) return std::nullopt;
  return percent_change(*reference, *current, limits.partial_response_decrease_permille, limits.progression_increase_permille);
}

/// One patient, time point after time point.
class Course
{
public:
  Course(const PatientReadings& readings, const Protocol& protocol, Explain explain)
      : readings_(readings), protocol_(protocol), explain_(explain), new_lesions_(new_lesions(readings, protocol))
  {
  }

  TimepointResponse baseline()
  {
    auto sum = target_sum(readings_, 0, protocol_);
    auto at = begin(0, sum);
    at.target = at.target_raw = at.non_target = at.overall = at.overall_raw = Category::Baseline;
    memory_.baseline_sum = memory_.nadir = at.baseline_sum = at.sum;
    at.response_date = response_date(readings_, at, 0);
    if (explain_ == Explain::Yes) at.findings = explain_baseline(readings_, at);
    return at;
  }

  TimepointResponse follow_up(std::size_t timepoint)
  {
    auto sum = target_sum(readings_, timepoint, protocol_);
    auto at = begin(timepoint, sum);
    compare(at);
    const auto calls = call(at, sum, timepoint);
    settle(at, calls);
    at.response_date = response_date(readings_, at, timepoint);
    if (explain_ == Explain::Yes) at.findings = recist_1_1::explain(readings_, at, calls, protocol_);
    remember(at);
    return at;
  }

private:
  /// Takes the contributions out of the sum.
  TimepointResponse begin(std::size_t timepoint, TargetSum& sum) const
  {
    const auto& reading = readings_.timepoints()[timepoint];
    TimepointResponse at;
    at.label = reading.label;
    at.sequence = reading.sequence;
    at.date = reading.date;
    at.contributions = std::move(sum.contributions);
    at.sum_is_complete = sum.is_complete;
    at.measured_part = sum.measured_part;
    if (sum.is_complete) at.sum = sum.measured_part;
    return at;
  }

  void compare(TimepointResponse& at) const
  {
    at.baseline_sum = memory_.baseline_sum;
    at.nadir = memory_.nadir;
    if (explain_ == Explain::Yes)
    {
      at.change_from_baseline = change_from(at.baseline_sum, at.sum, protocol_.target);
      at.change_from_nadir = change_from(at.nadir, at.sum, protocol_.target);
    }
    at.had_complete_response = memory_.had_complete_response;
    at.after_progression = memory_.had_progression;
    at.partial_response_is_kept = partial_response_is_kept(memory_, protocol_);
  }

  TargetSituation situation(const TimepointResponse& at, const TargetSum& sum) const
  {
    const bool reappeared =
        memory_.had_complete_response && sum.any_present && protocol_.switches.reappearance_after_complete_response_is_progression;
    return {at.baseline_sum, at.nadir, at.measured_part, at.sum_is_complete, sum.all_gone, reappeared, at.partial_response_is_kept};
  }

  Calls call(const TimepointResponse& at, const TargetSum& sum, std::size_t timepoint) const
  {
    const auto earlier = memory_.had_complete_response ? EarlierCompleteResponse::Yes : EarlierCompleteResponse::No;
    Calls calls;
    if (readings_.has_targets()) calls.target = target_response(situation(at, sum), protocol_);
    else calls.target = {Category::NotApplicable, Category::NotApplicable, "B15"};
    calls.non_target = non_target_response(readings_, timepoint, earlier, protocol_);
    calls.new_lesions = new_lesions_[timepoint];
    calls.overall = overall_response(calls.target.category, calls.non_target.category, calls.new_lesions.state);
    calls.timepoint = timepoint;
    return calls;
  }

  static void settle(TimepointResponse& at, const Calls& calls)
  {
    at.target = calls.target.category;
    at.target_raw = calls.target.raw;
    at.non_target = calls.non_target.category;
    at.new_lesion = calls.new_lesions.state;
    at.new_lesions = calls.new_lesions.unequivocal;
    at.overall = calls.overall.category;
    at.overall_raw = overall_response(at.target_raw, at.non_target, at.new_lesion).category;
  }

  void remember(const TimepointResponse& at)
  {
    remember_sum(at);
    memory_.had_complete_response = memory_.had_complete_response || at.overall == Category::CompleteResponse;
    memory_.had_progression = memory_.had_progression || at.overall == Category::ProgressiveDisease;
    if (ends_kept_response(at.target)) memory_.partial_response_runs = false;
    if (at.target_raw == Category::PartialResponse) memory_.partial_response_runs = true;
    memory_.raw_targets.push_back({at.response_date, at.target_raw});
  }

  /// T12s: "until PD, CR or NE".
  bool ends_kept_response(Category target) const
  {
    if (target == Category::NotEvaluable) return protocol_.switches.not_evaluable_ends_kept_response;
    return target == Category::ProgressiveDisease || target == Category::CompleteResponse;
  }

  void remember_sum(const TimepointResponse& at)
  {
    const bool counts = at.sum_is_complete || protocol_.switches.incomplete_sum_lowers_nadir;
    if (!counts || !at.measured_part) return;
    memory_.nadir = memory_.nadir ? std::min(*memory_.nadir, *at.measured_part) : *at.measured_part;
  }

  const PatientReadings& readings_;
  const Protocol& protocol_;
  Explain explain_;
  std::vector<NewLesions> new_lesions_;
  Memory memory_;
};
}  // namespace

PatientResponse assess(const PatientReadings& readings, const Protocol& protocol, Explain explain)
{
  PatientResponse response;
  response.timepoints.reserve(readings.timepoints().size());
  Course course(readings, protocol, explain);
  response.timepoints.push_back(course.baseline());
  for (std::size_t i = 1; i < readings.timepoints().size(); ++i) response.timepoints.push_back(course.follow_up(i));
  response.warnings = doubts(readings, response);
  return response;
}
}  // namespace nadir::measure::recist_1_1
