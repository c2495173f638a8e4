#include "reading/table/sdtm/sdtm_readings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "measure/response/calendar_day.h"
#include "reading/table/reader_rows.h"
#include "reading/table/sdtm/collected_reading.h"

namespace nadir::reading::sdtm
{
namespace
{
using measure::LesionRole;
using measure::LesionState;

bool is_length(Test test)
{
  return test == Test::LongestDiameter || test == Test::ShortAxis || test == Test::Diameter || test == Test::ViableDiameter;
}

/// Gathers the rows of TR of one subject.
class Gathering
{
public:
  Gathering(const TumorIdentification& lesions, RowNotes& notes) : lesions_(lesions), notes_(notes) {}

  void add(const Cells& cells)
  {
    const auto test = test_of(cells.text(Variable::TestCode));
    if (test == Test::Derived) return;
    if (test == Test::Unknown) return tell_unknown(cells);
    const auto linked = lesions_.lesions_of(cells.text(Variable::LinkId), cells.reader());
    if (linked.lesions.empty()) return tell_unlinked(cells);
    const auto visit = visit_number(cells);
    if (!visit)
      return problem(cells, Variable::VisitNumber, "the visit has no number (the order of time points depends on it). Give VISITNUM.");
    auto& main = place(cells, linked.lesions.front(), *visit);
    for (std::size_t i = 1; i < linked.lesions.size(); ++i) place(cells, linked.lesions[i], *visit).merged_into = linked.lesions.front();
    take(cells, test, linked.is_part, main);
  }

  /// NEW lesions of which TR says nothing.
  void add_new_lesions(const Columns& columns)
  {
    for (const auto& lesion : lesions_.lesions())
    {
      const bool is_told =
          std::any_of(collected_.begin(), collected_.end(), [&](const auto& entry) { return entry.second.lesion == &lesion; });
      if (lesion.role != LesionRole::New || is_told || !lesion.visit) continue;
      auto& made = collected_[{std::string_view(lesion.reader), &lesion, *lesion.visit}];
      made.lesion = &lesion;
      made.reader = lesion.reader;
      made.visit = *lesion.visit;
      made.line = lesion.line;
      made.date = lesion.date;
      made.state = LesionState::Unequivocal;
      notes_.warnings.push_back({lesion.line, columns.name(Variable::LinkId),
                                 "the new lesion " + shown(lesion.id) +
                                     " has no row in TR (it was taken as unequivocal at this visit, which is PD). "
                                     "Give its TUMSTATE, EQUIVOCAL or UNEQUIVOCAL.",
                                 columns.file()});
    }
  }

  using Key = std::tuple<std::string_view, const IdentifiedLesion*, double>;
  const std::map<Key, Collected>& collected() const { return collected_; }

private:
  void problem(const Cells& cells, Variable variable, std::string message)
  {
    notes_.problems.push_back(cells.problem(variable, std::move(message)));
  }

  void tell_unknown(const Cells& cells)
  {
    const auto code = cells.text(Variable::TestCode);
    if (!unknown_.insert(std::string(code)).second) return;
    notes_.warnings.push_back(cells.problem(
        Variable::TestCode, shown(code) + " is not a test this program reads (its rows were not used). Known are LDIAM, LPERP, "
                                          "DIAMETER, VDIAM, VOLUME, TUMSTATE, LNSTATE, TOOSMALL and the derived sums."));
  }

  void tell_unlinked(const Cells& cells)
  {
    const auto link = cells.text(Variable::LinkId);
    const auto reader = cells.reader();
    if (link.empty())
      return problem(cells, Variable::LinkId, "the link is empty (the result could be of any lesion). Give the TULNKID of its lesion.");
    problem(cells, Variable::LinkId,
            "TU does not identify " + shown(link) + (reader.empty() ? "" : " for " + std::string(reader)) +
                " (its role and organ are unknown). Add its row to TU or correct the link.");
  }

