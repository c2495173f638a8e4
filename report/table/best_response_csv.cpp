#include "report/table/best_response_csv.h"

namespace nadir::report
{
namespace
{
using measure::recist_1_1::BestResponse;
using measure::recist_1_1::Duration;

std::string date_text(const std::optional<measure::CalendarDay>& day) { return day ? measure::format_calendar_day(*day) : std::string{}; }

void add_best(CsvText& csv, const BestResponse& best) { csv.text(name_of(best.category)).text(date_text(best.date)); }

void add_duration(CsvText& csv, const std::optional<Duration>& duration)
{
  if (!duration) return void(csv.empty().empty());
  csv.integer(duration->days).text(duration->end == Duration::End::Progression ? "PD" : "last assessment");
}
}  // namespace

void append_best_response(CsvText& csv, const ReaderAssessment& assessment)
{
  const auto& durations = assessment.durations;
  csv.text(assessment.subject).text(assessment.reader);
  add_best(csv, assessment.best.unconfirmed);
  add_best(csv, assessment.best.confirmed);
  csv.text(date_text(durations.first_response)).text(date_text(durations.first_complete_response)).text(date_text(durations.progression));
  add_duration(csv, durations.response);
  add_duration(csv, durations.complete_response);
  add_duration(csv, durations.stable_disease);
  csv.text(assessment.own_best().finding.explanation);
  csv.end_row();
}

void append_sequence_best_response(CsvText& csv, std::string_view subject, const measure::recist_1_1::BestResponses& best,
                                   std::string_view reason)
{
  csv.text(subject);
  add_best(csv, best.unconfirmed);
  add_best(csv, best.confirmed);
  csv.text(reason);
  csv.end_row();
}
}  // namespace nadir::report
