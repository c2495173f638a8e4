#include "reading/table/reader_rows.h"

#include <algorithm>

#include "measure/lesion/node_words.h"
#include "measure/response/calendar_day.h"
#include "measure/response/word_table.h"

namespace nadir::reading
{
namespace
{
using measure::LesionRole;
using Column = ReadingsColumn;
using RowIterator = std::vector<ReadingsRow*>::iterator;

constexpr int longest_timepoint_days = 28;
constexpr std::size_t most_readings = 10'000;  ///< lesions x time points of one reader

/// Where the lesion of a row is in the readings, and its time point.
struct Place
{
  std::size_t lesion = 0, timepoint = 0;
};

/// Makes the readings of one reader from that reader's rows.
class ReaderRows
{
public:
  ReaderRows(RowIterator begin, RowIterator end, RowNotes& notes) : begin_(begin), end_(end), notes_(notes)
  {
    std::sort(begin_, end_, [](const auto* a, const auto* b) { return comes_before(*a, *b); });
  }

  Result<measure::PatientReadings> make()
  {
    for (auto first = begin_; first != end_;)
    {
      const auto last = std::find_if(first, end_, [&](const auto* row) { return row->lesion != (*first)->lesion; });
      add_lesion(first, last);
      first = last;
    }
    find_timepoints();
    if (is_of_a_patient()) fill();
    return measure::PatientReadings::make(std::move(lesions_), std::move(timepoints_));
  }

  const std::vector<Place>& places() const { return places_; }  ///< one a row, in the order of the rows now

private:
  static bool comes_before(const ReadingsRow& a, const ReadingsRow& b)
  {
    if (const auto order = a.lesion.compare(b.lesion); order != 0) return order < 0;
    return a.timepoint != b.timepoint ? a.timepoint < b.timepoint : a.line < b.line;
  }

  void problem(const ReadingsRow& row, Column column, std::string message)
  {
    notes_.problems.push_back({row.line, std::string(name_of(column)), std::move(message)});
  }

  void add_lesion(RowIterator first, RowIterator last)
  {
    measure::ReadLesion made;
    made.lesion.id = LesionId(std::string((*first)->lesion));
    const auto role = frozen(first, last, &ReadingsRow::role, Column::Role);
    if (!role && std::none_of(first, last, [&](const auto* row) { return has_problem(row->line); }))
      problem(**first, Column::Role,
              "the role is empty in every row of the lesion (its meaning would be a guess). Write TARGET, NON-TARGET or NEW.");
    made.lesion.role = role.value_or(LesionRole::NonTarget);
    const auto nodal = frozen(first, last, &ReadingsRow::nodal, Column::Nodal);
    made.lesion.nodal = nodal.value_or(false);
    made.lesion.organ = organ(first, last);
    if (!nodal) ask_whether_nodal(**first, made.lesion.organ);
    made.nature = frozen(first, last, &ReadingsRow::nature, Column::Nature).value_or(measure::LesionNature::Solid);
    made.prior_treatment =
        frozen(first, last, &ReadingsRow::prior_treatment, Column::PriorTreatment).value_or(measure::PriorTreatment::NotAsked);
    for (auto row = first; row != last; ++row)
    {
      if (row != first) check_repetition(**row, **std::prev(row));
      if (role && !has_problem((*row)->line)) check_row(**row, *role, made.lesion.nodal, notes_);
    }
    lesions_.push_back(std::move(made));
  }

  void check_repetition(const ReadingsRow& row, const ReadingsRow& before)
  {
    if (row.timepoint != before.timepoint || has_problem(row.line) || has_problem(before.line)) return;
    problem(row, Column::Lesion,
            "lesion and time point are those of line " + std::to_string(before.line) +
                " (which of the two counts would be a guess). Remove one row.");
  }

  bool has_problem(std::uint64_t line) const
  {
    return std::any_of(notes_.problems.begin(), notes_.problems.end(), [&](const auto& known) { return known.line == line; });
  }

  /// What the first row that says it says; a later row that says something else is a problem (rule N2).
  template <class Value>
  std::optional<Value> frozen(RowIterator first, RowIterator last, std::optional<Value> ReadingsRow::*member, Column column)
  {
    std::optional<Value> value;
    for (auto row = first; row != last; ++row)
    {
      const auto& said = (*row)->*member;
      if (!value) value = said;
      if (said && said != value) changed(**row, column);
    }
    return value;
  }