  Collected& place(const Cells& cells, const IdentifiedLesion* lesion, double visit)
  {
    auto& at = collected_[{cells.reader(), lesion, visit}];
    if (!at.lesion) at.line = cells.line();
    at.lesion = lesion;
    at.reader = cells.reader();
    at.visit = visit;
    if (const auto date = cells.text(Variable::Date); at.date.empty()) at.date = date;
    if (const auto method = cells.text(Variable::Method); at.method.empty()) at.method = method;
    if (const auto flag = cells.text(Variable::AcceptedFlag); at.accepted.empty()) at.accepted = flag;
    return at;
  }

  void take(const Cells& cells, Test test, bool is_part, Collected& at)
  {
    if (!at.seen.insert({test, cells.text(Variable::LinkId)}).second)
      return problem(cells, Variable::TestCode,
                     "the same test of the same lesion is given twice at this visit (which of the two counts would be a "
                     "guess). Remove one row.");
    if (const auto state = not_done_state(cells))
    {
      at.not_done = state;
      at.reason = cells.text(Variable::ReasonNotDone);
      if (says_too_small(cells)) at.too_small = true;
      return;
    }
    if (says_too_small(cells) || (test == Test::TooSmall && is_word(cells.result(), "Y")))
    {
      at.too_small = true;
      return;
    }
    if (test == Test::TumorState || test == Test::NodeState) at.state = state_of(cells, at.lesion->role, notes_);
    else if (test != Test::TooSmall) take_size(cells, test, is_part, at);
  }

  void take_size(const Cells& cells, Test test, bool is_part, Collected& at)
  {
    const auto size = is_length(test) ? length_mm(cells, notes_) : volume_ml(cells, notes_);
    if (!size) return;
    const bool counts = test == (at.lesion->nodal ? Test::ShortAxis : Test::LongestDiameter) || test == Test::Diameter;
    if (!is_part) at.sizes[test] = *size;
    else if (counts) at.fragments.emplace_back(*size);
  }

