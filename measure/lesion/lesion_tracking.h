#pragma once

#include <string>
#include <string_view>

namespace nadir::measure
{
/// What the objects that a lesion was imported from call it (DICOM Tracking Unique Identifier and Tracking Identifier). It stays with the
/// lesion into every export, so that a receiver who knows the lesion already finds it again. Both are empty for a lesion that was first
/// marked here.
struct LesionTracking
{
  std::string uid;         ///< a unique identifier in the sense of is_unique_identifier, or ""
  std::string identifier;  ///< in their maker's words, as they stood: "Cornerstone3DTools@^0.1.0:Bidirectional:T01"

  bool empty() const { return uid.empty() && identifier.empty(); }
  bool operator==(const LesionTracking&) const = default;
};

/// A DICOM UID (PS3.5 section 9.1): numbers without leading zeros, separated by points, 64 characters at most.
bool is_unique_identifier(std::string_view text);
}  // namespace nadir::measure
