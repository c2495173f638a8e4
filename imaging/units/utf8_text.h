#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nadir
{
/// One character of a text: its Unicode scalar value and how many bytes it took.
struct CodePoint
{
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// Bytes of the well-formed UTF-8 sequence that a text begins with (Unicode Standard, table 3-7: no overlong forms, no surrogates, nothing
/// above U+10FFFF); 0 when there is none.
std::size_t utf8_sequence_length(std::string_view text);

/// Whether a text is well-formed UTF-8.
bool is_utf8(std::string_view text);

/// First character of a text that is not empty. A byte that begins no well-formed sequence is read alone, as U+FFFD.
CodePoint first_code_point(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);
}  // namespace nadir
