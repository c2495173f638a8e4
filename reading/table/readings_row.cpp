#include "reading/table/readings_row.h"

#include <cmath>
#include <span>

#include "imaging/units/number_text.h"
#include "measure/response/word_table.h"
#include "reading/table/plain_number.h"

namespace nadir::reading
{
namespace
{
using measure::LesionRole;
using measure::LesionState;
using Column = ReadingsColumn;
template <class Enum, std::size_t Count> using Words = measure::detail::WordTable<Enum, Count>;

constexpr double longest_possible_mm = 3000.0;
constexpr double largest_possible_amount = 1e6;
constexpr std::int64_t last_timepoint = 100'000;

constexpr Words<LesionRole, 4> role_words = {{{LesionRole::Target, "TARGET"},
                                              {LesionRole::NonTarget, "NON-TARGET"},
                                              {LesionRole::NonTarget, "NONTARGET"},
                                              {LesionRole::New, "NEW"}}};
constexpr Words<bool, 8> truth_words = {
    {{true, "TRUE"}, {false, "FALSE"}, {true, "YES"}, {false, "NO"}, {true, "Y"}, {false, "N"}, {true, "1"}, {false, "0"}}};
constexpr Words<measure::Markers, 3> marker_words = {
    {{measure::Markers::Normal, "NORMAL"}, {measure::Markers::Elevated, "ELEVATED"}, {measure::Markers::NotFollowed, "NOT_FOLLOWED"}}};
constexpr Words<measure::LesionNature, 6> nature_words = {{{measure::LesionNature::Solid, "SOLID"},
                                                           {measure::LesionNature::SimpleCyst, "SIMPLE_CYST"},
                                                           {measure::LesionNature::CysticMetastasis, "CYSTIC_METASTASIS"},
                                                           {measure::LesionNature::LyticBoneWithSoftTissue, "LYTIC_BONE_WITH_SOFT_TISSUE"},
                                                           {measure::LesionNature::BlasticBone, "BLASTIC_BONE"},
                                                           {measure::LesionNature::Diffuse, "DIFFUSE"}}};
constexpr Words<measure::PriorTreatment, 4> treatment_words = {{{measure::PriorTreatment::NotAsked, "NOT_ASKED"},
                                                                {measure::PriorTreatment::No, "NO"},
                                                                {measure::PriorTreatment::Yes, "YES"},
                                                                {measure::PriorTreatment::YesAndProgressedSince, "YES_PROGRESSED_SINCE"}}};

template <class Enum, std::size_t Count> std::string list_of(const Words<Enum, Count>& words)
{
  std::string list;
  for (const auto& [value, word] : words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

/// A cell may hold anything; only its beginning is shown.
std::string shown(std::string_view cell) { return "\"" + std::string(cell.substr(0, 60)) + (cell.size() > 60 ? "...\"" : "\""); }

/// The cells of one row with the problems found in them.
class Cells
{
public:
  Cells(const SubjectRows& rows, std::size_t row, const ReadingsColumns& columns, RowNotes& notes)
      : cells_(rows.cells(row)), line_(rows.line(row)), columns_(columns), notes_(notes)
  {
  }

  /// Most cells are: asked first, nothing is copied.
  bool is_empty(Column column) const
  {
    const auto& position = columns_.position(column);
    return !position || cells_[*position].empty();
  }

  std::string_view text(Column column) const { return is_empty(column) ? std::string_view{} : trimmed(cells_[*columns_.position(column)]); }

  void problem(Column column, std::string message) const
  {
    notes_.problems.push_back({line_, std::string(name_of(column)), std::move(message)});
  }

  /// Fills `value` where the cell holds a number; else it stays empty. In place: the values of a row are many, and most are empty.
  template <class Quantity> void read_number(Column column, double largest, std::optional<Quantity>& value) const
  {
    if (is_empty(column)) return;
    const auto cell = text(column);
    if (cell.empty()) return;
    if (const auto number = number_in(column, cell, largest)) value.emplace(*number);
  }
  void read_length(Column column, std::optional<Millimeters>& length) const { read_number(column, longest_possible_mm, length); }

  /// Fills `value` where the cell holds one of the words.
  template <class Enum, std::size_t Count> void read_word(Column column, const Words<Enum, Count>& words, std::optional<Enum>& value) const
  {
    if (is_empty(column)) return;
    const auto cell = text(column);
    if (cell.empty()) return;
    for (const auto& [known, spelling] : words)
      if (spelling == cell) return void(value.emplace(known));
    value = measure::detail::value_of(words, cell);
    if (!value) problem(column, shown(cell) + " is not a word of this column. Use one of: " + list_of(words) + ".");
  }

  std::optional<double> number_in(Column column, std::string_view cell, double largest) const
  {
    auto value = parse_plain_number(cell);
    if (!value) value = parse_number(cell);
    if (value && *value >= 0.0 && *value <= largest) return *value;
    if (!value && cell.find(',') != std::string_view::npos)
      problem(column, shown(cell) + " has a comma (it could be a decimal sign or separate thousands). Write the number with a point.");
    else if (!value)
      problem(column, shown(cell) + " is not a number (it would count as missing). Write a number, or nothing when it is not known.");
    else problem(column, shown(cell) + " cannot be (allowed: 0 to " + format_number(largest) + "). Correct the number.");
    return std::nullopt;
  }

private:
  std::span<const std::string_view> cells_;
  std::uint64_t line_;
  const ReadingsColumns& columns_;
  RowNotes& notes_;
};

std::optional<measure::CalendarDay> read_date(const Cells& cells)
{
  const auto cell = cells.text(Column::Date);
  if (cell.empty()) return std::nullopt;
  const auto day = measure::parse_calendar_day(cell);
  if (!day)
    cells.problem(Column::Date,
                  "the cell is not a day of the calendar (another order of day and month would be a guess). Write YYYY-MM-DD.");
  return day;
}

int read_timepoint(const Cells& cells)
{
  const auto cell = cells.text(Column::Timepoint);
  if (cell.size() == 1 && cell.front() >= '0' && cell.front() <= '9') return cell.front() - '0';
  const auto number = parse_integer(cell);
  if (number && *number >= 0 && *number <= last_timepoint) return static_cast<int>(*number);
  cells.problem(Column::Timepoint,
                shown(cell) + " is not the number of a time point (it gives the order). Write 0 for the baseline, then 1, 2, ...");
  return 0;
}

/// Lengths written as "12.0;8.5" or "12.0+8.5".
std::vector<Millimeters> read_lengths(const Cells& cells, Column column, std::string_view text)
{
  std::vector<Millimeters> lengths;
  while (!text.empty())
  {
    const auto end = std::min(text.find_first_of(";+"), text.size());
    if (const auto value = cells.number_in(column, trimmed(text.substr(0, end)), longest_possible_mm)) lengths.emplace_back(*value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lengths;
}

/// "MERGED_INTO T01", "MERGED_INTO(T01)", "SPLIT: 12+8.5": the word and what follows it.
std::pair<std::string_view, std::string_view> word_and_rest(std::string_view cell)
{
  const auto end = cell.find_first_of(" (:");
  if (end == std::string_view::npos) return {cell, {}};
  const auto rest = cell.substr(end);
  const auto begin = std::min(rest.find_first_not_of(" (:"), rest.size());
  const auto last = rest.find_last_not_of(" )");
  return {cell.substr(0, end), last == std::string_view::npos || last < begin ? std::string_view{} : rest.substr(begin, last - begin + 1)};
}

void read_state(const Cells& cells, measure::LesionReading& reading)
{
  const auto cell = cells.text(Column::State);
  auto state = cell == "MEASURED" ? std::optional(LesionState::Measured) : measure::parse_lesion_state(cell);
  if (!state)
  {
    const auto [word, rest] = word_and_rest(cell);
    state = measure::parse_lesion_state(word);
    if (state == LesionState::MergedInto) reading.merged_into = LesionId(std::string(rest));
    else if (state == LesionState::Split) reading.fragments = read_lengths(cells, Column::State, rest);
    else state.reset();
  }
  if (!state)
    cells.problem(Column::State, shown(cell) +
                                     " is not a state. Use MEASURED, ABSENT, TOO_SMALL, NOT_EVALUABLE, NOT_DONE, MERGED_INTO or "
                                     "SPLIT for a target, PRESENT, ABSENT, UNEQUIVOCAL_PROGRESSION, NOT_EVALUABLE or NOT_DONE for "
                                     "a non-target, NONE, EQUIVOCAL or UNEQUIVOCAL for a new lesion.");
  reading.state = state.value_or(LesionState::NotDone);
}

void read_reading(const Cells& cells, measure::LesionReading& reading)
{
  read_state(cells, reading);
  cells.read_length(Column::Diameter, reading.longest_diameter);
  cells.read_length(Column::ShortAxis, reading.short_axis);
  cells.read_length(Column::ViableDiameter, reading.viable_diameter);
  cells.read_number(Column::Volume, largest_possible_amount, reading.volume);
  cells.read_number(Column::ViableVolume, largest_possible_amount, reading.viable_volume);
  cells.read_number(Column::Enhancement, largest_possible_amount, reading.enhancement);
  cells.read_length(Column::LongestAnyPlane, reading.longest_in_any_plane);
  cells.read_length(Column::SliceThickness, reading.slice_thickness);
  cells.read_length(Column::SliceSpacing, reading.slice_spacing);
  if (const auto modality = cells.text(Column::Modality); !modality.empty())
    reading.modality = measure::parse_modality(modality).value_or(measure::Modality::Other);
  reading.examined = read_date(cells);
  if (const auto fragments = cells.text(Column::Fragments); !fragments.empty())
    reading.fragments = read_lengths(cells, Column::Fragments, fragments);
  if (const auto into = cells.text(Column::MergedInto); !into.empty()) reading.merged_into = LesionId(std::string(into));
  std::optional<bool> further_increase;
  cells.read_word(Column::FurtherIncrease, truth_words, further_increase);
  if (further_increase.value_or(false)) reading.further_increase = measure::FurtherIncrease::Yes;
  if (const auto note = cells.text(Column::Note); !note.empty()) reading.reason = note;
}

bool has_length(const measure::LesionReading& reading)
{
  return reading.longest_diameter || reading.short_axis || !reading.fragments.empty();
}

bool is_positive(const measure::LesionReading& reading)
{
  return reading.longest_diameter.value_or(Millimeters{}) > Millimeters{} || reading.short_axis.value_or(Millimeters{}) > Millimeters{};
}

std::string_view column_of_length(const measure::LesionReading& reading)
{
  return name_of(reading.longest_diameter ? Column::Diameter : reading.short_axis ? Column::ShortAxis : Column::Fragments);
}

/// The parts of a split lesion count, not the length beside them (rule T4).
bool contradicts_its_parts(const measure::LesionReading& reading)
{
  constexpr double rounding_mm = 0.15;
  if (reading.state != LesionState::Split || reading.fragments.empty() || !reading.longest_diameter) return false;
  Millimeters sum;
  for (const auto part : reading.fragments) sum = Millimeters{sum.value() + part.value()};
  return std::abs(sum.value() - reading.longest_diameter->value()) > rounding_mm;
}

void note(std::vector<RowProblem>& notes, const ReadingsRow& row, std::string_view column, std::string message)
{
  notes.push_back({row.line, std::string(column), std::move(message)});
}
}  // namespace

void read_row(const SubjectRows& rows, std::size_t row, const ReadingsColumns& columns, RowNotes& notes, ReadingsRow& read)
{
  const Cells cells(rows, row, columns, notes);
  read.row = row;
  read.line = rows.line(row);
  read.reader = cells.text(Column::Reader);
  read.timepoint = read_timepoint(cells);
  read.lesion = cells.text(Column::Lesion);
  read.organ = cells.text(Column::Organ);
  cells.read_word(Column::Role, role_words, read.role);
  cells.read_word(Column::Nodal, truth_words, read.nodal);
  cells.read_word(Column::Nature, nature_words, read.nature);
  cells.read_word(Column::PriorTreatment, treatment_words, read.prior_treatment);
  cells.read_word(Column::Markers, marker_words, read.markers);
  read_reading(cells, read.reading);
  if (read.lesion.empty()) cells.problem(Column::Lesion, "the lesion has no id (its readings could not be told from others). Give one.");
  if (cells.text(Column::State).empty() && has_length(read.reading))
    cells.problem(Column::State, "the state is empty beside a length (empty means NOT_DONE). Write MEASURED, or remove the length.");
}

void check_row(const ReadingsRow& row, LesionRole role, bool nodal, RowNotes& notes)
{
  const auto& reading = row.reading;
  const auto word = [&] { return std::string(measure::name_of(reading.state)); };
  if (!is_allowed(reading.state, role))
    return note(notes.problems, row, name_of(Column::State),
                word() + " cannot be said of a " + std::string(measure::name_of(role)) +
                    " lesion. Use a word of its role, or correct the role.");
  if (role != LesionRole::Target) return;
  const bool needs_length = reading.state == LesionState::Measured || reading.state == LesionState::Split;
  if (needs_length && !(reading.longest_diameter || !reading.fragments.empty() || (nodal && reading.short_axis)))
    return note(notes.problems, row, name_of(nodal ? Column::ShortAxis : Column::Diameter),
                "the lesion is " + word() +
                    " without its length (it would count as missing). Give the length, or write NOT_EVALUABLE or NOT_DONE.");
  if (contradicts_its_parts(reading))
    note(notes.warnings, row, name_of(Column::Diameter),
         "the length beside SPLIT is not the sum of its parts and was not used (the parts count, rule T4). Correct one of them.");
  if (needs_length || !has_length(reading) || reading.state == LesionState::MergedInto) return;
  if (reading.state == LesionState::Absent && is_positive(reading))
    note(notes.problems, row, column_of_length(reading),
         "the lesion is ABSENT and has a length (one of the two is wrong). Remove the length or write MEASURED.");
  else if (is_positive(reading))
    note(notes.warnings, row, column_of_length(reading),
         "the length beside " + word() + " was not used. Write MEASURED if it was measured.");
}
}  // namespace nadir::reading
