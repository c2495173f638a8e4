#include <cmath>

#include "reading/command/act_checks.h"
#include "reading/command/text_rules.h"

namespace nadir::reading
{
namespace
{
constexpr double longest_part_mm = 3000;  // as a length in the tables of measure/response
constexpr std::size_t most_fragments = 50;

Verdict check_fragment(const Fragment& fragment)
{
  if (fragment.longest.has_value() == fragment.length.has_value())
    return invalid("a part of a split lesion has either a line (\"longest\") or a length (\"length_mm\")");
  if (auto checked = check_uid(fragment.series.text(), "the series"); !checked) return checked;
  if (auto checked = check_uid(fragment.sop_instance.text(), "the image"); !checked) return checked;
  if (fragment.longest) return check_line(*fragment.longest, "the line of a part");
  const double length = fragment.length->value();
  return std::isfinite(length) && length >= 0 && length <= longest_part_mm
             ? Verdict(Done{})
             : invalid("a part of a split lesion has an impossible length (mm)");
}

/// Parts are added (rule T4); a node is counted by its short axis, which parts do not have.
Verdict check_split(const Reading& reading, const SetState& act)
{
  const bool is_split = act.state.state == "SPLIT";
  if (is_split == act.state.fragments.empty())
    return not_allowed("SPLIT and \"fragments\" go together (their lengths are added). Give both or none.");
  if (act.state.fragments.size() > most_fragments) return not_allowed("a lesion has at most " + std::to_string(most_fragments) + " parts");
  if (is_split && reading.find(act.lesion)->lesion.nodal)
    return not_allowed("SPLIT is not said of a lymph node (rule T4: the longest diameters of parts are added, of a node the short axis "
                       "counts). Mark its parts as lesions, or set NOT_EVALUABLE.");
  for (const auto& fragment : act.state.fragments)
    if (auto checked = check_fragment(fragment); !checked) return checked;
  return Done{};
}

/// Whether what is merged into `start` ends up in `lesion` at that time point.
bool leads_to(const Reading& reading, const LesionId& start, const LesionId& lesion, const TimepointLabel& timepoint)
{
  auto at = start;
  for (std::size_t step = 0; step <= reading.content().lesions.size(); ++step)
  {
    if (at == lesion) return true;
    const auto* marks = marks_at(reading, at, timepoint);
    if (!marks || !marks->state || marks->state->merged_into.empty()) return false;
    at = marks->state->merged_into;
  }
  return true;
}

Verdict check_merge(const Reading& reading, const SetState& act)
{
  const auto& carrier = act.state.merged_into;
  if ((act.state.state == "MERGED_INTO") == carrier.empty())
    return not_allowed("MERGED_INTO and \"merged_into\" go together (something must carry the size). Give both or none.");
  if (carrier.empty()) return Done{};
  const auto* known = reading.find(carrier);
  if (!known || known->lesion.role != measure::LesionRole::Target)
    return not_allowed("lesion " + place_of(act) + " is merged into \"" + carrier.text() +
                       "\", which is no target (nothing would carry its size). Name the target that carries the mass.");
  if (leads_to(reading, carrier, act.lesion, act.timepoint))
    return not_allowed("lesions " + act.lesion.text() + " and " + carrier.text() +
                       " would be merged into each other (nothing would carry their size). Measure one of them.");
  const auto* marks = marks_at(reading, carrier, act.timepoint);
  if (marks && marks->state && marks->state->state == "ABSENT")
    return not_allowed("lesion " + carrier.text() + " is ABSENT at \"" + act.timepoint.text() +
                       "\" (it cannot carry another). Measure it first.");
  return Done{};
}
}  // namespace

Verdict check_act(const Reading& reading, const SetState& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  if (auto checked = check_text(act.state.reason, "the reason"); !checked) return checked;
  const bool needs_reason = act.state.state == "UNEQUIVOCAL_PROGRESSION" || act.state.state == "NOT_EVALUABLE";
  if (needs_reason && is_blank(act.state.reason))
    return Failure{RecordError::ReasonMissing, "the state " + act.state.state + " needs a \"reason\" in words"};
  if (act.state.state == "MEASURED") return not_allowed("the state MEASURED comes from a caliper or segmentation. Place or accept one.");
  if (auto checked = check_split(reading, act); !checked) return checked;
  if (auto checked = check_merge(reading, act); !checked) return checked;
  if (act.state.state == "ABSENT")
    if (auto checked = check_carries_nothing(reading, act.lesion, &act.timepoint, "what is gone carries nothing"); !checked) return checked;
  return check_state_and_role(reading, act.timepoint, act.state.state, reading.find(act.lesion)->lesion.role);
}
}  // namespace nadir::reading
