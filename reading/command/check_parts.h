#pragma once

#include <string>

#include "imaging/result/result.h"
#include "reading/record/reading.h"
#include "reading/record/record_error.h"

/// What several acts are checked for, each with its refusal in words.
namespace nadir::reading
{
using Verdict = Result<Done>;

Failure not_allowed(std::string message);
Failure invalid(std::string message);

Verdict check_name(const std::string& name, const std::string& what);
Verdict check_text(const std::string& text, const std::string& what);
Verdict check_digest(const Digest& digest, const std::string& what);
Verdict check_uid(const std::string& uid, const std::string& what);
Verdict check_timepoint(const Reading& reading, const TimepointLabel& label);
Verdict check_lesion(const Reading& reading, const LesionId& lesion);

bool is_in_reach(const PatientPoint& point);
Verdict check_line(const Line& line, const std::string& what);

/// What is marked on a lesion at a time point; nullptr where nothing is.
const LesionMarks* marks_at(const Reading& reading, const LesionId& id, const TimepointLabel& label);

/// Whether a state is one that a lesion of this role can have at this time point.
Verdict check_state_and_role(const Reading& reading, const TimepointLabel& timepoint, const std::string& state, measure::LesionRole role);

/// Without the lesion, what it carries (rule T4) would be carried by nothing. `only_at`: nullptr = at any time point.
Verdict check_carries_nothing(const Reading& reading, const LesionId& carrier, const TimepointLabel* only_at, const std::string& why);

template <class Placed> Verdict check_place(const Reading& reading, const Placed& act)
{
  const auto lesion = check_lesion(reading, act.lesion);
  return lesion ? check_timepoint(reading, act.timepoint) : lesion;
}

template <class Placed> std::string place_of(const Placed& act) { return act.lesion.text() + " at \"" + act.timepoint.text() + "\""; }
}  // namespace nadir::reading
