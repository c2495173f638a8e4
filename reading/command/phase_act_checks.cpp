#include "reading/command/act_checks.h"

namespace nadir::reading
{
Verdict check_act(const Reading& reading, const Blind& act)
{
  if (reading.is_blinded()) return not_allowed("the record is read blinded already");
  return act.timepoint.empty() ? Verdict(Done{}) : check_timepoint(reading, act.timepoint);
}

Verdict check_act(const Reading& reading, const Unblind&)
{
  return reading.is_blinded() ? Verdict(Done{}) : not_allowed("the record is not read blinded");
}

Verdict check_act(const Reading& reading, const ShowTimepoint& act)
{
  if (!reading.is_blinded()) return not_allowed("the record is not read blinded: every time point can be seen");
  if (act.timepoint == reading.shown_timepoint()) return not_allowed("the time point \"" + act.timepoint.text() + "\" is shown already");
  return check_timepoint(reading, act.timepoint);
}

Verdict check_act(const Reading& reading, const Undo&)
{
  return reading.undoable().empty() ? Verdict(Failure{RecordError::NothingToUndo, "there is nothing to undo"}) : Done{};
}

Verdict check_act(const Reading& reading, const Redo&)
{
  return reading.redoable().empty() ? Verdict(Failure{RecordError::NothingToUndo, "there is nothing to redo"}) : Done{};
}

Verdict check_act(const Reading& reading, const Lock& act)
{
  if (reading.content().timepoints.empty())
    return not_allowed("there is no time point yet (an empty reading says nothing). Load images first.");
  if (!act.state.empty() && act.state != reading.state_digest())
    return not_allowed("the lock names another state than the one that stands");
  return act.results.empty() ? Verdict(Done{}) : check_digest(act.results, "the digest of the results");
}

Verdict check_act(const Reading& reading, const Sign& act)
{
  if (reading.phase() == Phase::Draft) return not_allowed("a draft cannot be signed (it could still change). Lock it first.");
  if (!act.state.empty() && act.state != reading.locked_state())
    return not_allowed("the signature names another state than the locked one");
  if (auto checked = check_name(act.meaning, "the meaning of the signature"); !checked) return checked;
  return act.language.empty() ? Verdict(Done{}) : check_name(act.language, "the language of the signature");
}

Verdict check_act(const Reading& reading, const Reopen&)
{
  return reading.phase() == Phase::Draft ? Verdict(not_allowed("the record is open already")) : Done{};
}
}  // namespace nadir::reading
