#include "measure/response/recist_1_1/best_response.h"

#include <algorithm>
#include <functional>

#include "measure/response/confirmation.h"
#include "measure/response/recist_1_1/counted_visits.h"

namespace nadir::measure::recist_1_1
{
namespace
{
/// The visits that count, with the questions of rules R4 to R7.
class Series
{
public:
  Series(const ResponseCourse& course, const Protocol& protocol)
      : visits_(counted_visits(course, protocol)), course_(course), rules_(protocol.confirmation)
  {
    raw_.reserve(visits_.size());
    for (const auto& visit : visits_) raw_.push_back({visit.date, visit.raw});
  }

  using Question = std::function<bool(std::size_t)>;
  std::optional<std::size_t> first(const Question& question) const
  {
    for (std::size_t i = 0; i < visits_.size(); ++i)
      if (question(i)) return i;
    return std::nullopt;
  }

  Category category(std::size_t i) const { return visits_[i].category; }
  bool is(std::size_t i, Category category) const { return visits_[i].category == category; }
  bool is_response(std::size_t i) const { return is(i, Category::CompleteResponse) || is(i, Category::PartialResponse); }

  /// R4: late enough for "stable".
  bool is_late_enough(std::size_t i) const
  {
    if (rules_.minimum_stable_days == 0) return true;
    return course_.start && visits_[i].date && days_between(*course_.start, *visits_[i].date) >= rules_.minimum_stable_days;
  }

  /// R7: the response of this visit is confirmed later. Raw categories confirm (T12s); the visit itself has to be a raw response.
  bool is_confirmed(std::size_t i, Category category) const
  {
    return raw_[i].category == category && confirming_visit(raw_, i, rules_).has_value();
  }

  std::optional<CalendarDay> date(std::size_t i) const { return visits_[i].date; }
  bool empty() const { return visits_.empty(); }
  bool lacks_dates() const
  {
    return !course_.start || std::any_of(visits_.begin(), visits_.end(), [](const auto& visit) { return !visit.date; });
  }
  bool non_targets_only() const { return course_.disease == DiseaseAtBaseline::NonTargetsOnly; }
  int minimum_stable_days() const { return rules_.minimum_stable_days; }

private:
  std::vector<ResponseVisit> visits_;
  std::vector<Visit> raw_;
  const ResponseCourse& course_;
  const ConfirmationRules& rules_;
};

/// One row of the order of preference: a category, which visit gives it, and the rule in words.
struct Candidate
{
  Category category;
  Series::Question gives;
  std::string_view rule;
  std::string_view explanation;
};

std::string words(const Series& series, const Candidate& candidate)
{
  auto text = std::string(candidate.explanation);
  if (candidate.rule == "R5" || candidate.rule == "R7") return text;
  return text + " at " + std::to_string(series.minimum_stable_days()) + " days or more after the start";
}

BestResponse answer(const Series& series, const Candidate& candidate, std::size_t visit)
{
  const bool by_table_3 = candidate.rule == "R6" || candidate.rule == "R7";
  const auto* clause = by_table_3 ? "RECIST 1.1 sections 4.4.3 and 4.6.1, table 3" : "RECIST 1.1 section 4.4.3";
  BestResponse best{candidate.category, visit, series.date(visit), candidate.rule == "R7", {}};
  best.finding = {std::string(candidate.rule),
                  clause,
                  std::string(name_of(candidate.category)),
                  words(series, candidate),
                  {{"follow-up", std::to_string(visit + 1)}}};
  return best;
}

std::string reason_for_none(const Series& series)
{
  if (series.empty()) return "there is no assessment after baseline that counts";
  auto reason = "no counted visit is CR, PR or PD, and none is stable " + std::to_string(series.minimum_stable_days()) +
                " days or more after the start";
  if (series.lacks_dates()) reason += "; without the dates of start and visits that cannot be shown";
  return reason;
}

BestResponse no_answer(const Series& series)
{
  BestResponse best;
  if (!series.empty()) best.visit = 0;
  if (best.visit) best.date = series.date(*best.visit);
  best.finding = {"R9", "RECIST 1.1 section 4.4.3", "NE", reason_for_none(series), {}};
  return best;
}

BestResponse best_of(const Series& series, const std::vector<Candidate>& order)
{
  for (const auto& candidate : order)
    if (const auto visit = series.first(candidate.gives)) return answer(series, candidate, *visit);
  return no_answer(series);
}

Candidate plain(const Series& series, Category category, const char* words)
{
  return {category, [&series, category](std::size_t i) { return series.is(i, category); }, "R5", words};
}

Candidate stable(const Series& series, Category category)
{
  return {category, [&series, category](std::size_t i) { return series.is(i, category) && series.is_late_enough(i); }, "R4",
          "disease without progression"};
}

Candidate confirmed(const Series& series, Category category, const char* words)
{
  return {category, [&series, category](std::size_t i) { return series.is_confirmed(i, category); }, "R7", words};
}

/// Table 3: a response that was not confirmed counts as stable disease when it was seen late enough.
Candidate unconfirmed_response(const Series& series)
{
  const auto category = series.non_targets_only() ? Category::NonCrNonPd : Category::StableDisease;
  return {category,
          [&series, category](std::size_t i) { return (series.is_response(i) || series.is(i, category)) && series.is_late_enough(i); },
          "R6", "stable disease, or a response that was not confirmed,"};
}

std::vector<Candidate> unconfirmed_order(const Series& series)
{
  return {plain(series, Category::CompleteResponse, "CR was seen"),
          plain(series, Category::PartialResponse, "PR was the best response seen"),
          stable(series, Category::StableDisease),
          stable(series, Category::NonCrNonPd),
          plain(series, Category::ProgressiveDisease, "progression came before any response or long enough stable disease"),
          plain(series, Category::NoEvidenceOfDisease, "no disease at baseline and none since")};
}

std::vector<Candidate> confirmed_order(const Series& series)
{
  return {confirmed(series, Category::CompleteResponse, "CR was confirmed by a later CR"),
          confirmed(series, Category::PartialResponse, "PR was confirmed by a later PR or CR"),
          unconfirmed_response(series),
          stable(series, Category::NonCrNonPd),
          plain(series, Category::ProgressiveDisease, "progression came before any confirmed response or long enough stable disease"),
          plain(series, Category::NoEvidenceOfDisease, "no disease at baseline and none since")};
}
}  // namespace

BestResponses best_response(const ResponseCourse& course, const Protocol& protocol)
{
  const Series series(course, protocol);
  return {best_of(series, unconfirmed_order(series)), best_of(series, confirmed_order(series))};
}

ResponseCourse course_of(const PatientResponse& response, const Protocol& protocol)
{
  ResponseCourse course;
  const auto& timepoints = response.timepoints;
  course.start = protocol.reference_date ? protocol.reference_date : timepoints.front().date;
  for (std::size_t i = 1; i < timepoints.size(); ++i)
    course.visits.push_back({timepoints[i].response_date, timepoints[i].overall, timepoints[i].overall_raw});
  const auto first_target = timepoints.size() > 1 ? timepoints[1].target : Category::NotEvaluable;
  const bool no_targets = first_target == Category::NotApplicable;
  course.disease = no_targets ? DiseaseAtBaseline::NonTargetsOnly : DiseaseAtBaseline::WithTargets;
  return course;
}
}  // namespace nadir::measure::recist_1_1