  void changed(const ReadingsRow& row, Column column)
  {
    problem(row, column,
            "it is not what an earlier time point says of lesion " + std::string(row.lesion) +
                " (it is fixed at its first time point). Correct one of the rows, or give another lesion its own id.");
  }

  std::string organ(RowIterator first, RowIterator last)
  {
    std::string_view organ;
    for (auto row = first; row != last; ++row)
    {
      const auto said = (*row)->organ;
      if (organ.empty()) organ = said;
      if (!said.empty() && said != organ && !measure::detail::is_same_word(said, organ)) changed(**row, Column::Organ);
    }
    return std::string(organ);
  }

  void ask_whether_nodal(const ReadingsRow& row, std::string_view organ)
  {
    if (!measure::names_a_node(organ)) return;
    notes_.warnings.push_back({row.line, std::string(name_of(Column::Nodal)),
                               "the organ is \"" + std::string(organ) +
                                   "\" and nodal is empty, so it was not taken for a lymph node (its longest diameter counts, and it must "
                                   "vanish for a complete response). Write yes or no."});
  }

  void find_timepoints()
  {
    numbers_.reserve(static_cast<std::size_t>(end_ - begin_));
    for (auto row = begin_; row != end_; ++row) numbers_.push_back((*row)->timepoint);
    std::sort(numbers_.begin(), numbers_.end());
    numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
    timepoints_.resize(numbers_.size());
    for (std::size_t i = 0; i < numbers_.size(); ++i)
    {
      timepoints_[i].sequence = numbers_[i];
      timepoints_[i].label = TimepointLabel(std::to_string(numbers_[i]));
      timepoints_[i].lesions.reserve(lesions_.size());
    }
  }

  /// Every lesion has a reading at every time point: those without a row are made, so their number has to be a patient's.
  bool is_of_a_patient()
  {
    if (lesions_.size() * numbers_.size() <= most_readings) return true;
    problem(**begin_, Column::Lesion,
            std::to_string(lesions_.size()) + " lesions at " + std::to_string(numbers_.size()) +
                " time points are more than a patient has (the columns may be mixed up). Correct the ids of lesions and time points.");
    return false;
  }

  void fill()
  {
    places_.reserve(static_cast<std::size_t>(end_ - begin_));
    auto row = begin_;
    for (std::size_t lesion = 0; lesion < lesions_.size(); ++lesion) row = fill_lesion(row, lesion);
    for (auto& timepoint : timepoints_) forget_equal_dates(timepoint);
  }

  /// Gives every time point the reading of one lesion: NOT_DONE without a row, a new lesion NONE up to its first. Returns the row of the
  /// next lesion.
  RowIterator fill_lesion(RowIterator row, std::size_t lesion)
  {
    const auto name = (*row)->lesion;
    const bool is_new = lesions_[lesion].lesion.role == LesionRole::New;
    const auto first = (*row)->timepoint;
    for (std::size_t at = 0; at < timepoints_.size(); ++at)
    {
      auto& timepoint = timepoints_[at];
      const auto is_here = [&] { return row != end_ && (*row)->lesion == name && (*row)->timepoint == timepoint.sequence; };
      if (is_here()) timepoint.lesions.push_back(std::move((*row)->reading));
      else if (timepoint.lesions.emplace_back(); is_new && timepoint.sequence < first)
        timepoint.lesions.back().state = measure::LesionState::None;
      for (; is_here(); ++row) take_row(**row, {lesion, at});
    }
    return row;
  }

  void take_row(const ReadingsRow& row, Place place)
  {
    auto& timepoint = timepoints_[place.timepoint];
    auto& reading = timepoint.lesions[place.lesion];
    places_.push_back(place);
    add_date(row, reading.examined, timepoint);
    add_markers(row, timepoint);
    if (reading.merged_into.empty()) find_carrier(row, reading);
    check_carrier(row, reading);
  }

  void check_carrier(const ReadingsRow& row, const measure::LesionReading& reading)
  {
    if (reading.state != measure::LesionState::MergedInto) return;
    const auto carries = [&](const auto& known)
    { return known.lesion.id == reading.merged_into && known.lesion.id.text() != row.lesion && known.lesion.role == LesionRole::Target; };
    if (std::none_of(lesions_.begin(), lesions_.end(), carries))
      problem(
          row, Column::State,
          "MERGED_INTO names no other target (nothing would carry the size of the mass). Name the target that carries it in merged_into.");
  }

