#include "report/table/visible_text.h"

#include <charconv>
#include <optional>

#include "imaging/units/utf8_text.h"

namespace nadir::report
{
namespace
{
constexpr std::string_view mark = "{U+";

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }
bool is_plain_ascii(char32_t value) { return value >= 0x20 && value < 0x7F; }

std::string spelled(char32_t value)
{
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (int shift = 20; shift >= 0; shift -= 4)
    if (shift < 16 || value >> shift) hex += digits[(value >> shift) & 15];
  return std::string(mark) + hex + "}";
}

template <class IsKept> std::string spelled_where_needed(std::string_view text, IsKept is_kept)
{
  std::string made;
  made.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
  {
    const auto next = first_code_point(text.substr(at));
    const bool is_mark = text.substr(at).starts_with(mark);
    if (!is_mark && is_kept(next.value, at, at + next.bytes == text.size())) append_utf8(made, next.value);
    else made += spelled(next.value);
    at += next.bytes;
  }
  return made;
}

/// The character that a text beginning with "{U+" spells, with the bytes it takes.
std::optional<CodePoint> unspelled(std::string_view text)
{
  const auto end = text.find('}');
  if (end == std::string_view::npos || end < mark.size() + 4 || end > mark.size() + 6) return std::nullopt;
  std::uint32_t value = 0;
  const auto* last = text.data() + end;
  const auto read = std::from_chars(text.data() + mark.size(), last, value, 16);
  if (read.ec != std::errc{} || read.ptr != last || value > 0x10FFFF) return std::nullopt;
  return CodePoint{value, end + 1};
}
}  // namespace

std::string visible_text(std::string_view text)
{
  return spelled_where_needed(text, [](char32_t value, std::size_t, bool) { return !is_control(value); });
}

std::string ascii_text(std::string_view text)
{
  return spelled_where_needed(text, [](char32_t value, std::size_t at, bool is_last)
                              { return is_plain_ascii(value) && (value != ' ' || (at > 0 && !is_last)); });
}

std::string original_text(std::string_view text)
{
  std::string made;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark))
  {
    made += text.substr(0, at);
    text.remove_prefix(at);
    const auto character = unspelled(text);
    if (character) append_utf8(made, character->value);
    else made += text.front();
    text.remove_prefix(character ? character->bytes : 1);
  }
  return made += text;
}
}  // namespace nadir::report
