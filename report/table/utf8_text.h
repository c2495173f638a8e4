#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nadir::report
{
/// One character of a text: its Unicode scalar value and how many bytes it took.
struct CodePoint
{
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// First character of a text that is not empty. A byte that begins no well-formed UTF-8 sequence (overlong forms, surrogates and
/// values above U+10FFFF included) is read alone, as U+FFFD.
CodePoint first_code_point(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);
}  // namespace nadir::report
