#include "reading/audit/event_words.h"

#include "imaging/units/number_text.h"

namespace nadir::reading
{
namespace
{
template <class... Function> struct Overloaded : Function...
{
  using Function::operator()...;
};

std::string quoted(const std::string& text) { return "\"" + text + "\""; }
std::string shortened(const Digest& digest) { return digest.empty() ? "none" : digest.text().substr(0, 12); }

template <class Placed> std::string place_of(const Placed& act) { return act.lesion.text() + " at " + quoted(act.timepoint.text()); }

std::string length_of(const Line& line) { return format_fixed(distance(line.from, line.to).value(), 1) + " mm"; }

std::string size_of(const DrawnCaliper& caliper)
{
  return caliper.short_axis ? length_of(caliper.longest) + " x " + length_of(*caliper.short_axis) : length_of(caliper.longest);
}

std::string words_of(const AcceptedMask& mask)
{
  const auto label = mask.label ? ", label " + std::to_string(*mask.label) : std::string();
  return "segmentation " + shortened(mask.mask) + label + " (" + mask.source + ")";
}

std::string threshold_digits(const std::string& quantity, double value) { return format_fixed(value, quantity == "ADC" ? 0 : 2); }

std::string unit_of(const std::string& quantity) { return quantity == "ADC" ? " 1e-6 mm2/s" : " x reference tissue"; }

std::string words_of(const measure::StatedThreshold& threshold)
{
  return threshold.quantity + " " + threshold_digits(threshold.quantity, threshold.value) + unit_of(threshold.quantity);
}

std::string parts_of(const StatedState& state)
{
  std::string parts;
  for (const auto& fragment : state.fragments)
    parts += (parts.empty() ? " into " : " + ") + format_fixed(length_of(fragment).value(), 1) + " mm";
  return state.merged_into.empty() ? parts : " " + state.merged_into.text();
}

std::string words_of(const StatedState& state)
{
  const auto words = state.state + parts_of(state);
  return state.reason.empty() ? words : words + " (" + state.reason + ")";
}

std::string shift_words(const PatientVector& shift)
{
  return "(" + format_fixed(shift.left, 1) + ", " + format_fixed(shift.posterior, 1) + ", " + format_fixed(shift.superior, 1) + ") mm";
}

std::string organ_of(const measure::Lesion& lesion) { return lesion.organ + (lesion.nodal ? ", lymph node" : ""); }

std::string organ_before(const Reading& before, const LesionId& lesion)
{
  const auto* known = before.find(lesion);
  return known ? organ_of(known->lesion) : "";
}

std::string seen_words(const TimepointLabel& timepoint)
{
  return timepoint.empty() ? "no results can be seen" : "of results those of " + quoted(timepoint.text()) + " can be seen";
}

const LesionMarks& marks_before(const Reading& before, const LesionId& lesion, const TimepointLabel& timepoint)
{
  static const LesionMarks none;
  const auto* known = before.find(lesion);
  if (!known) return none;
  const auto found = known->marks.find(timepoint);
  return found == known->marks.end() ? none : found->second;
}

/// What the threshold takes the place of.
std::string threshold_before(const Reading& before, const SetNecrosisThreshold& act)
{
  const auto& old = marks_before(before, act.lesion, act.timepoint).threshold;
  const auto automatic =
      act.automatic ? "automatic " + threshold_digits(act.threshold.quantity, *act.automatic) : std::string("the automatic one");
  return old ? words_of(*old) + " (" + automatic + ")" : automatic;
}

template <class Placed> std::string instead_of(const Reading& before, const Placed& act)
{
  const auto& marks = marks_before(before, act.lesion, act.timepoint);
  return marks.is_empty() ? "" : " (there was: " + in_words(marks) + ")";
}

std::string role_before(const Reading& before, const LesionId& lesion)
{
  const auto* known = before.find(lesion);
  return known ? std::string(name_of(known->lesion.role)) : "";
}

std::string words_of(const measure::Lesion& lesion)
{
  return std::string(name_of(lesion.role)) + " lesion " + lesion.id.text() + " (" + organ_of(lesion) + ")";
}

std::string step_words(const std::string& verb, const std::vector<std::int64_t>& steps, std::size_t at)
{
  return verb + (steps.empty() ? " nothing" : " event " + std::to_string(steps[at]));
}
}  // namespace

std::string in_blinded_words(const Event& event, const Reading& before, const TimepointLabel& shown)
{
  const auto placed = [&](const std::string& verb, const auto& act)
  { return act.timepoint == shown ? in_words(event, before) : verb + " " + place_of(act); };
  return std::visit(
      Overloaded{[&](const PlaceCaliper& act) { return placed("placed a caliper on", act); },
                 [&](const MoveCaliper& act) { return placed("moved the caliper of", act); },
                 [&](const AcceptSegmentation& act) { return placed("accepted a segmentation for", act); },
                 [&](const SetNecrosisThreshold& act) { return placed("set the necrosis threshold of", act); },
                 [&](const ResetNecrosisThreshold& act) { return placed("went back to the automatic necrosis threshold of", act); },
                 [&](const SetState& act) { return placed("stated what became of", act); },
                 [&](const ClearMarks& act) { return placed("took away what was marked on", act); },
                 [](const AddComment&) { return std::string("commented"); }, [&](const auto&) { return in_words(event, before); }},
      event.act);
}

std::string in_words(const LesionMarks& marks)
{
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " and ") + part; };
  if (marks.caliper) add("caliper " + size_of(*marks.caliper));
  if (marks.mask) add(words_of(*marks.mask));
  if (marks.threshold) add("necrosis threshold " + words_of(*marks.threshold));
  if (marks.state) add("state " + words_of(*marks.state));
  return text.empty() ? "nothing" : text;
}

