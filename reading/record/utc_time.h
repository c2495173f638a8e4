#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nadir::reading
{
/// A moment in UTC, to the millisecond.
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// ISO 8601, always the same length: "2026-11-23T17:10:35.123Z". Years 0 to 9999.
std::string format_utc(UtcTime time);

/// Reads exactly what format_utc writes; anything else -> nullopt.
std::optional<UtcTime> parse_utc(std::string_view text);

/// The clock of the machine.
UtcTime utc_now();
}  // namespace nadir::reading
