#include "measure/response/recist_1_1/durations.h"

#include "measure/response/confirmation.h"
#include "measure/response/recist_1_1/counted_visits.h"

namespace nadir::measure::recist_1_1
{
namespace
{
using Visits = std::vector<ResponseVisit>;

bool is_response(Category category) { return category == Category::CompleteResponse || category == Category::PartialResponse; }

std::optional<CalendarDay> first_progression(const Visits& visits)
{
  for (const auto& visit : visits)
    if (visit.category == Category::ProgressiveDisease) return visit.date;
  return std::nullopt;
}

/// R11: "first CR/PR, whichever first"; when responses have to be confirmed, the first that was.
std::optional<CalendarDay> first_response(const Visits& visits, const BestResponse& best, const ConfirmationRules& rules)
{
  std::vector<Visit> raw;
  for (const auto& visit : visits) raw.push_back({visit.date, visit.raw});
  for (std::size_t i = 0; i < visits.size(); ++i)
    if (is_response(visits[i].category) && (!best.is_confirmed || confirming_visit(raw, i, rules))) return visits[i].date;
  return std::nullopt;
}

std::optional<CalendarDay> last_assessment(const Visits& visits)
{
  for (auto i = visits.size(); i-- > 0;)
    if (visits[i].category != Category::NotEvaluable) return visits[i].date;
  return std::nullopt;
}

/// From a first day to progression, or to the last assessment when there is none.
class Span
{
public:
  explicit Span(const Visits& visits)
      : progression_(first_progression(visits)), last_(last_assessment(visits)),
        progressed_(!visits.empty() && visits.back().category == Category::ProgressiveDisease)
  {
  }

  std::optional<CalendarDay> progression() const { return progression_; }
  std::optional<Duration> from(const std::optional<CalendarDay>& start) const
  {
    const auto& end = progressed_ ? progression_ : last_;
    if (!start || !end) return std::nullopt;
    return Duration{days_between(*start, *end), progressed_ ? Duration::End::Progression : Duration::End::LastAssessment};
  }

private:
  std::optional<CalendarDay> progression_, last_;
  bool progressed_;
};

bool is_stable(Category category) { return category == Category::StableDisease || category == Category::NonCrNonPd; }
}  // namespace

ResponseDurations durations(const ResponseCourse& course, const BestResponse& best, const Protocol& protocol)
{
  const auto visits = counted_visits(course, protocol);
  const Span span(visits);
  ResponseDurations result;
  result.progression = span.progression();
  if (is_response(best.category))
  {
    result.first_response = first_response(visits, best, protocol.confirmation);
    result.response = span.from(result.first_response);
  }
  if (best.category == Category::CompleteResponse)
  {
    result.first_complete_response = visits[*best.visit].date;
    result.complete_response = span.from(result.first_complete_response);
  }
  if (is_stable(best.category)) result.stable_disease = span.from(course.start);
  return result;
}
}  // namespace nadir::measure::recist_1_1
