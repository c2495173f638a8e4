#include "reading/table/sdtm/tumor_result.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "imaging/units/number_text.h"

namespace nadir::reading::sdtm
{
namespace
{
using measure::LesionRole;
using measure::LesionState;

constexpr std::array<std::pair<std::string_view, Test>, 10> codes = {{{"LDIAM", Test::LongestDiameter},
                                                                      {"LPERP", Test::ShortAxis},
                                                                      {"SAXIS", Test::ShortAxis},
                                                                      {"SHORTAX", Test::ShortAxis},
                                                                      {"DIAMETER", Test::Diameter},
                                                                      {"VDIAM", Test::ViableDiameter},
                                                                      {"VOLUME", Test::Volume},
                                                                      {"TUMSTATE", Test::TumorState},
                                                                      {"LNSTATE", Test::NodeState},
                                                                      {"TOOSMALL", Test::TooSmall}}};
constexpr std::array<std::string_view, 15> derived = {"SUMDIAM", "SUMLDIAM", "SUMLPERP", "SUMNLNLD", "SUMVDIAM",
                                                      "SUMVOL",  "SUMAREA",  "PCBSD",    "PCNSD",    "ACNSD",
                                                      "PCBSLD",  "PCNSLD",   "PCHGBL",   "PCHGNAD",  "ACHGNAD"};

/// A unit with what one of it is in the unit wanted.
using Units = std::array<std::pair<std::string_view, double>, 3>;
constexpr Units length_units = {{{"mm", 1.0}, {"cm", 10.0}, {"m", 1000.0}}};
constexpr Units volume_units = {{{"mL", 1.0}, {"cm3", 1.0}, {"mm3", 0.001}}};

std::optional<double> factor_of(std::string_view unit, const Units& units)
{
  for (const auto& [name, factor] : units)
    if (is_word(unit, name)) return factor;
  return std::nullopt;
}

/// Where a number and its unit stand.
struct Place
{
  Variable number, unit;
};

std::optional<double> value_at(const Cells& cells, Place place, const Units& units, RowNotes& notes)
{
  const auto text = cells.text(place.number);
  auto unit = cells.text(place.unit);
  if (unit.empty() && place.unit == Variable::StandardUnit) unit = cells.text(place.unit = Variable::OriginalUnit);
  const auto number = parse_number(text);
  const auto factor = factor_of(unit, units);
  if (!number || *number < 0.0)
    notes.problems.push_back(cells.problem(
        place.number,
        shown(text) + " is not a size (it would count as missing). Write a number with a point, or TRSTAT NOT DONE with a reason."));
  else if (unit.empty())
    notes.problems.push_back(cells.problem(place.unit, "the result has no unit (mm or cm would be a guess). Write the unit."));
  else if (!factor)
    notes.problems.push_back(cells.problem(place.unit, shown(unit) + " is not a unit of this test. Use " + std::string(units[0].first) +
                                                           " or " + std::string(units[1].first) + "."));
  if (!number || *number < 0.0 || !factor) return std::nullopt;
  return *number * *factor;
}

std::optional<double> value_in(const Cells& cells, const Units& units, RowNotes& notes)
{
  constexpr Place standard{Variable::StandardNumber, Variable::StandardUnit}, original{Variable::OriginalResult, Variable::OriginalUnit};
  if (cells.text(Variable::StandardNumber).empty()) return value_at(cells, original, units, notes);
  const auto value = value_at(cells, standard, units, notes);
  const auto collected = parse_number(cells.text(Variable::OriginalResult));
  const auto factor = factor_of(cells.text(Variable::OriginalUnit), units);
  if (value && collected && factor && std::abs(*collected * *factor - *value) > 0.05)
    notes.problems.push_back(cells.problem(Variable::StandardNumber, "it is " + format_number(*value) + " and the result as collected is " +
                                                                         format_number(*collected * *factor) +
                                                                         " in the same unit (one of the two is wrong). Correct it."));
  return value;
}

std::optional<LesionState> target_state(std::string_view word)
{
  if (is_word(word, "PRESENT") || is_word(word, "PATHOLOGICAL")) return LesionState::Measured;
  if (is_word(word, "ABSENT")) return LesionState::Absent;
  return is_word(word, "NOT EVALUABLE") ? std::optional(LesionState::NotEvaluable) : std::nullopt;
}

std::optional<LesionState> non_target_state(std::string_view word)
{
  if (is_word(word, "PRESENT") || is_word(word, "PATHOLOGICAL")) return LesionState::Present;
  if (is_word(word, "ABSENT") || is_word(word, "NON-PATHOLOGICAL")) return LesionState::Absent;
  if (is_word(word, "ENLARGEMENT FROM NADIR") || is_word(word, "UNEQUIVOCAL PROGRESSION") || is_word(word, "UNEQUIVOCAL"))
    return LesionState::UnequivocalProgression;
  return is_word(word, "NOT EVALUABLE") ? std::optional(LesionState::NotEvaluable) : std::nullopt;
}

std::optional<LesionState> new_state(std::string_view word)
{
  if (is_word(word, "UNEQUIVOCAL") || is_word(word, "PRESENT") || is_word(word, "PATHOLOGICAL")) return LesionState::Unequivocal;
  if (is_word(word, "EQUIVOCAL")) return LesionState::Equivocal;
  if (is_word(word, "ABSENT") || is_word(word, "NON-PATHOLOGICAL")) return LesionState::Absent;
  return is_word(word, "NOT EVALUABLE") ? std::optional(LesionState::NotEvaluable) : std::nullopt;
}
}  // namespace

Test test_of(std::string_view code)
{
  for (const auto& [name, test] : codes)
    if (is_word(code, name)) return test;
  const bool is_derived = std::any_of(derived.begin(), derived.end(), [&](auto name) { return is_word(code, name); });
  return is_derived ? Test::Derived : Test::Unknown;
}

bool says_too_small(const Cells& cells)
{
  for (const auto variable : {Variable::OriginalResult, Variable::StandardText, Variable::ReasonNotDone})
    if (has_word(cells.text(variable), "TOO SMALL")) return true;
  return false;
}

std::optional<double> length_mm(const Cells& cells, RowNotes& notes) { return value_in(cells, length_units, notes); }
std::optional<double> volume_ml(const Cells& cells, RowNotes& notes) { return value_in(cells, volume_units, notes); }

std::optional<LesionState> state_of(const Cells& cells, LesionRole role, RowNotes& notes)
{
  const auto word = cells.result();
  const auto state = role == LesionRole::Target      ? target_state(word)
                     : role == LesionRole::NonTarget ? non_target_state(word)
                                                     : new_state(word);
  if (!state)
    notes.problems.push_back(
        cells.problem(Variable::OriginalResult, shown(word) + " is not a state of a " + std::string(measure::name_of(role)) +
                                                    " lesion. Use PRESENT, ABSENT, ENLARGEMENT FROM NADIR (non-target), "
                                                    "EQUIVOCAL or UNEQUIVOCAL (new), or TRSTAT NOT DONE."));
  if (is_word(word, "ENLARGEMENT FROM NADIR") && role == LesionRole::NonTarget)
    notes.warnings.push_back(cells.problem(Variable::OriginalResult,
                                           "ENLARGEMENT FROM NADIR was taken as unequivocal progression (it alone "
                                           "makes the response PD, rule NT1). Check that the reader meant that."));
  return state;
}

std::optional<LesionState> not_done_state(const Cells& cells)
{
  if (!has_word(cells.text(Variable::Status), "NOT DONE")) return std::nullopt;
  const auto reason = cells.text(Variable::ReasonNotDone);
  if (has_word(reason, "MERGED")) return LesionState::MergedInto;
  return has_word(reason, "EVALUABLE") ? LesionState::NotEvaluable : LesionState::NotDone;
}
}  // namespace nadir::reading::sdtm
