#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nadir::report
{
/// A DICOM UID that follows from the parts alone: "2.25." and the decimal value of a UUID (version 8, RFC 9562) whose bits come from the
/// SHA-256 of the parts with their lengths. The first part says what is named, e.g. "lesion". At most 44 characters.
std::string derived_uid(const std::vector<std::string_view>& parts);
}  // namespace nadir::report
