#include <algorithm>

#include "reading/command/act_checks.h"
#include "reading/command/text_rules.h"

namespace nadir::reading
{
Verdict check_act(const Reading&, const BeginRecord& act)
{
  if (!is_record_id(act.record)) return invalid("the identity of the record is not 32 hexadecimal digits");
  return check_name(act.patient, "the case's name for the patient");
}

Verdict check_act(const Reading& reading, const LoadImages& act)
{
  if (auto checked = check_name(act.timepoint.text(), "the label of the time point"); !checked) return checked;
  if (reading.find(act.timepoint))
    return not_allowed("the time point \"" + act.timepoint.text() +
                       "\" has its images (what was measured would no longer be on them). Undo that, or give another label.");
  return act.images.empty() ? Verdict(Done{}) : check_digest(act.images, "the digest of the images");
}

Verdict check_act(const Reading& reading, const ChooseSeries& act)
{
  if (auto checked = check_timepoint(reading, act.timepoint); !checked) return checked;
  if (act.series.empty()) return invalid("no series is named");
  const auto& chosen = reading.find(act.timepoint)->chosen_series;
  if (std::find(chosen.begin(), chosen.end(), act.series) != chosen.end()) return not_allowed("that series is chosen already");
  return check_uid(act.series.text(), "the series");
}

Verdict check_act(const Reading&, const UseProtocol& act) { return check_digest(act.protocol, "the digest of the protocol"); }

Verdict check_act(const Reading& reading, const ConfirmQuestion& act)
{
  if (reading.content().confirmed.contains(act.question)) return not_allowed("\"" + act.question + "\" was answered already");
  return check_name(act.question, "the question");
}

Verdict check_act(const Reading& reading, const AlignDate& act)
{
  if (auto checked = check_timepoint(reading, act.timepoint); !checked) return checked;
  if (act.timepoint == reading.content().timepoints.front().label)
    return not_allowed("the baseline is what other dates are moved against. Move the other one.");
  if (!is_in_reach(PatientPoint{} + act.offset)) return invalid("the shift of a date is impossible (mm, LPS)");
  const auto found = reading.content().offsets.find(act.timepoint);
  const auto now = found == reading.content().offsets.end() ? PatientVector{} : found->second;
  return now == act.offset ? Verdict(not_allowed("the time point \"" + act.timepoint.text() + "\" lies there already")) : Done{};
}

Verdict check_act(const Reading&, const AddComment& act)
{
  if (is_blank(act.text)) return invalid("the comment is empty");
  return check_text(act.text, "the comment");
}
}  // namespace nadir::reading
