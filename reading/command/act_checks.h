#pragma once

#include "reading/command/check_parts.h"

/// Whether an act may follow on a reading, for every kind of act; `decide` asks what does not depend on the kind.
namespace nadir::reading
{
Verdict check_act(const Reading& reading, const BeginRecord& act);
Verdict check_act(const Reading& reading, const LoadImages& act);
Verdict check_act(const Reading& reading, const ChooseSeries& act);
Verdict check_act(const Reading& reading, const UseProtocol& act);
Verdict check_act(const Reading& reading, const ConfirmQuestion& act);
Verdict check_act(const Reading& reading, const AlignDate& act);
Verdict check_act(const Reading& reading, const AddComment& act);

Verdict check_act(const Reading& reading, const MarkLesion& act);
Verdict check_act(const Reading& reading, const WithdrawLesion& act);
Verdict check_act(const Reading& reading, const Reclassify& act);
Verdict check_act(const Reading& reading, const ChangeOrgan& act);

Verdict check_act(const Reading& reading, const PlaceCaliper& act);
Verdict check_act(const Reading& reading, const MoveCaliper& act);
Verdict check_act(const Reading& reading, const AcceptSegmentation& act);
Verdict check_act(const Reading& reading, const SetNecrosisThreshold& act);
Verdict check_act(const Reading& reading, const ResetNecrosisThreshold& act);
Verdict check_act(const Reading& reading, const SetState& act);
Verdict check_act(const Reading& reading, const ClearMarks& act);

Verdict check_act(const Reading& reading, const Blind& act);
Verdict check_act(const Reading& reading, const Unblind& act);
Verdict check_act(const Reading& reading, const ShowTimepoint& act);
Verdict check_act(const Reading& reading, const Undo& act);
Verdict check_act(const Reading& reading, const Redo& act);
Verdict check_act(const Reading& reading, const Lock& act);
Verdict check_act(const Reading& reading, const Sign& act);
Verdict check_act(const Reading& reading, const Reopen& act);
}  // namespace nadir::reading
