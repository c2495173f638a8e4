#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// A text in which each stretch of words that are written from right to left (Arabic, Hebrew, ...) is kept apart by U+2067 and U+2069
/// (Unicode UAX #9), so that numbers beside a name stay beside it: without them, "T03 (Arabic name): 40.0 mm" shows 40.0 in front of the
/// name. Digits are never inside. A text without such words comes back as it is.
std::string isolated_words(std::string_view utf8);
}  // namespace nadir::report
