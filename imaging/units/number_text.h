#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nadir
{
/// Parses a whole text as a decimal number with `std::from_chars`: no locale, no leading blanks, no trailing rest.
/// Not finite, empty or partly read -> nullopt. A leading '+' is accepted, a comma never.
std::optional<double> parse_number(std::string_view text);

/// Parses a whole text as a decimal integer; out of range or partly read -> nullopt.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// Shortest text that reads back as the same double (`std::to_chars`); "." is always the decimal sign.
std::string format_number(double value);
/// The same, added to a text.
void append_number(std::string& text, double value);

/// Fixed number of decimals, "." as the decimal sign, never "-0.00". Rounds half away from zero on the decimal
/// value of the double (2.25 -> "2.3").
std::string format_fixed(double value, int decimals);
}  // namespace nadir
