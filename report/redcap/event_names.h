#pragma once

#include <string>
#include <vector>

namespace nadir::report::redcap
{
/// The unique names that REDCap gives to events of arm 1: small letters and digits, '_' for blanks, 18 characters at most, "_arm_1" behind.
/// A name that is left without letters, or that an earlier event has, becomes "event_3" with the position of the event.
std::vector<std::string> unique_event_names(const std::vector<std::string>& names);
}  // namespace nadir::report::redcap
