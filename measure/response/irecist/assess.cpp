#include "measure/response/irecist/assess.h"

#include <algorithm>

#include "measure/response/irecist/new_lesion_burden.h"
#include "measure/response/recist_1_1/non_target_response.h"
#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/target_response.h"
#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure::irecist
{
namespace
{
constexpr auto clause = "Seymour et al., Lancet Oncol 2017;18:e143-152";

/// What one time point shows.
struct Sight
{
  std::size_t timepoint = 0;
  recist_1_1::TargetSum sum;
  Category target = Category::NotApplicable;
  Category non_target = Category::NotApplicable;
  NewLesionVisit new_lesions;
};

/// An iUPD that waits for its confirmation.
struct Pending
{
  std::size_t timepoint = 0;
  bool target = false, non_target = false, new_lesions = false;  ///< what had progressed
  Category target_category = Category::NotApplicable;
  std::optional<ReportedLength> target_sum;
  NewLesionVisit burden;  ///< the new lesions then, including those that appeared
};

struct Memory
{
  std::optional<ReportedLength> baseline_sum, nadir, new_lesion_nadir;
  std::optional<Pending> pending;
  NewLesionVisit last_burden;
  bool had_complete_response = false;
  bool partial_response_runs = false;
  std::optional<std::size_t> confirmed;  ///< iCPD reached, confirming the iUPD of this time point
};

int rank(Category category)
{
  if (category == Category::CompleteResponse) return 3;
  if (category == Category::PartialResponse) return 2;
  return category == Category::StableDisease ? 1 : 0;
}

bool any_larger(const NewLesionVisit& now, const NewLesionVisit& before)
{
  return std::any_of(now.others.begin(), now.others.end(),
                     [&](const auto& entry)
                     {
                       const auto known = before.others.find(entry.first);
                       return known != before.others.end() && entry.second > known->second;
                     });
}

/// One patient by iRECIST, time point after time point.
class Course
{
public:
  Course(const PatientReadings& readings, const Protocol& protocol) : readings_(readings), protocol_(protocol), burden_(readings, protocol)
  {
  }

  ImmuneTimepoint baseline()
  {
    const auto sum = recist_1_1::target_sum(readings_, 0, protocol_);
    ImmuneTimepoint at;
    at.overall = ImmuneCategory::Baseline;
    at.target = at.non_target = Category::Baseline;
    if (sum.is_complete) at.sum = sum.measured_part;
    memory_.baseline_sum = memory_.nadir = at.sum;
    return at;
  }

  ImmuneTimepoint follow_up(std::size_t timepoint)
  {
    const auto sight = look(timepoint);
    auto at = begin(sight);
    decide(at, sight);
    at.counts = at.overall != ImmuneCategory::NotEvaluable && !is_too_early(timepoint);
    if (at.counts) remember(at, sight);
    return at;
  }

private:
  // ---- seeing

  recist_1_1::TargetSituation situation(const recist_1_1::TargetSum& sum) const
  {
    const bool reappeared =
        memory_.had_complete_response && sum.any_present && protocol_.switches.reappearance_after_complete_response_is_progression;
    const bool kept = protocol_.switches.keep_partial_response && memory_.partial_response_runs;
    return {memory_.baseline_sum, memory_.nadir, sum.measured_part, sum.is_complete, sum.all_gone, reappeared, kept};
  }

  Sight look(std::size_t timepoint) const
  {
    const auto earlier = memory_.had_complete_response ? recist_1_1::EarlierCompleteResponse::Yes : recist_1_1::EarlierCompleteResponse::No;
    Sight sight{timepoint, recist_1_1::target_sum(readings_, timepoint, protocol_), Category::NotApplicable, Category::NotApplicable,
                burden_.look(timepoint)};
    if (readings_.has_targets()) sight.target = recist_1_1::target_response(situation(sight.sum), protocol_).category;
    sight.non_target = recist_1_1::non_target_response(readings_, timepoint, earlier, protocol_).category;
    return sight;
  }

  ImmuneTimepoint begin(const Sight& sight) const
  {
    ImmuneTimepoint at;
    at.target = sight.target;
    at.non_target = sight.non_target;
    if (sight.sum.is_complete) at.sum = sight.sum.measured_part;
    at.nadir = memory_.nadir;
    at.new_lesion_sum = sight.new_lesions.target_sum;
    return at;
  }

  // ---- progression of a kind

  static bool target_progressed(const Sight& sight) { return sight.target == Category::ProgressiveDisease; }
  static bool non_target_progressed(const Sight& sight) { return sight.non_target == Category::ProgressiveDisease; }
  bool known_new_lesions_grew(const Sight& sight) const
  {
    const auto& now = sight.new_lesions;
    const bool sum_grew = now.target_sum && memory_.new_lesion_nadir &&
                          recist_1_1::is_progression(*now.target_sum, *memory_.new_lesion_nadir, protocol_.target);
    return sum_grew || any_larger(now, memory_.last_burden) || now.reader_says_larger;
  }
  bool new_lesions_progressed(const Sight& sight) const { return !sight.new_lesions.appeared.empty() || known_new_lesions_grew(sight); }

  // ---- confirmation of a pending iUPD (X2)

  bool target_confirms(const Sight& sight) const
  {
    const auto& pending = *memory_.pending;
    return pending.target && sight.sum.measured_part &&
           *sight.sum.measured_part - *pending.target_sum >= protocol_.target.progression_minimum_increase;
  }

  bool non_target_confirms(const Sight& sight) const
  {
    if (!memory_.pending->non_target) return false;
    const auto& lesions = readings_.of_role(LesionRole::NonTarget);
    return std::any_of(lesions.begin(), lesions.end(), [&](auto lesion) { return grew_since_pending(lesion, sight.timepoint); });
  }
  bool grew_since_pending(std::size_t lesion, std::size_t timepoint) const
  {
    if (readings_.timepoints()[timepoint].lesions[lesion].further_increase == FurtherIncrease::Yes) return true;
    const auto now = readings_.counted_length(lesion, timepoint, protocol_.length_quantum);
    const auto then = readings_.counted_length(lesion, memory_.pending->timepoint, protocol_.length_quantum);
    return now && then && *now > *then;
  }

  bool new_lesions_confirm(const Sight& sight) const
  {
    const auto& now = sight.new_lesions;
    const auto& then = memory_.pending->burden;
    const bool sum_grew =
        now.target_sum && then.target_sum && *now.target_sum - *then.target_sum >= protocol_.target.progression_minimum_increase;
    return !now.appeared.empty() || sum_grew || any_larger(now, then) || now.reader_says_larger;
  }

  bool another_kind_progressed(const Sight& sight) const
  {
    const auto& pending = *memory_.pending;
    return (target_progressed(sight) && !pending.target) || (non_target_progressed(sight) && !pending.non_target);
  }

  bool is_too_early(std::size_t timepoint) const
  {
    if (!memory_.pending) return false;
    const auto& then = readings_.timepoints()[memory_.pending->timepoint].date;
    const auto& now = readings_.timepoints()[timepoint].date;
    return then && now && days_between(*then, *now) < protocol_.confirmation.minimum_days;
  }

  // ---- deciding

  void say(ImmuneTimepoint& at, ImmuneCategory category, const char* rule, const std::string& why) const
  {
    at.overall = category;
    at.finding = {rule, clause, std::string(name_of(category)), why, {}};
  }

  void decide(ImmuneTimepoint& at, const Sight& sight)
  {
    if (memory_.confirmed) return say(at, ImmuneCategory::ConfirmedProgression, "X3", "progression was confirmed before");
    if (!memory_.pending) return decide_afresh(at, sight);
    if (is_too_early(sight.timepoint))
      return say(at, ImmuneCategory::UnconfirmedProgression, "X2", "too early after iUPD to confirm it; this time point does not count");
    decide_pending(at, sight);
  }

  void decide_pending(ImmuneTimepoint& at, const Sight& sight)
  {
    if (target_confirms(sight)) return confirm(at, "the target sum is at least 5 mm larger than at iUPD");
    if (non_target_confirms(sight)) return confirm(at, "non-target disease increased further since iUPD");
    if (new_lesions_confirm(sight)) return confirm(at, "new lesions increased, or there is a further one");
    if (another_kind_progressed(sight)) return confirm(at, "another kind of lesion progressed");
    if (is_not_evaluable(sight)) return say(at, ImmuneCategory::NotEvaluable, "X3", "targets or a new lesion were not evaluated");
    if (target_progressed(sight) || non_target_progressed(sight) || !improved(sight))
      return say(at, ImmuneCategory::UnconfirmedProgression, "X3", "no further increase and no improvement since iUPD");
    memory_.pending.reset();
    say(at, without_progression(sight), "X3", "improved since iUPD: the bar is reset");
  }

  void decide_afresh(ImmuneTimepoint& at, const Sight& sight)
  {
    if (target_progressed(sight) || non_target_progressed(sight) || new_lesions_progressed(sight))
      return say(at, ImmuneCategory::UnconfirmedProgression, "X1", "first progression by RECIST 1.1: unconfirmed");
    if (is_not_evaluable(sight)) return say(at, ImmuneCategory::NotEvaluable, "X5", "targets or a new lesion were not evaluated");
    say(at, without_progression(sight), "X5", "no progression");
  }

  void confirm(ImmuneTimepoint& at, const std::string& why)
  {
    at.confirms = memory_.pending->timepoint;
    say(at, ImmuneCategory::ConfirmedProgression, "X2", why);
  }

  static bool is_not_evaluable(const Sight& sight)
  {
    const bool non_target_only = sight.target == Category::NotApplicable && sight.non_target == Category::NotEvaluable;
    return sight.target == Category::NotEvaluable || non_target_only || sight.new_lesions.any_not_evaluated;
  }

  bool improved(const Sight& sight) const
  {
    const auto& pending = *memory_.pending;
    const bool new_lesions_gone = pending.new_lesions && !sight.new_lesions.any_there;
    return pending.target || pending.non_target || new_lesions_gone || rank(sight.target) > rank(pending.target_category);
  }

  /// X4: a new lesion that is still there forbids iCR.
  static ImmuneCategory without_progression(const Sight& sight)
  {
    const auto overall = recist_1_1::overall_response(sight.target, sight.non_target, LesionState::None).category;
    if (overall == Category::CompleteResponse && sight.new_lesions.any_there)
      return sight.target == Category::NotApplicable ? ImmuneCategory::NonCrNonUpd : ImmuneCategory::PartialResponse;
    return immune_category_of(overall);
  }

  // ---- remembering

  void remember(const ImmuneTimepoint& at, const Sight& sight)
  {
    burden_.remember(sight.timepoint);
    memory_.last_burden = burden_.look(sight.timepoint);
    if (at.overall == ImmuneCategory::UnconfirmedProgression && !memory_.pending) memory_.pending = pending(sight);
    if (at.confirms) memory_.confirmed = at.confirms;
    if (at.sum && memory_.nadir) memory_.nadir = std::min(*memory_.nadir, *at.sum);
    if (const auto& sum = memory_.last_burden.target_sum; sum && *sum > ReportedLength{})
      memory_.new_lesion_nadir = memory_.new_lesion_nadir ? std::min(*memory_.new_lesion_nadir, *sum) : *sum;
    memory_.had_complete_response = memory_.had_complete_response || at.overall == ImmuneCategory::CompleteResponse;
    memory_.partial_response_runs = sight.target == Category::PartialResponse;
  }

  /// Which kinds progressed is asked before the time point was remembered; the burden after it.
  Pending pending(const Sight& sight) const
  {
    const bool new_lesions = !sight.new_lesions.appeared.empty() || (!target_progressed(sight) && !non_target_progressed(sight));
    return {sight.timepoint, target_progressed(sight), non_target_progressed(sight), new_lesions,
            sight.target,    sight.sum.measured_part,  memory_.last_burden};
  }

  const PatientReadings& readings_;
  const Protocol& protocol_;
  NewLesionBurden burden_;
  Memory memory_;
};
}  // namespace

ImmuneResponse assess(const PatientReadings& readings, const Protocol& protocol)
{
  ImmuneResponse response;
  Course course(readings, protocol);
  response.timepoints.push_back(course.baseline());
  for (std::size_t i = 1; i < readings.timepoints().size(); ++i) response.timepoints.push_back(course.follow_up(i));
  return response;
}
}  // namespace nadir::measure::irecist
