#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nadir::imaging::detail
{
/// A text without blanks in front, and without blanks and NULs behind.
std::string_view without_padding(std::string_view text);

/// One DS value without padding, PS3.5 table 6.2-1 (but up to 64 characters); nullopt for anything else.
std::optional<double> parse_decimal_string(std::string_view text);

/// One IS value without padding, PS3.5 table 6.2-1; nullopt for anything else.
std::optional<double> parse_integer_string(std::string_view text);

/// A unique identifier as PS3.5 section 9.1 has it (digits and dots, at most 64), or with the letters, "-" and "_" that
/// anonymisers put there (hexadecimal digests). Never a path, a control character or "..".
bool is_identifier(std::string_view text);

/// Text for a message: printable ASCII as it is, the rest as \xHH, cut after 40 characters.
std::string escaped(std::string_view text);
}  // namespace nadir::imaging::detail
