#include "reading/command/text_rules.h"

#include <algorithm>

namespace nadir::reading
{
namespace
{
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_text = 64u << 10;

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Bytes of the well-formed sequence at the beginning (Unicode standard, table 3-7); 0 when there is none.
std::size_t sequence_length(std::string_view text)
{
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  const unsigned lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte_at(text, 1) < lowest || byte_at(text, 1) > highest) return 0;
  for (std::size_t k = 2; k < length; ++k)
    if (byte_at(text, k) < 0x80 || byte_at(text, k) > 0xBF) return 0;
  return length;
}

bool is_hexadecimal(std::string_view text, std::size_t digits)
{
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
}  // namespace

bool is_utf8(std::string_view text)
{
  while (!text.empty())
  {
    const auto length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_white); }

bool is_digest(const Digest& digest) { return is_hexadecimal(digest.text(), 64); }

bool is_record_id(const RecordId& id) { return is_hexadecimal(id.text(), 32); }

std::optional<std::string> name_problem(std::string_view name)
{
  if (is_blank(name)) return "is empty";
  if (name.size() > longest_name) return "is longer than 200 bytes";
  if (!is_utf8(name)) return "is no UTF-8 text";
  if (std::any_of(name.begin(), name.end(), is_control)) return "has control characters";
  return std::nullopt;
}

std::optional<std::string> text_problem(std::string_view text)
{
  if (text.size() > longest_text) return "is longer than 64 KiB";
  if (!is_utf8(text)) return "is no UTF-8 text";
  if (std::any_of(text.begin(), text.end(), [](char c) { return is_control(c) && !is_white(c); })) return "has control characters";
  return std::nullopt;
}
}  // namespace nadir::reading
