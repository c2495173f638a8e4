#include "reading/command/act_checks.h"

namespace nadir::reading
{
namespace
{
Verdict check_tracking(const Reading& reading, const measure::LesionTracking& tracking)
{
  if (!tracking.identifier.empty())
    if (auto checked = check_name(tracking.identifier, "the tracking identifier"); !checked) return checked;
  if (tracking.uid.empty()) return Done{};
  if (!measure::is_unique_identifier(tracking.uid)) return not_allowed("the tracking UID is no DICOM UID. Leave it out to get a new one.");
  for (const auto& lesion : reading.content().lesions)
    if (lesion.lesion.tracking.uid == tracking.uid)
      return not_allowed("lesion \"" + lesion.lesion.id.text() + "\" has this tracking UID already (they are one lesion). Mark that one.");
  return Done{};
}
}  // namespace

Verdict check_act(const Reading& reading, const MarkLesion& act)
{
  if (auto checked = check_tracking(reading, act.lesion.tracking); !checked) return checked;
  if (auto checked = check_name(act.lesion.id.text(), "the name of the lesion"); !checked) return checked;
  if (reading.find(act.lesion.id)) return not_allowed("there is a lesion \"" + act.lesion.id.text() + "\" already. Give another name.");
  return check_name(act.lesion.organ, "the organ");
}

Verdict check_act(const Reading& reading, const WithdrawLesion& act)
{
  if (auto checked = check_lesion(reading, act.lesion); !checked) return checked;
  return check_carries_nothing(reading, act.lesion, nullptr, "without it that size would be lost");
}

Verdict check_act(const Reading& reading, const Reclassify& act)
{
  if (auto checked = check_lesion(reading, act.lesion); !checked) return checked;
  if (auto checked = check_carries_nothing(reading, act.lesion, nullptr, "only a target can"); !checked) return checked;
  const auto& lesion = *reading.find(act.lesion);
  if (lesion.lesion.role == act.role)
    return not_allowed("lesion " + act.lesion.text() + " is " + std::string(name_of(act.role)) + " already");
  for (const auto& [label, marks] : lesion.marks)
    if (marks.state)
      if (auto checked = check_state_and_role(reading, label, marks.state->state, act.role); !checked)
        return checked.failure().in_context("at \"" + label.text() + "\"");
  return Done{};
}

Verdict check_act(const Reading& reading, const ChangeOrgan& act)
{
  if (auto checked = check_lesion(reading, act.lesion); !checked) return checked;
  if (auto checked = check_name(act.organ, "the organ"); !checked) return checked;
  const auto& lesion = *reading.find(act.lesion);
  if (lesion.lesion.organ == act.organ && lesion.lesion.nodal == act.nodal)
    return not_allowed("lesion " + act.lesion.text() + " is said to lie there already");
  for (const auto& [label, marks] : lesion.marks)
    if (act.nodal && marks.state && marks.state->state == "SPLIT")
      return not_allowed("lesion " + act.lesion.text() + " is SPLIT at \"" + label.text() +
                         "\", which is not said of a lymph node (rule T4). Mark its parts first as lesions.");
  return Done{};
}
}  // namespace nadir::reading
