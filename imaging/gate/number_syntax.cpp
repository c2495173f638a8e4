#include "imaging/gate/number_syntax.h"

#include <cstdint>
#include <limits>

#include "imaging/units/number_text.h"

namespace nadir::imaging::detail
{
namespace
{
constexpr std::size_t longest_decimal = 64;
constexpr std::size_t longest_integer = 12;
constexpr std::size_t longest_uid = 64;
constexpr std::size_t longest_quote = 40;

bool consists_of(std::string_view text, std::string_view allowed) { return text.find_first_not_of(allowed) == std::string_view::npos; }
void append_escaped(std::string& quote, char c)
{
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto code = static_cast<unsigned char>(c);
  const bool is_plain = code >= 0x20 && code < 0x7f && c != '\\' && c != '"';
  if (is_plain) quote += c;
  else if (c == '\\') quote += "\\\\";
  else quote.append("\\x").append(1, digits[code >> 4]).append(1, digits[code & 0xf]);
}
}  // namespace

std::string_view without_padding(std::string_view text)
{
  const auto last = text.find_last_not_of(std::string_view(" \0", 2));
  if (last == std::string_view::npos) return {};
  text = text.substr(0, last + 1);
  const auto first = text.find_first_not_of(' ');
  return text.substr(first);
}

std::optional<double> parse_decimal_string(std::string_view text)
{
  if (text.size() > longest_decimal || !consists_of(text, "0123456789+-.eE")) return std::nullopt;
  return parse_number(text);
}

std::optional<double> parse_integer_string(std::string_view text)
{
  if (text.size() > longest_integer || !consists_of(text, "0123456789+-")) return std::nullopt;
  const auto value = parse_integer(text);
  if (!value || *value < std::numeric_limits<std::int32_t>::min() || *value > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
  return static_cast<double>(*value);
}

bool is_identifier(std::string_view text)
{
  static constexpr std::string_view allowed = "0123456789.-_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  if (text.empty() || text.size() > longest_uid || !consists_of(text, allowed)) return false;
  return text.front() != '.' && text.back() != '.' && text.find("..") == std::string_view::npos;
}

std::string escaped(std::string_view text)
{
  std::string quote;
  for (const char c : text.substr(0, longest_quote)) append_escaped(quote, c);
  return text.size() > longest_quote ? quote + "..." : quote;
}
}  // namespace nadir::imaging::detail
