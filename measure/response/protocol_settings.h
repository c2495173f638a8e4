#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "measure/response/protocol.h"

namespace nadir::measure
{
/// One setting of a protocol as a protocol file and a report name it.
struct ProtocolSetting
{
  std::string_view key;      ///< "length_quantum_mm"
  std::string_view unit;     ///< "mm", "days", "%", "true/false", "date", "count"
  std::string_view source;   ///< rule or question of the specification, "N4, Q3"
  std::string_view meaning;  ///< one line in words
};

/// Every setting but the volume limits, in the order a page prints them.
const std::vector<ProtocolSetting>& protocol_settings();

/// The value of one setting as text: "0.1", "true", "42", "2024-01-31", "baseline". An unknown key is a bug.
std::string setting_value(const Protocol& protocol, std::string_view key);

/// The protocol with one setting changed. Values are text as `setting_value` gives it; for reference_date "baseline" or a day.
/// Failure{ProtocolUnknownKey} or Failure{ProtocolInvalid}, each naming key, value and what is allowed.
Result<Protocol> with_setting(Protocol protocol, std::string_view key, std::string_view value);

/// What differs from the specification's choice, one line a setting:
/// "minimum_stable_days is 56 instead of 42 days (R4: ...)". Volume limits included. Empty = the default protocol.
std::vector<std::string> differences_from_default(const Protocol& protocol);
}  // namespace nadir::measure