  const TumorIdentification& lesions_;
  RowNotes& notes_;
  std::map<Key, Collected> collected_;
  std::set<std::string> unknown_;
};

/// Numbers of time points from VISITNUM.
class Visits
{
public:
  Visits(const std::vector<double>& all, double baseline) : all_(all), baseline_(rank(baseline)) {}
  int timepoint(double visit) const { return rank(visit) - baseline_; }

private:
  int rank(double visit) const { return static_cast<int>(std::lower_bound(all_.begin(), all_.end(), visit) - all_.begin()); }
  const std::vector<double>& all_;
  int baseline_;
};

/// A lesion in a merged result has no size of its own.
void check_merged(const Collected& at, const Columns& columns, RowNotes& notes)
{
  if (!at.merged_into || (at.sizes.empty() && at.fragments.empty() && !at.too_small)) return;
  notes.problems.push_back({at.line, columns.name(Variable::LinkId),
                            shown(at.lesion->id) + " has a result of its own and one merged with " + shown(at.merged_into->id) +
                                " at this visit (it would count twice). Keep one of them.",
                            columns.file()});
}

std::optional<measure::CalendarDay> day_of(const Collected& at, const Columns& columns, RowNotes& notes)
{
  if (at.date.empty()) return std::nullopt;
  const bool has_time = at.date.size() > 10 && at.date[10] == 'T';
  const auto day = measure::parse_calendar_day(has_time ? at.date.substr(0, 10) : at.date);
  if (!day)
    notes.warnings.push_back(
        {at.line, columns.name(Variable::Date),
         "the date is not a whole day of the calendar (it counts as unknown: confirmation, durations and stable disease may "
         "not be shown). Write YYYY-MM-DD.",
         columns.file()});
  return day;
}

std::vector<ReadingsRow> rows_of(const std::map<Gathering::Key, Collected>& collected, const Visits& visits, const Columns& columns,
                                 RowNotes& notes)
{
  std::vector<ReadingsRow> rows;
  for (const auto& [key, at] : collected)
  {
    const int timepoint = visits.timepoint(at.visit);
    if (timepoint < 0)
    {
      notes.warnings.push_back({at.line, columns.name(Variable::VisitNumber),
                                "the visit lies before the one at which targets were identified (it was not used). Check VISITNUM in TU.",
                                columns.file()});
      continue;
    }
    auto& row = rows.emplace_back();
    row.row = static_cast<std::size_t>(std::distance(collected.begin(), collected.find(key)));
    row.line = at.line;
    row.reader = at.reader;
    row.timepoint = timepoint;
    row.lesion = at.lesion->id;
    row.organ = at.lesion->organ;
    row.role = at.lesion->role;
    row.nodal = at.lesion->nodal;
    check_merged(at, columns, notes);
    row.reading = reading_of(at);
    row.reading.examined = day_of(at, columns, notes);
  }
  return rows;
}

/// Names of the columns of READINGS.csv, which the shared checks use, as variables of TR.
void rename(std::vector<RowProblem>& problems, const Columns& columns)
{
  constexpr std::array<std::pair<std::string_view, Variable>, 6> names = {{{"state", Variable::OriginalResult},
                                                                           {"diameter_mm", Variable::OriginalResult},
                                                                           {"short_axis_mm", Variable::OriginalResult},
                                                                           {"lesion", Variable::LinkId},
                                                                           {"date", Variable::Date},
                                                                           {"timepoint", Variable::VisitNumber}}};
  for (auto& problem : problems)
  {
    if (!problem.file.empty()) continue;
    problem.file = columns.file();
    for (const auto& [name, variable] : names)
      if (problem.column == name) problem.column = columns.name(variable);
  }
}

void add_broken_rows(const SubjectRows& rows, const Columns& columns, RowNotes& notes)
{
  for (auto problem : rows.problems())
  {
    problem.file = columns.file();
    notes.problems.push_back(std::move(problem));
  }
}

/// At the first row there is of the subject.
RowProblem no_results(const SubjectTables& tables)
{
  const bool in_results = tables.results.size() > 0;
  const auto& rows = in_results ? tables.results : tables.identification;
  const auto& columns = in_results ? tables.result_columns : tables.identification_columns;
  return {rows.size() > 0 ? rows.line(0) : 1, "",
          "TR has no measurement or state of this subject (nothing can be derived). Check that both tables name the same subjects.",
          columns.file()};
}

double baseline_of(const TumorIdentification& lesions, const std::map<Gathering::Key, Collected>& collected)
{
  if (const auto visit = lesions.baseline_visit()) return *visit;
  std::optional<double> first;
  for (const auto& [key, at] : collected) first = std::min(first.value_or(at.visit), at.visit);
  return first.value_or(0.0);
}
}  // namespace

SubjectReadings readings_of(std::string_view subject, const SubjectTables& tables, const std::vector<double>& visits)
{
  RowNotes notes;
  add_broken_rows(tables.identification, tables.identification_columns, notes);
  add_broken_rows(tables.results, tables.result_columns, notes);
  if (tables.results.size() == 0) notes.problems.push_back(no_results(tables));
  if (tables.results.size() == 0) return {std::string(subject), {}, std::move(notes.problems), {}};
  const TumorIdentification lesions(tables.identification, tables.identification_columns, notes);
  Gathering gathering(lesions, notes);
  for (std::size_t i = 0; i < tables.results.size() && notes.problems.size() < most_problems; ++i)
    gathering.add(Cells(tables.results, i, tables.result_columns));
  gathering.add_new_lesions(tables.identification_columns);
  const auto& collected = gathering.collected();
  auto rows = rows_of(collected, Visits(visits, baseline_of(lesions, collected)), tables.result_columns, notes);
  std::vector<std::string_view> accepted;
  for (const auto& [key, at] : collected) accepted.push_back(at.accepted);
  const auto kept = [&](std::size_t row)
  {
    std::vector<std::pair<std::string, std::string>> cells;
    if (!accepted[row].empty()) cells.emplace_back(tables.result_columns.name(Variable::AcceptedFlag), std::string(accepted[row]));
    return cells;
  };
  auto made = readings_from_rows(subject, rows, std::move(notes), kept);
  if (made.readers.empty() && made.problems.empty()) made.problems.push_back(no_results(tables));
  rename(made.problems, tables.result_columns);
  rename(made.warnings, tables.result_columns);
  return made;
}
}  // namespace nadir::reading::sdtm
