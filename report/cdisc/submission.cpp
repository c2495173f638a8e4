#include "report/cdisc/submission.h"

#include <map>
#include <set>
#include <tuple>

#include "measure/response/calendar_day.h"
#include "report/cdisc/check_dataset.h"
#include "report/cdisc/disease_response.h"
#include "report/cdisc/domain_datasets.h"
#include "report/cdisc/location.h"
#include "report/cdisc/reading_plan.h"
#include "report/cdisc/supplements.h"
#include "report/cdisc/tumor_identification.h"
#include "report/cdisc/tumor_results.h"

namespace nadir::report::cdisc
{
namespace
{
struct Records
{
  std::vector<IdentificationRecord> identification;
  std::vector<ResultRecord> results;
  std::vector<ResponseRecord> responses;
};

template <class Record> void append(std::vector<Record>& to, std::vector<Record> from)
{
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool is_before(const std::string& date, const std::optional<measure::CalendarDay>& start)
{
  const auto day = measure::parse_calendar_day(date);
  return start && day && *day <= *start;
}

/// Marks the last result of each lesion and test before the first day of treatment is over.
template <class Record> void mark_last_before_exposure(std::vector<Record>& rows, const std::optional<measure::CalendarDay>& start)
{
  std::map<std::pair<std::string, std::string>, Record*> last;
  for (auto& row : rows)
    if (is_before(row.date, start) && !row.result.empty()) last[{row.link, row.code}] = &row;
  for (auto& [key, row] : last) row->last_before_exposure = "Y";
}

void add_reading(const ReadingPlan& plan, const Study& study, Records& records)
{
  auto identification = identification_of(plan, study.id);
  std::vector<ResultRecord> results;
  for (std::size_t t = 0; t < plan.visits.size(); ++t)
  {
    append(results, results_of(plan, study, t));
    append(results, derived_results_of(plan, study.id, t));
    append(records.responses, responses_of(plan, study.id, t));
  }
  mark_last_before_exposure(identification, plan.reading->treatment_start);
  mark_last_before_exposure(results, plan.reading->treatment_start);
  append(records.identification, std::move(identification));
  append(records.results, std::move(results));
}

template <class Record> void number_rows(std::vector<Record>& rows)
{
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].sequence = i > 0 && rows[i].subject == rows[i - 1].subject ? rows[i - 1].sequence + 1 : 1;
}

template <class Record>
void trace_rows(const std::string& dataset, const std::vector<Record>& rows, const std::vector<std::string>& columns,
                std::vector<TracedCells>& trace)
{
  for (std::size_t i = 0; i < rows.size(); ++i) trace.push_back({dataset, i + 1, columns, rows[i].origin});
}

std::vector<TracedCells> trace_of(const Records& records)
{
  std::vector<TracedCells> trace;
  trace_rows("TU", records.identification, {"TULNKID", "TUORRES", "TULOC"}, trace);
  trace_rows("TR", records.results, {"TRORRES", "TRSTRESC", "TRSTRESN"}, trace);
  trace_rows("RS", records.responses, {"RSORRES", "RSSTRESC"}, trace);
  return trace;
}

/// A day of treatment that cannot be right, or images that are not what their order says.
void add_epoch_notices(const ReadingPlan& plan, std::set<std::string>& notices)
{
  const auto& start = plan.reading->treatment_start;
  for (std::size_t t = 0; t < plan.visits.size(); ++t)
  {
    const auto day = measure::parse_calendar_day(plan.assessment().timepoints[t].date);
    if (!start || !day) continue;
    if (t == 0 && *day > *start)
      notices.insert(
          "a baseline lies after the first day of treatment: its EPOCH is TREATMENT and nothing is --LOBXFL. Check the first day.");
    if (t > 0 && *day < *start)
      notices.insert("a follow-up lies before the first day of treatment: its EPOCH is SCREENING. Check the first day.");
  }
}

std::vector<std::string> notices_of(const Study& study, const std::vector<ReadingPlan>& plans)
{
  std::set<std::string> notices;
  for (const auto& plan : plans)
  {
    if (!plan.reading->treatment_start) notices.insert("the first day of treatment is not known: no study day (--DY) was written.");
    add_epoch_notices(plan, notices);
    for (const auto& lesion : plan.lesions)
    {
      const auto location = location_of(lesion.lesion);
      if (location.place.empty()) notices.insert("the organ of a lesion is not stated or no plain words: TULOC is empty there.");
      if (!location.is_listed)
        notices.insert("TULOC " + location.place +
                       " is no term of the part of the CDISC list LOC known here (the list is extensible). Map it to a term.");
      if (!lesion.identified) notices.insert("a new lesion that was never seen has no row.");
      if (lesion.link != plan.prefix + lesion.lesion.id.text())
        notices.insert("a lesion id that cannot be a link was replaced; SUPPTU LESIONID has the reader's own.");
    }
  }
  notices.insert("EPOCH is SCREENING until the first day of treatment (where it is not known, at baseline) and TREATMENT after it. Correct "
                 "it where a visit lies in another epoch.");
  if (study.imaging_rows == ImagingRows::No) notices.insert("volumes and viable diameters are not part of RECIST 1.1 and were left out.");
  return {notices.begin(), notices.end()};
}

Result<std::vector<Dataset>> datasets_of(const Study& study, const Records& records)
{
  const auto identification_supplements = supplements_of(records.identification);
  if (!identification_supplements) return identification_supplements.failure();
  const auto result_supplements = supplements_of(records.results);
  if (!result_supplements) return result_supplements.failure();
  std::vector<Dataset> datasets{tumor_identification_dataset(records.identification)};
  if (!records.results.empty()) datasets.push_back(tumor_results_dataset(records.results));
  if (!records.responses.empty()) datasets.push_back(disease_response_dataset(records.responses));
  if (!identification_supplements->empty()) datasets.push_back(supplement_dataset("TU", *identification_supplements));
  if (!result_supplements->empty()) datasets.push_back(supplement_dataset("TR", *result_supplements));
  if (!records.results.empty())
    datasets.push_back(relations_dataset(study.id, records.responses.empty() ? HasResponses::No : HasResponses::Yes));
  return datasets;
}
}  // namespace

Result<Submission> submission_of(const Study& study)
{
  const auto plans = plan_of(study);
  if (!plans) return plans.failure();
  Records records;
  for (const auto& plan : *plans) add_reading(plan, study, records);
  number_rows(records.identification);
  number_rows(records.results);
  number_rows(records.responses);
  auto datasets = datasets_of(study, records);
  if (!datasets) return datasets.failure();
  for (const auto& dataset : *datasets)
    if (const auto checked = check_dataset(dataset); !checked) return checked.failure();
  return Submission{std::move(*datasets), trace_of(records), notices_of(study, *plans)};
}
}  // namespace nadir::report::cdisc