  /// MERGED_INTO without an id: the note may be the id.
  void find_carrier(const ReadingsRow& row, measure::LesionReading& reading)
  {
    if (reading.state != measure::LesionState::MergedInto) return;
    const LesionId named(std::string(trimmed(reading.reason)));
    if (named.text() == row.lesion) return;
    if (std::any_of(lesions_.begin(), lesions_.end(), [&](const auto& known) { return known.lesion.id == named; }))
      reading.merged_into = named;
  }

  void add_date(const ReadingsRow& row, const std::optional<measure::CalendarDay>& day, measure::TimepointReading& timepoint)
  {
    if (!day) return;
    if (timepoint.date && std::abs(measure::days_between(*timepoint.date, *day)) > longest_timepoint_days)
      problem(row, Column::Date,
              "the date lies more than " + std::to_string(longest_timepoint_days) + " days from another of time point " +
                  std::to_string(row.timepoint) + " (one assessment has one time). Correct the date or the number of the time point.");
    timepoint.date = std::max(timepoint.date.value_or(*day), *day);
  }

  void add_markers(const ReadingsRow& row, measure::TimepointReading& timepoint)
  {
    if (!row.markers) return;
    const bool contradicts = timepoint.markers != measure::Markers::NotFollowed && timepoint.markers != *row.markers;
    if (contradicts)
      problem(row, Column::Markers,
              "another row of time point " + std::to_string(row.timepoint) + " says something else. Correct one of them.");
    timepoint.markers = *row.markers;
  }

  static void forget_equal_dates(measure::TimepointReading& timepoint)
  {
    for (auto& reading : timepoint.lesions)
      if (reading.examined == timepoint.date) reading.examined.reset();
  }

  RowIterator begin_, end_;
  RowNotes& notes_;
  std::vector<measure::ReadLesion> lesions_;
  std::vector<measure::TimepointReading> timepoints_;
  std::vector<int> numbers_;
  std::vector<Place> places_;
};

/// The reading of one reader that make() refused although every row is good: named at the first row.
RowProblem refusal(const ReadingsRow& row, const Failure& failure)
{
  const bool is_about_order = failure.is(measure::ResponseError::NoBaseline);
  return {row.line, is_about_order ? std::string(name_of(Column::Timepoint)) : std::string{}, failure.message()};
}

void sort_by_line(std::vector<RowProblem>& problems)
{
  std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
}
/// In the order of the file, not more than a person reads.
void cut(std::vector<RowProblem>& problems)
{
  sort_by_line(problems);
  if (problems.size() < most_problems) return;
  problems.resize(most_problems);
  problems.push_back({problems.back().line, "", "the subject has more problems than these (the rest is not listed). Correct these first."});
}

/// Adds the readings of the rows of one reader, or why not.
void add_reader(SubjectReadings& made, RowIterator first, RowIterator last, const CellsOfRow& kept, RowNotes& notes)
{
  const auto known_problems = notes.problems.size();
  ReaderRows reader(first, last, notes);
  auto readings = reader.make();
  if (!readings && notes.problems.size() == known_problems && known_problems == 0)
    notes.problems.push_back(refusal(**first, readings.failure()));
  if (!readings || !notes.problems.empty()) return;
  made.readers.push_back({std::string((*first)->reader), std::move(*readings), {}});
  if (!kept) return;
  for (std::size_t i = 0; i < reader.places().size(); ++i)
    if (auto cells = kept(first[static_cast<std::ptrdiff_t>(i)]->row); !cells.empty())
      made.readers.back().kept.push_back({reader.places()[i].lesion, reader.places()[i].timepoint, std::move(cells)});
}
}  // namespace

SubjectReadings readings_from_rows(std::string_view subject, std::vector<ReadingsRow>& rows, RowNotes notes, const CellsOfRow& kept)
{
  SubjectReadings made{std::string(subject), {}, {}, {}};
  std::vector<ReadingsRow*> order;
  order.reserve(rows.size());
  for (auto& row : rows) order.push_back(&row);
  const auto by_reader = [](const auto* a, const auto* b) { return a->reader < b->reader; };
  if (!std::is_sorted(order.begin(), order.end(), by_reader)) std::stable_sort(order.begin(), order.end(), by_reader);
  for (auto first = order.begin(); first != order.end();)
  {
    const auto last = std::find_if(first, order.end(), [&](const auto* row) { return row->reader != (*first)->reader; });
    add_reader(made, first, last, kept, notes);
    first = last;
  }
  if (!notes.problems.empty()) made.readers.clear();
  cut(notes.problems);
  sort_by_line(notes.warnings);
  made.problems = std::move(notes.problems);
  made.warnings = std::move(notes.warnings);
  return made;
}
}  // namespace nadir::reading