std::string in_words(const Event& event, const Reading& before)
{
  return std::visit(
      Overloaded{
          [](const BeginRecord& act) { return "began the record of " + quoted(act.patient); },
          [](const LoadImages& act)
          { return "loaded the images of " + quoted(act.timepoint.text()) + ", digest " + shortened(act.images); },
          [](const ChooseSeries& act) { return "chose series " + act.series.text() + " at " + quoted(act.timepoint.text()); },
          [&](const UseProtocol& act)
          { return "took protocol " + shortened(act.protocol) + " instead of " + shortened(before.content().protocol); },
          [](const ConfirmQuestion& act) { return "answered " + quoted(act.question) + " with yes"; },
          [](const AlignDate& act)
          { return "moved the images of " + quoted(act.timepoint.text()) + " against baseline by hand to " + shift_words(act.offset); },
          [](const MarkLesion& act) { return "marked " + words_of(act.lesion); },
          [&](const WithdrawLesion& act) { return "withdrew " + role_before(before, act.lesion) + " lesion " + act.lesion.text(); },
          [&](const Reclassify& act)
          {
            return "reclassified lesion " + act.lesion.text() + " from " + role_before(before, act.lesion) + " to " +
                   std::string(name_of(act.role));
          },
          [&](const ChangeOrgan& act)
          {
            return "corrected the organ of lesion " + act.lesion.text() + " from " + organ_before(before, act.lesion) + " to " +
                   organ_of({act.lesion, {}, act.organ, act.nodal});
          },
          [&](const PlaceCaliper& act)
          { return "placed a caliper on " + place_of(act) + ": " + size_of(act.caliper) + instead_of(before, act); },
          [&](const MoveCaliper& act)
          {
            const auto& old = marks_before(before, act.lesion, act.timepoint).caliper;
            return "moved the caliper of " + place_of(act) + " from " + (old ? size_of(*old) : "nowhere") + " to " + size_of(act.caliper);
          },
          [&](const AcceptSegmentation& act)
          { return "accepted " + words_of(act.mask) + " for " + place_of(act) + instead_of(before, act); },
          [&](const SetNecrosisThreshold& act)
          {
            return "set the necrosis threshold of " + place_of(act) + " to " + words_of(act.threshold) + " instead of " +
                   threshold_before(before, act);
          },
          [&](const ResetNecrosisThreshold& act)
          {
            const auto& old = marks_before(before, act.lesion, act.timepoint).threshold;
            return "went back to the automatic necrosis threshold of " + place_of(act) + (old ? " from " + words_of(*old) : "");
          },
          [&](const SetState& act) { return "set " + place_of(act) + " to " + words_of(act.state) + instead_of(before, act); },
          [&](const ClearMarks& act) { return "took away what was marked on " + place_of(act) + instead_of(before, act); },
          [](const AddComment& act) { return "commented: " + act.text; },
          [](const Blind& act) { return "began to read blinded: " + seen_words(act.timepoint); },
          [](const Unblind&) { return std::string("ended blinding: everything can be seen"); },
          [](const ShowTimepoint& act) { return "turned to " + quoted(act.timepoint.text()) + ": " + seen_words(act.timepoint); },
          [&](const Undo&) { return step_words("undid", before.undoable(), before.undoable().empty() ? 0 : before.undoable().size() - 1); },
          [&](const Redo&) { return step_words("did again", before.redoable(), 0); },
          [&](const Lock&) {
            return "locked version " + std::to_string(before.version()) +
                   (before.is_blinded() ? ", read blinded; everything can be seen" : "");
          },
          [&](const Sign& act)
          {
            return "signed version " + std::to_string(before.version()) + ": " + quoted(act.meaning) +
                   (act.language.empty() ? "" : " [" + act.language + "]");
          },
          [&](const Reopen&) { return "opened version " + std::to_string(before.version() + 1); }},
      event.act);
}
}  // namespace nadir::reading
