#include "reading/command/decide.h"

#include <algorithm>
#include <cmath>

#include "measure/response/lesion_state.h"
#include "reading/command/text_rules.h"

namespace nadir::reading
{
namespace
{
using Verdict = Result<Done>;

constexpr double farthest_mm = 1e5;
constexpr double longest_part_mm = 3000;   // as a length in the tables of measure/response
constexpr std::size_t most_fragments = 50;

Failure not_allowed(std::string message) { return {RecordError::NotAllowed, std::move(message)}; }
Failure invalid(std::string message) { return {RecordError::TextInvalid, std::move(message)}; }

Verdict check_name(const std::string& name, const std::string& what)
{
  const auto problem = name_problem(name);
  return problem ? Verdict(invalid(what + " " + *problem + " (the record could not be read back). Give another one.")) : Done{};
}

Verdict check_text(const std::string& text, const std::string& what)
{
  const auto problem = text_problem(text);
  return problem ? Verdict(invalid(what + " " + *problem + " (the record could not be read back). Change it.")) : Done{};
}

Verdict check_digest(const Digest& digest, const std::string& what)
{
  return is_digest(digest) ? Verdict(Done{}) : invalid(what + " is no SHA-256 (its bytes could not be found again). Give 64 hexadecimal digits.");
}

Verdict check_timepoint(const Reading& reading, const TimepointLabel& label)
{
  return reading.find(label) ? Verdict(Done{}) : not_allowed("there is no time point \"" + label.text() + "\". Load its images first.");
}

Verdict check_lesion(const Reading& reading, const LesionId& lesion)
{
  return reading.find(lesion) ? Verdict(Done{}) : not_allowed("there is no lesion \"" + lesion.text() + "\". Mark it first.");
}

template <class Placed>
Verdict check_place(const Reading& reading, const Placed& act)
{
  const auto lesion = check_lesion(reading, act.lesion);
  return lesion ? check_timepoint(reading, act.timepoint) : lesion;
}

const LesionMarks* marks_at(const Reading& reading, const LesionId& id, const TimepointLabel& label)
{
  const auto* lesion = reading.find(id);
  if (!lesion) return nullptr;
  const auto found = lesion->marks.find(label);
  return found == lesion->marks.end() ? nullptr : &found->second;
}

template <class Placed>
std::string place_of(const Placed& act)
{
  return act.lesion.text() + " at \"" + act.timepoint.text() + "\"";
}

bool is_in_reach(const PatientPoint& point)
{
  return std::isfinite(point.left) && std::isfinite(point.posterior) && std::isfinite(point.superior) &&
         std::max({std::abs(point.left), std::abs(point.posterior), std::abs(point.superior)}) <= farthest_mm;
}

Verdict check_line(const Line& line, const std::string& what)
{
  if (!is_in_reach(line.from) || !is_in_reach(line.to)) return invalid("an end of " + what + " is no place in a patient (mm, LPS)");
  if (line.from == line.to) return not_allowed(what + " has length zero. Set the state ABSENT if the lesion is gone.");
  return Done{};
}

Verdict check_uid(const std::string& uid, const std::string& what)
{
  const auto is_uid_character = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  const bool holds = uid.size() <= 64 && std::all_of(uid.begin(), uid.end(), is_uid_character);
  return holds ? Verdict(Done{}) : invalid(what + " is no DICOM UID (digits and dots, at most 64)");
}

Verdict check_caliper(const DrawnCaliper& caliper)
{
  if (auto checked = check_line(caliper.longest, "the caliper"); !checked) return checked;
  if (auto checked = check_uid(caliper.series.text(), "the series"); !checked) return checked;
  if (auto checked = check_uid(caliper.sop_instance.text(), "the image"); !checked) return checked;
  return caliper.short_axis ? check_line(*caliper.short_axis, "the short axis") : Verdict(Done{});
}

Verdict check_act(const Reading&, const BeginRecord& act)
{
  if (!is_record_id(act.record)) return invalid("the identity of the record is not 32 hexadecimal digits");
  return check_name(act.patient, "the case's name for the patient");
}

Verdict check_act(const Reading& reading, const LoadImages& act)
{
  if (auto checked = check_name(act.timepoint.text(), "the label of the time point"); !checked) return checked;
  if (reading.find(act.timepoint))
    return not_allowed("the time point \"" + act.timepoint.text() + "\" has its images (what was measured would no longer be on them). Undo that, or give another label.");
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

Verdict check_tracking(const Reading& reading, const measure::LesionTracking& tracking)
{
  if (!tracking.identifier.empty())
    if (auto checked = check_name(tracking.identifier, "the tracking identifier"); !checked) return checked;
  if (tracking.uid.empty()) return Done{};
  if (!measure::is_unique_identifier(tracking.uid)) return not_allowed("the tracking UID is no DICOM UID. Leave it out to get a new one.");
  for (const auto& lesion : reading.content().lesions)
    if (lesion.lesion.tracking.uid == tracking.uid) return not_allowed("lesion \"" + lesion.lesion.id.text() + "\" has this tracking UID already (they are one lesion). Mark that one.");
  return Done{};
}

Verdict check_act(const Reading& reading, const AlignDate& act)
{
  if (auto checked = check_timepoint(reading, act.timepoint); !checked) return checked;
  if (act.timepoint == reading.content().timepoints.front().label) return not_allowed("the baseline is what other dates are moved against. Move the other one.");
  if (!is_in_reach(PatientPoint{} + act.offset)) return invalid("the shift of a date is impossible (mm, LPS)");
  const auto found = reading.content().offsets.find(act.timepoint);
  const auto now = found == reading.content().offsets.end() ? PatientVector{} : found->second;
  return now == act.offset ? Verdict(not_allowed("the time point \"" + act.timepoint.text() + "\" lies there already")) : Done{};
}

Verdict check_act(const Reading& reading, const MarkLesion& act)
{
  if (auto checked = check_tracking(reading, act.lesion.tracking); !checked) return checked;
  if (auto checked = check_name(act.lesion.id.text(), "the name of the lesion"); !checked) return checked;
  if (reading.find(act.lesion.id)) return not_allowed("there is a lesion \"" + act.lesion.id.text() + "\" already. Give another name.");
  return check_name(act.lesion.organ, "the organ");
}

/// Without the lesion, what it carries (rule T4) would be carried by nothing.
Verdict check_carries_nothing(const Reading& reading, const LesionId& carrier, const TimepointLabel* only_at, const std::string& why)
{
  for (const auto& lesion : reading.content().lesions)
    for (const auto& [label, marks] : lesion.marks)
      if (marks.state && marks.state->merged_into == carrier && (!only_at || *only_at == label))
        return not_allowed("lesion " + carrier.text() + " carries lesion " + lesion.lesion.id.text() + " at \"" + label.text() + "\" (" + why +
                           "). Say first what became of " + lesion.lesion.id.text() + ".");
  return Done{};
}

Verdict check_act(const Reading& reading, const WithdrawLesion& act)
{
  if (auto checked = check_lesion(reading, act.lesion); !checked) return checked;
  return check_carries_nothing(reading, act.lesion, nullptr, "without it that size would be lost");
}

/// A target or non-target lesion was there at baseline; what appears later is new (rule N2).
bool contradicts_role(const Reading& reading, const TimepointLabel& timepoint, std::string_view state, measure::LesionRole role)
{
  return state == "ABSENT" && role != measure::LesionRole::New && reading.content().timepoints.front().label == timepoint;
}

Verdict check_state_and_role(const Reading& reading, const TimepointLabel& timepoint, const std::string& state, measure::LesionRole role)
{
  const auto known = measure::parse_lesion_state(state);
  if (!known || name_of(*known) != state) return not_allowed("\"" + state + "\" is no state of a lesion (rules N3, NT1, NL1)");
  if (!is_allowed(*known, role)) return not_allowed("the state " + state + " cannot be said of a " + std::string(name_of(role)) + " lesion");
  if (contradicts_role(reading, timepoint, state, role))
    return not_allowed("a " + std::string(name_of(role)) + " lesion is not absent at baseline. Mark it as new if it appeared later.");
  return Done{};
}

Verdict check_act(const Reading& reading, const Reclassify& act)
{
  if (auto checked = check_lesion(reading, act.lesion); !checked) return checked;
  if (auto checked = check_carries_nothing(reading, act.lesion, nullptr, "only a target can"); !checked) return checked;
  const auto& lesion = *reading.find(act.lesion);
  if (lesion.lesion.role == act.role) return not_allowed("lesion " + act.lesion.text() + " is " + std::string(name_of(act.role)) + " already");
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
  if (lesion.lesion.organ == act.organ && lesion.lesion.nodal == act.nodal) return not_allowed("lesion " + act.lesion.text() + " is said to lie there already");
  for (const auto& [label, marks] : lesion.marks)
    if (act.nodal && marks.state && marks.state->state == "SPLIT")
      return not_allowed("lesion " + act.lesion.text() + " is SPLIT at \"" + label.text() + "\", which is not said of a lymph node (rule T4). Mark its parts first as lesions.");
  return Done{};
}

Verdict check_act(const Reading& reading, const PlaceCaliper& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  if (marks && marks->caliper) return not_allowed("lesion " + place_of(act) + " has a caliper. Move it instead.");
  return check_caliper(act.caliper);
}

Verdict check_act(const Reading& reading, const MoveCaliper& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  if (!marks || !marks->caliper) return not_allowed("lesion " + place_of(act) + " has no caliper to move. Place one.");
  if (*marks->caliper == act.caliper) return not_allowed("the caliper of lesion " + place_of(act) + " lies there already");
  return check_caliper(act.caliper);
}

/// One shape must not count as two lesions.
Verdict check_only_use(const Reading& reading, const AcceptSegmentation& act)
{
  for (const auto& lesion : reading.content().lesions)
  {
    const auto* marks = marks_at(reading, lesion.lesion.id, act.timepoint);
    if (lesion.lesion.id != act.lesion && marks && marks->mask && marks->mask->mask == act.mask.mask && marks->mask->label == act.mask.label)
      return not_allowed("lesion " + lesion.lesion.id.text() + " has the same segmentation at \"" + act.timepoint.text() + "\" (it would count twice)");
  }
  return Done{};
}

Verdict check_act(const Reading& reading, const AcceptSegmentation& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  if (auto checked = check_digest(act.mask.mask, "the digest of the mask"); !checked) return checked;
  if (act.mask.label && (*act.mask.label < 1 || *act.mask.label > 65535)) return invalid("the label must be a whole number from 1 to 65535");
  if (auto checked = check_name(act.mask.source, "the source of the segmentation"); !checked) return checked;
  return check_only_use(reading, act);
}

Verdict check_fragment(const Fragment& fragment)
{
  if (fragment.longest.has_value() == fragment.length.has_value()) return invalid("a part of a split lesion has either a line (\"longest\") or a length (\"length_mm\")");
  if (auto checked = check_uid(fragment.series.text(), "the series"); !checked) return checked;
  if (auto checked = check_uid(fragment.sop_instance.text(), "the image"); !checked) return checked;
  if (fragment.longest) return check_line(*fragment.longest, "the line of a part");
  const double length = fragment.length->value();
  return std::isfinite(length) && length >= 0 && length <= longest_part_mm ? Verdict(Done{}) : invalid("a part of a split lesion has an impossible length (mm)");
}

/// Parts are added (rule T4); a node is counted by its short axis, which parts do not have.
Verdict check_split(const Reading& reading, const SetState& act)
{
  const bool is_split = act.state.state == "SPLIT";
  if (is_split == act.state.fragments.empty()) return not_allowed("SPLIT and \"fragments\" go together (their lengths are added). Give both or none.");
  if (act.state.fragments.size() > most_fragments) return not_allowed("a lesion has at most " + std::to_string(most_fragments) + " parts");
  if (is_split && reading.find(act.lesion)->lesion.nodal)
    return not_allowed("SPLIT is not said of a lymph node (rule T4: the longest diameters of parts are added, of a node the short axis counts). Mark its parts as lesions, or set NOT_EVALUABLE.");
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
  if ((act.state.state == "MERGED_INTO") == carrier.empty()) return not_allowed("MERGED_INTO and \"merged_into\" go together (something must carry the size). Give both or none.");
  if (carrier.empty()) return Done{};
  const auto* known = reading.find(carrier);
  if (!known || known->lesion.role != measure::LesionRole::Target)
    return not_allowed("lesion " + place_of(act) + " is merged into \"" + carrier.text() + "\", which is no target (nothing would carry its size). Name the target that carries the mass.");
  if (leads_to(reading, carrier, act.lesion, act.timepoint))
    return not_allowed("lesions " + act.lesion.text() + " and " + carrier.text() + " would be merged into each other (nothing would carry their size). Measure one of them.");
  const auto* marks = marks_at(reading, carrier, act.timepoint);
  if (marks && marks->state && marks->state->state == "ABSENT")
    return not_allowed("lesion " + carrier.text() + " is ABSENT at \"" + act.timepoint.text() + "\" (it cannot carry another). Measure it first.");
  return Done{};
}

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

Verdict check_act(const Reading& reading, const ClearMarks& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  return marks_at(reading, act.lesion, act.timepoint) ? Verdict(Done{}) : not_allowed("nothing was marked on lesion " + place_of(act));
}

Verdict check_act(const Reading&, const AddComment& act)
{
  if (is_blank(act.text)) return invalid("the comment is empty");
  return check_text(act.text, "the comment");
}

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
  if (reading.content().timepoints.empty()) return not_allowed("there is no time point yet (an empty reading says nothing). Load images first.");
  if (!act.state.empty() && act.state != reading.state_digest()) return not_allowed("the lock names another state than the one that stands");
  return act.results.empty() ? Verdict(Done{}) : check_digest(act.results, "the digest of the results");
}

Verdict check_act(const Reading& reading, const Sign& act)
{
  if (reading.phase() == Phase::Draft) return not_allowed("a draft cannot be signed (it could still change). Lock it first.");
  if (!act.state.empty() && act.state != reading.locked_state()) return not_allowed("the signature names another state than the locked one");
  if (auto checked = check_name(act.meaning, "the meaning of the signature"); !checked) return checked;
  return act.language.empty() ? Verdict(Done{}) : check_name(act.language, "the language of the signature");
}

Verdict check_act(const Reading& reading, const Reopen&)
{
  return reading.phase() == Phase::Draft ? Verdict(not_allowed("the record is open already")) : Done{};
}

bool needs_why(const Act& act)
{
  return std::holds_alternative<Reopen>(act) || std::holds_alternative<WithdrawLesion>(act) || std::holds_alternative<Unblind>(act);
}

bool is_allowed_when_locked(const Act& act) { return std::holds_alternative<Sign>(act) || std::holds_alternative<Reopen>(act); }

Verdict check_phase(const Reading& reading, const Act& act)
{
  const bool begins = std::holds_alternative<BeginRecord>(act);
  if (begins != (reading.phase() == Phase::NotBegun)) return not_allowed(begins ? "the record has begun already" : "the record has not begun");
  const bool locked = reading.phase() == Phase::Locked || reading.phase() == Phase::Signed;
  if (locked && !is_allowed_when_locked(act))
    return Failure{RecordError::Locked, "version " + std::to_string(reading.version()) + " is " + std::string(name_of(reading.phase())) +
                                            " (it cannot change). Reopen it with a reason."};
  return Done{};
}

Verdict check_signer(const Reading& reading, const Command& command)
{
  if (!std::holds_alternative<Sign>(command.act)) return Done{};
  const auto& signatures = reading.signatures();
  const auto is_same = [&](const Signature& signature) { return signature.who == command.who; };
  if (std::any_of(signatures.begin(), signatures.end(), is_same)) return not_allowed(command.who.text() + " has signed this version already");
  return Done{};
}

Verdict check_person(const Command& command)
{
  if (auto checked = check_name(command.who.text(), "the name of the reader"); !checked) return checked;
  if (auto checked = check_text(command.why, "the reason"); !checked) return checked;
  if (needs_why(command.act) && is_blank(command.why))
    return Failure{RecordError::ReasonMissing, std::string(name_of(command.act)) + " needs a reason (the record must say why). Give it in words."};
  return Done{};
}

Act completed(const Reading& reading, Act act)
{
  if (auto* lock = std::get_if<Lock>(&act)) lock->state = reading.state_digest();
  if (auto* sign = std::get_if<Sign>(&act)) sign->state = reading.locked_state();
  return act;
}
}  // namespace

Result<Event> decide(const Reading& reading, const Command& command, const Stamp& stamp)
{
  if (auto checked = check_person(command); !checked) return checked.failure();
  if (auto checked = check_name(stamp.software, "the name of the software"); !checked) return checked.failure();
  if (auto checked = check_phase(reading, command.act); !checked) return checked.failure();
  if (auto checked = check_signer(reading, command); !checked) return checked.failure();
  const auto checked = std::visit([&](const auto& act) { return check_act(reading, act); }, command.act);
  if (!checked) return checked.failure();
  return Event{reading.events() + 1, stamp.when, command.who, command.why, stamp.software, completed(reading, command.act)};
}
}  // namespace nadir::reading
