#include "reading/command/check_parts.h"

#include <algorithm>
#include <cmath>

#include "measure/response/lesion_state.h"
#include "reading/command/text_rules.h"

namespace nadir::reading
{
namespace
{
constexpr double farthest_mm = 1e5;

/// A target or non-target lesion was there at baseline; what appears later is new (rule N2).
bool contradicts_role(const Reading& reading, const TimepointLabel& timepoint, std::string_view state, measure::LesionRole role)
{
  return state == "ABSENT" && role != measure::LesionRole::New && reading.content().timepoints.front().label == timepoint;
}
}  // namespace

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
  return is_digest(digest) ? Verdict(Done{})
                           : invalid(what + " is no SHA-256 (its bytes could not be found again). Give 64 hexadecimal digits.");
}

Verdict check_uid(const std::string& uid, const std::string& what)
{
  const auto is_uid_character = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  const bool holds = uid.size() <= 64 && std::all_of(uid.begin(), uid.end(), is_uid_character);
  return holds ? Verdict(Done{}) : invalid(what + " is no DICOM UID (digits and dots, at most 64)");
}

Verdict check_timepoint(const Reading& reading, const TimepointLabel& label)
{
  return reading.find(label) ? Verdict(Done{}) : not_allowed("there is no time point \"" + label.text() + "\". Load its images first.");
}

Verdict check_lesion(const Reading& reading, const LesionId& lesion)
{
  return reading.find(lesion) ? Verdict(Done{}) : not_allowed("there is no lesion \"" + lesion.text() + "\". Mark it first.");
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

const LesionMarks* marks_at(const Reading& reading, const LesionId& id, const TimepointLabel& label)
{
  const auto* lesion = reading.find(id);
  if (!lesion) return nullptr;
  const auto found = lesion->marks.find(label);
  return found == lesion->marks.end() ? nullptr : &found->second;
}

Verdict check_state_and_role(const Reading& reading, const TimepointLabel& timepoint, const std::string& state, measure::LesionRole role)
{
  const auto known = measure::parse_lesion_state(state);
  if (!known || name_of(*known) != state) return not_allowed("\"" + state + "\" is no state of a lesion (rules N3, NT1, NL1)");
  if (!is_allowed(*known, role))
    return not_allowed("the state " + state + " cannot be said of a " + std::string(name_of(role)) + " lesion");
  if (contradicts_role(reading, timepoint, state, role))
    return not_allowed("a " + std::string(name_of(role)) + " lesion is not absent at baseline. Mark it as new if it appeared later.");
  return Done{};
}

/// Without the lesion, what it carries (rule T4) would be carried by nothing.
Verdict check_carries_nothing(const Reading& reading, const LesionId& carrier, const TimepointLabel* only_at, const std::string& why)
{
  for (const auto& lesion : reading.content().lesions)
    for (const auto& [label, marks] : lesion.marks)
      if (marks.state && marks.state->merged_into == carrier && (!only_at || *only_at == label))
        return not_allowed("lesion " + carrier.text() + " carries lesion " + lesion.lesion.id.text() + " at \"" + label.text() + "\" (" +
                           why + "). Say first what became of " + lesion.lesion.id.text() + ".");
  return Done{};
}
}  // namespace nadir::reading
