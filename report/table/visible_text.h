#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// Well-formed UTF-8 without control characters, for receivers that lose or refuse those: each control character becomes "{U+000A}", and
/// "{U+" itself "{U+007B}U+", so that `original_text` gives back the text. Bytes that are no UTF-8 become U+FFFD for good.
std::string visible_text(std::string_view text);

/// The same in printable ASCII only: every other character becomes "{U+4E2D}", and so does a blank at the beginning or the end, which
/// padded formats lose.
std::string ascii_text(std::string_view text);

/// The text that `visible_text` or `ascii_text` was given.
std::string original_text(std::string_view text);
}  // namespace nadir::report
