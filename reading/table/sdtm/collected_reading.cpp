#include "reading/table/sdtm/collected_reading.h"

namespace nadir::reading::sdtm
{
namespace
{
using measure::LesionRole;
using measure::LesionState;

measure::Modality modality_of(std::string_view method)
{
  if (has_word(method, "PET") || has_word(method, "NUCLEAR")) return measure::Modality::Other;
  if (has_word(method, "MRI")) return measure::Modality::Mri;
  if (has_word(method, "CT SCAN")) return measure::Modality::Ct;
  if (has_word(method, "CALIPER")) return measure::Modality::Clinical;
  return measure::parse_modality(method).value_or(measure::Modality::Other);
}

std::optional<Millimeters> length(const Collected& at, Test test, Test or_else)
{
  for (const auto each : {test, or_else})
    if (const auto known = at.sizes.find(each); known != at.sizes.end()) return Millimeters{known->second};
  return std::nullopt;
}

LesionState target_state(const Collected& at, const std::optional<Millimeters>& counted)
{
  if (at.merged_into) return LesionState::MergedInto;
  if (!at.fragments.empty()) return LesionState::Split;
  if (at.too_small) return LesionState::TooSmall;
  if (counted) return !at.lesion->nodal && *counted == Millimeters{} ? LesionState::Absent : LesionState::Measured;
  return at.state.value_or(at.not_done.value_or(LesionState::NotDone));
}

LesionState other_state(const Collected& at)
{
  if (at.state) return *at.state;
  const bool has_size = !at.sizes.empty() || at.too_small;
  if (has_size && !at.not_done) return at.lesion->role == LesionRole::New ? LesionState::Unequivocal : LesionState::Present;
  const auto state = at.not_done.value_or(LesionState::NotDone);
  return state == LesionState::MergedInto ? LesionState::NotEvaluable : state;
}
}  // namespace

measure::LesionReading reading_of(const Collected& at)
{
  measure::LesionReading reading;
  const bool nodal = at.lesion->nodal;
  reading.longest_diameter = length(at, Test::LongestDiameter, nodal ? Test::LongestDiameter : Test::Diameter);
  reading.short_axis = length(at, Test::ShortAxis, nodal ? Test::Diameter : Test::ShortAxis);
  reading.viable_diameter = length(at, Test::ViableDiameter, Test::ViableDiameter);
  if (const auto volume = at.sizes.find(Test::Volume); volume != at.sizes.end()) reading.volume = Milliliters{volume->second};
  const auto counted = nodal && reading.short_axis ? reading.short_axis : reading.longest_diameter;
  reading.state = at.lesion->role == LesionRole::Target ? target_state(at, counted) : other_state(at);
  reading.fragments = at.fragments;
  if (at.merged_into) reading.merged_into = LesionId(at.merged_into->id);
  if (reading.state == LesionState::Absent) reading.longest_diameter.reset(), reading.short_axis.reset();
  if (!at.method.empty()) reading.modality = modality_of(at.method);
  reading.reason = std::string(at.reason);
  return reading;
}
}  // namespace nadir::reading::sdtm
