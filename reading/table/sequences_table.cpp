#include "reading/table/sequences_table.h"

#include <algorithm>

namespace nadir::reading
{
namespace
{
using measure::CalendarDay;
using measure::Category;

/// One row of the table.
struct SequenceRow
{
  std::uint64_t line = 0;
  std::optional<CalendarDay> date;
  Category response = Category::NotEvaluable;
};

void note(std::vector<RowProblem>& notes, std::uint64_t line, std::string_view column, std::string message)
{
  notes.push_back({line, std::string(column), std::move(message)});
}

SequenceRow read_sequence_row(std::uint64_t line, std::string_view date, std::string_view response, SubjectCourse& course)
{
  SequenceRow row{line, measure::parse_calendar_day(date), Category::NotEvaluable};
  if (!date.empty() && !row.date)
    note(course.problems, line, "date",
         "the cell is not a day of the calendar (another order of day and month would be a guess). Write YYYY-MM-DD.");
  const auto category = measure::parse_category(response);
  if (!category || response.empty() || category == Category::NotApplicable)
    note(course.problems, line, "response",
         "\"" + std::string(response.substr(0, 60)) + "\" is no overall response. Use CR, PR, SD, NON-CR/NON-PD, PD, NE, NED or BASELINE.");
  row.response = category.value_or(Category::NotEvaluable);
  return row;
}

/// Takes the BASELINE row out and gives its date.
std::optional<CalendarDay> take_baseline(std::vector<SequenceRow>& rows, SubjectCourse& course)
{
  std::optional<CalendarDay> start;
  for (const auto& row : rows)
  {
    if (row.response != Category::Baseline) continue;
    if (start && row.date != start)
      note(course.problems, row.line, "response", "there is another BASELINE row (the start would be a guess). Keep one.");
    start = row.date;
  }
  std::erase_if(rows, [](const auto& row) { return row.response == Category::Baseline; });
  return start;
}

void sort_visits(std::vector<SequenceRow>& rows, SubjectCourse& course)
{
  const auto undated = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return !row.date; });
  const bool any_dated = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.date.has_value(); });
  if (undated != rows.end() && any_dated)
    return note(course.problems, undated->line, "date",
                "the visit has no date and others have (its place would be a guess). Give the date.");
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
}

void remove_repeated(std::vector<SequenceRow>& rows, SubjectCourse& course)
{
  const auto is_repeated = [&course](const SequenceRow& first, const SequenceRow& second)
  {
    if (!first.date || first.date != second.date) return false;
    if (first.response != second.response)
      note(course.problems, second.line, "response",
           "the day of line " + std::to_string(first.line) + " has another response (which counts would be a guess). Keep one.");
    else
      note(course.warnings, second.line, "response",
           "the same response stands on line " + std::to_string(first.line) + " and was counted once.");
    return true;
  };
  rows.erase(std::unique(rows.begin(), rows.end(), is_repeated), rows.end());
}

void drop_before_start(std::vector<SequenceRow>& rows, SubjectCourse& course)
{
  std::erase_if(rows,
                [&](const auto& row)
                {
                  const bool before = course.course.start && row.date && *row.date < *course.course.start;
                  if (before)
                    note(course.warnings, row.line, "date",
                         "the visit lies before the start and was not counted. Check the date and reference_date.");
                  return before;
                });
}

measure::recist_1_1::DiseaseAtBaseline disease_of(const std::vector<SequenceRow>& rows)
{
  using measure::recist_1_1::DiseaseAtBaseline;
  const auto has = [&](Category category)
  { return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.response == category; }); };
  const bool non_targets_only = has(Category::NonCrNonPd) && !has(Category::PartialResponse) && !has(Category::StableDisease);
  return non_targets_only ? DiseaseAtBaseline::NonTargetsOnly : DiseaseAtBaseline::WithTargets;
}
}  // namespace

const std::vector<std::string_view>& SequencesTable::needed_columns()
{
  static const std::vector<std::string_view> names = {"subject", "date", "response"};
  return names;
}

SequencesTable::SequencesTable(const TableIndex& index)
    : date_(index.column("date").value_or(0)), response_(index.column("response").value_or(0))
{
}

SubjectCourse SequencesTable::course_of(const SubjectRows& rows, const measure::Protocol& protocol) const
{
  SubjectCourse made;
  made.problems = rows.problems();
  std::vector<SequenceRow> read;
  for (std::size_t i = 0; i < rows.size(); ++i)
    read.push_back(read_sequence_row(rows.line(i), trimmed(rows.cell(i, date_)), trimmed(rows.cell(i, response_)), made));
  const auto baseline = take_baseline(read, made);
  made.course.start = protocol.reference_date ? protocol.reference_date : baseline;
  if (!made.course.start && rows.size() > 0)
    note(made.warnings, rows.line(0), "",
         "the start is not known (stable disease cannot be shown to have lasted). Give reference_date in the protocol or a row BASELINE.");
  sort_visits(read, made);
  remove_repeated(read, made);
  drop_before_start(read, made);
  made.course.disease = disease_of(read);
  for (const auto& row : read) made.course.visits.push_back({row.date, row.response, row.response});
  return made;
}
}  // namespace nadir::reading
