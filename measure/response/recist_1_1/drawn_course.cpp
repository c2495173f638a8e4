#include "measure/response/recist_1_1/drawn_course.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/response_date.h"
#include "measure/response/recist_1_1/wide_loops.h"

namespace nadir::measure::recist_1_1
{
namespace
{
/// Number of draws with "yes"; whole numbers, so that the order does not matter.
template <class Real> int count(const std::vector<Real>& answers)
{
  int sum = 0;
  for (const auto answer : answers) sum += static_cast<int>(answer);
  return sum;
}

template <class Real> int count_both(const std::vector<Real>& a, const std::vector<Real>& b)
{
  int sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<int>(a[i] * b[i]);
  return sum;
}

void add(CategoryCounts& counts, Category category, int number)
{
  if (number == 0) return;
  const auto known = std::find_if(counts.begin(), counts.end(), [category](const auto& entry) { return entry.first == category; });
  if (known == counts.end()) counts.emplace_back(category, number);
  else known->second += number;
}

/// One plain time point: what is read and written, one entry a draw.
template <class Real> struct PlainPass
{
  DrawnLimits<Real> limits;
  Real keep;
  std::size_t draws;
  const Real *sums, *baseline;
  Real *nadir, *response_runs;
};

/// Number of PD and of PR.
template <class Real> [[gnu::always_inline]] inline std::pair<int, int> pass(const PlainPass<Real>& at)
{
  const auto limits = at.limits;
  int progressions = 0, responses = 0;
  NADIR_INDEPENDENT_STEPS
  for (std::size_t i = 0; i < at.draws; ++i)
  {
    const Real sum = at.sums[i], nadir = at.nadir[i], runs = at.response_runs[i];
    const Real is_relative = sum * limits.progression_sum >= nadir * limits.progression_nadir ? 1 : 0;
    const Real is_absolute = sum - nadir >= limits.minimum_increase ? 1 : 0;
    const Real small = sum * limits.response_sum <= at.baseline[i] * limits.response_baseline ? 1 : 0;
    const Real goes_on = 1 - is_relative * is_absolute;
    progressions += static_cast<int>(is_relative * is_absolute);
    responses += static_cast<int>(goes_on * std::max(small, at.keep * runs));
    at.response_runs[i] = goes_on * std::max(small, runs);
    at.nadir[i] = std::min(nadir, sum);
  }
  return {progressions, responses};
}
NADIR_WIDE_LOOPS std::pair<int, int> pass_over(const PlainPass<float>& at) { return pass(at); }
std::pair<int, int> pass_over(const PlainPass<double>& at) { return pass(at); }

template <class Real> Real ratio_part(int part, int whole) { return static_cast<Real>(part / std::gcd(part, whole)); }
}  // namespace

template <class Real>
DrawnCourse<Real>::DrawnCourse(const PatientReadings& readings, const Protocol& protocol, std::size_t draws)
    : readings_(readings), protocol_(protocol), limits_(limits_of(protocol)), new_lesions_(new_lesions(readings, protocol)),
      response_runs_(draws), history_(protocol.confirmation)
{
}

/// For time points at which anything may happen.
template <class Real> void DrawnCourse<Real>::make_room()
{
  const auto draws = response_runs_.size();
  for (auto* answers : {&had_complete_response_, &kept_, &complete_, &progressed_, &raw_partial_, &partial_, &not_evaluable_})
    answers->resize(draws);
  everywhere_.resize(draws, Real{1});
  place_.resize(draws);
}

template <class Real> DrawnLimits<Real> DrawnCourse<Real>::limits_of(const Protocol& protocol)
{
  const auto& target = protocol.target;
  const int grown = 1000 + target.progression_increase_permille, shrunk = 1000 - target.partial_response_decrease_permille;
  return {ratio_part<Real>(1000, grown), ratio_part<Real>(grown, 1000),
          static_cast<Real>(target.progression_minimum_increase.micrometers()), ratio_part<Real>(1000, shrunk),
          ratio_part<Real>(shrunk, 1000)};
}

template <class Real> void DrawnCourse<Real>::baseline(const SumParts& parts, const DrawnSums<Real>& sums)
{
  has_baseline_sum_ = parts.is_complete;
  if (has_baseline_sum_) baseline_ = nadir_ = sums.sum;
}

template <class Real> CategoryCounts DrawnCourse<Real>::follow_up(std::size_t timepoint, const SumParts& parts, const DrawnSums<Real>& sums)
{
  if (is_plain(parts)) return follow_plainly(timepoint, sums);
  make_room();
  find_kept();
  if (!parts.examined || !has_baseline_sum_) call_not_evaluable();
  else if (parts.is_complete) call_complete(sums);
  else call_incomplete(sums);
  auto counts = overall(timepoint);
  remember(timepoint, parts, sums);
  return counts;
}

/// Whether only the sum decides: complete, a target surely there, no earlier CR, nothing to be confirmed before it is kept.
template <class Real> bool DrawnCourse<Real>::is_plain(const SumParts& parts) const
{
  const bool needs_history = protocol_.confirmation.required && protocol_.switches.keep_partial_response;
  return parts.is_complete && parts.surely_present && has_baseline_sum_ && !any_complete_response_ && !needs_history;
}

/// T10, T12, T12s, T14 with all that is remembered, in one pass: most time points are such.
template <class Real> CategoryCounts DrawnCourse<Real>::follow_plainly(std::size_t timepoint, const DrawnSums<Real>& sums)
{
  const Real keep = protocol_.switches.keep_partial_response ? 1 : 0;
  const auto [progressions, responses] =
      pass_over(PlainPass<Real>{limits_, keep, sums.sum.size(), sums.sum.data(), baseline_.data(), nadir_.data(), response_runs_.data()});
  CategoryCounts counts;
  counts.reserve(3);
  constexpr auto no = EarlierCompleteResponse::No;
  add(counts, call(Category::ProgressiveDisease, timepoint, no), progressions);
  add(counts, call(Category::PartialResponse, timepoint, no), responses);
  add(counts, call(Category::StableDisease, timepoint, no), static_cast<int>(sums.sum.size()) - progressions - responses);
  return counts;
}

/// T12s.
template <class Real> void DrawnCourse<Real>::find_kept()
{
  const auto keep = static_cast<Real>(protocol_.switches.keep_partial_response ? 1 : 0);
  for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = keep * response_runs_[i];
  if (!protocol_.switches.keep_partial_response || !protocol_.confirmation.required) return;
  for (std::size_t i = 0; i < kept_.size(); ++i)
    if (!history_.is_confirmed(place_[i])) kept_[i] = 0;
}

/// T11, T13, T10, T12, T12s, T14; the steps 4 to 9 of `target_response`.
template <class Real> void DrawnCourse<Real>::call_complete(const DrawnSums<Real>& sums)
{
  const auto& switches = protocol_.switches;
  const auto limits = limits_;
  const Real size_first = switches.normal_nodes_before_progression ? 0 : 1;
  const Real reappearing = switches.reappearance_after_complete_response_is_progression ? 1 : 0;
  const auto draws = sums.sum.size();
  const auto& present = presence(sums);
  NADIR_INDEPENDENT_STEPS
  for (std::size_t i = 0; i < draws; ++i)
  {
    const Real sum = sums.sum[i], nadir = nadir_[i], there = present[i];
    const Real is_relative = sum * limits.progression_sum >= nadir * limits.progression_nadir ? 1 : 0;
    const Real is_absolute = sum - nadir >= limits.minimum_increase ? 1 : 0;
    const Real by_size = is_relative * is_absolute;
    const Real complete = (1 - there) * (1 - size_first * by_size);
    const Real progressed = (1 - complete) * std::max(by_size, reappearing * had_complete_response_[i] * there);
    const Real small = sum * limits.response_sum <= baseline_[i] * limits.response_baseline ? Real{1} : Real{0};
    const Real neither = (1 - complete) * (1 - progressed);
    complete_[i] = complete;
    progressed_[i] = progressed;
    raw_partial_[i] = neither * small;
    partial_[i] = neither * std::max(small, kept_[i]);
    not_evaluable_[i] = 0;
  }
}

/// T9, step 3 of `target_response`.
template <class Real> void DrawnCourse<Real>::call_incomplete(const DrawnSums<Real>& sums)
{
  call_not_evaluable();
  if (!protocol_.switches.incomplete_sum_can_progress) return;
  const Real reappearing = protocol_.switches.reappearance_after_complete_response_is_progression ? 1 : 0;
  const auto& present = presence(sums);
  for (std::size_t i = 0; i < sums.sum.size(); ++i)
  {
    const Real is_relative = sums.sum[i] * limits_.progression_sum >= nadir_[i] * limits_.progression_nadir ? 1 : 0;
    const Real is_absolute = sums.sum[i] - nadir_[i] >= limits_.minimum_increase ? 1 : 0;
    progressed_[i] = std::max(is_relative * is_absolute, reappearing * had_complete_response_[i] * present[i]);
    not_evaluable_[i] = 1 - progressed_[i];
  }
}

/// T8, B13.
template <class Real> void DrawnCourse<Real>::call_not_evaluable()
{
  for (auto* answers : {&complete_, &progressed_, &raw_partial_, &partial_}) std::fill(answers->begin(), answers->end(), Real{0});
  std::fill(not_evaluable_.begin(), not_evaluable_.end(), Real{1});
}

/// O1 to O3.
template <class Real> Category DrawnCourse<Real>::call(Category target, std::size_t timepoint, EarlierCompleteResponse earlier) const
{
  const auto non_target = non_target_response(readings_, timepoint, earlier, protocol_).category;
  return overall_response(target, non_target, new_lesions_[timepoint].state).category;
}

template <class Real> CategoryCounts DrawnCourse<Real>::overall(std::size_t timepoint) const
{
  CategoryCounts counts;
  add_overall(counts, timepoint, EarlierCompleteResponse::No);
  add_overall(counts, timepoint, EarlierCompleteResponse::Yes);
  return counts;
}

template <class Real>
void DrawnCourse<Real>::add_overall(CategoryCounts& counts, std::size_t timepoint, EarlierCompleteResponse earlier) const
{
  const bool after = earlier == EarlierCompleteResponse::Yes;
  const int with_complete = count(had_complete_response_);
  const int all = after ? with_complete : static_cast<int>(kept_.size()) - with_complete;
  const auto number = [&](const std::vector<Real>& answers)
  {
    const int both = with_complete == 0 ? 0 : count_both(answers, had_complete_response_);
    return after ? both : count(answers) - both;
  };
  if (all == 0) return;
  if (!readings_.has_targets()) return add(counts, call(Category::NotApplicable, timepoint, earlier), all);
  int stable = all;
  for (const auto& [target, answers] :
       {std::pair(Category::CompleteResponse, &complete_), std::pair(Category::PartialResponse, &partial_),
        std::pair(Category::ProgressiveDisease, &progressed_), std::pair(Category::NotEvaluable, &not_evaluable_)})
  {
    const int times = number(*answers);
    add(counts, call(target, timepoint, earlier), times);
    stable -= times;
  }
  add(counts, call(Category::StableDisease, timepoint, earlier), stable);
}

template <class Real> void DrawnCourse<Real>::remember(std::size_t timepoint, const SumParts& parts, const DrawnSums<Real>& sums)
{
  if (protocol_.confirmation.required && protocol_.switches.keep_partial_response) remember_history(timepoint);
  remember_complete_responses(timepoint);
  remember_responses();
  const bool lowers = parts.is_complete || (protocol_.switches.incomplete_sum_lowers_nadir && parts.examined);
  if (!lowers || !has_baseline_sum_) return;
  for (std::size_t i = 0; i < nadir_.size(); ++i) nadir_[i] = std::min(nadir_[i], sums.sum[i]);
}

/// O6. After one overall CR there is no going back, so only draws without one are asked.
template <class Real> void DrawnCourse<Real>::remember_complete_responses(std::size_t timepoint)
{
  const auto target = readings_.has_targets() ? Category::CompleteResponse : Category::NotApplicable;
  if (call(target, timepoint, EarlierCompleteResponse::No) != Category::CompleteResponse) return;
  if (!readings_.has_targets()) return std::fill(had_complete_response_.begin(), had_complete_response_.end(), Real{1});
  any_complete_response_ = any_complete_response_ || count(complete_) > 0;
  for (std::size_t i = 0; i < complete_.size(); ++i) had_complete_response_[i] = std::max(had_complete_response_[i], complete_[i]);
}

/// T12s: a kept response ends with PD, CR or (as the protocol says) NE of the targets; a raw PR starts one.
template <class Real> void DrawnCourse<Real>::remember_responses()
{
  const Real ends = protocol_.switches.not_evaluable_ends_kept_response ? 1 : 0;
  const auto draws = response_runs_.size();
  NADIR_INDEPENDENT_STEPS
  for (std::size_t i = 0; i < draws; ++i)
  {
    const Real goes_on = response_runs_[i] * (1 - complete_[i]) * (1 - progressed_[i]) * (1 - ends * not_evaluable_[i]);
    response_runs_[i] = std::max(raw_partial_[i], goes_on);
  }
}

/// The day the overall response counts from (R10) when the targets are `target`.
template <class Real>
std::optional<CalendarDay> DrawnCourse<Real>::day(Category target, std::size_t timepoint, EarlierCompleteResponse earlier) const
{
  TimepointResponse at;
  at.target = target;
  at.non_target = non_target_response(readings_, timepoint, earlier, protocol_).category;
  at.new_lesions = new_lesions_[timepoint].unequivocal;
  at.overall = call(target, timepoint, earlier);
  return response_date(readings_, at, timepoint);
}

template <class Real> Category DrawnCourse<Real>::raw_target(std::size_t draw) const
{
  if (complete_[draw] > 0) return Category::CompleteResponse;
  if (progressed_[draw] > 0) return Category::ProgressiveDisease;
  if (raw_partial_[draw] > 0) return Category::PartialResponse;
  return not_evaluable_[draw] > 0 ? Category::NotEvaluable : Category::StableDisease;
}

/// The raw category of every draw with its day: only these confirm (T12s).
template <class Real> void DrawnCourse<Real>::remember_history(std::size_t timepoint)
{
  constexpr auto progressed = Category::ProgressiveDisease, other = Category::StableDisease;
  constexpr auto no = EarlierCompleteResponse::No, yes = EarlierCompleteResponse::Yes;
  const std::array days = {day(other, timepoint, no), day(other, timepoint, yes), day(progressed, timepoint, no),
                           day(progressed, timepoint, yes)};
  for (std::size_t i = 0; i < place_.size(); ++i)
  {
    const auto which = (progressed_[i] > 0 ? 2U : 0U) + (had_complete_response_[i] > 0 ? 1U : 0U);
    place_[i] = history_.after(place_[i], {days[which], raw_target(i)});
  }
}

template class DrawnCourse<float>;
template class DrawnCourse<double>;
}  // namespace nadir::measure::recist_1_1
