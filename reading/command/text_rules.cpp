#include "reading/command/text_rules.h"

#include <algorithm>

#include "imaging/units/utf8_text.h"

namespace nadir::reading
{
namespace
{
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_text = 64u << 10;

bool is_hexadecimal(std::string_view text, std::size_t digits)
{
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
}  // namespace

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
