#include "measure/response/lesion_state.h"

#include "measure/response/word_table.h"

namespace nadir::measure
{
namespace
{
constexpr detail::WordTable<LesionState, 13> words = {{{LesionState::Measured, "MEASURED"},
                                                       {LesionState::Absent, "ABSENT"},
                                                       {LesionState::TooSmall, "TOO_SMALL"},
                                                       {LesionState::NotEvaluable, "NOT_EVALUABLE"},
                                                       {LesionState::NotDone, "NOT_DONE"},
                                                       {LesionState::MergedInto, "MERGED_INTO"},
                                                       {LesionState::Split, "SPLIT"},
                                                       {LesionState::Present, "PRESENT"},
                                                       {LesionState::UnequivocalProgression, "UNEQUIVOCAL_PROGRESSION"},
                                                       {LesionState::None, "NONE"},
                                                       {LesionState::Equivocal, "EQUIVOCAL"},
                                                       {LesionState::Unequivocal, "UNEQUIVOCAL"},
                                                       {LesionState::NotDone, ""}}};

bool is_target_state(LesionState state) { return state <= LesionState::Split; }

bool is_non_target_state(LesionState state)
{
  return state == LesionState::Present || state == LesionState::UnequivocalProgression || state == LesionState::Absent ||
         state == LesionState::NotEvaluable || state == LesionState::NotDone;
}

bool is_new_state(LesionState state)
{
  return state >= LesionState::None || state == LesionState::Absent || state == LesionState::NotEvaluable || state == LesionState::NotDone;
}
}  // namespace

std::string_view name_of(LesionState state) { return detail::word_of(words, state); }
std::optional<LesionState> parse_lesion_state(std::string_view word) { return detail::value_of(words, word); }

bool is_allowed(LesionState state, LesionRole role)
{
  if (role == LesionRole::Target) return is_target_state(state);
  return role == LesionRole::NonTarget ? is_non_target_state(state) : is_new_state(state);
}
}  // namespace nadir::measure
