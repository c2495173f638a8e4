#include "report/dicom_object/dicom_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "imaging/units/utf8_text.h"
#include "report/table/visible_text.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_decimal = 16;

bool is_control(char32_t character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

std::string without_outer_blanks(const std::string& text)
{
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Every character through `replace`, which gives 0 for what is dropped.
template <class Replace> std::string mapped(std::string_view text, Replace replace)
{
  std::string out;
  while (!text.empty())
  {
    const auto next = first_code_point(text);
    if (const char32_t character = replace(next.value)) append_utf8(out, character);
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string first_characters(std::string_view text, std::size_t characters)
{
  std::size_t bytes = 0;
  for (; characters > 0 && bytes < text.size(); --characters) bytes += first_code_point(text.substr(bytes)).bytes;
  return std::string(text.substr(0, bytes));
}

std::string with_precision(double value, int digits)
{
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits).ptr;
  return {buffer.data(), end};
}
}  // namespace

std::string fitting_text(std::string_view text, std::size_t characters)
{
  const auto clean = mapped(text, [](char32_t c) { return is_control(c) ? U' ' : c == U'\\' ? U'/' : c; });
  return without_outer_blanks(first_characters(without_outer_blanks(clean), characters));
}

std::string free_text(std::string_view text)
{
  return mapped(text, [](char32_t c) { return c == U'\n' || c == U'\r' ? c : is_control(c) ? U' ' : c; });
}

std::string carried_text(std::string_view text)
{
  constexpr std::string_view blank = "{U+0020}";
  auto carried = visible_text(text);
  if (carried.ends_with(' ')) carried.replace(carried.size() - 1, 1, blank);
  if (carried.starts_with(' ')) carried.replace(0, 1, blank);
  return carried;
}

std::string person_name(std::string_view name)
{
  std::string one_spelling(name);
  std::replace(one_spelling.begin(), one_spelling.end(), '=', ' ');
  return fitting_text(one_spelling, 64);
}

std::string decimal_string(double value)
{
  NADIR_EXPECTS(std::isfinite(value));
  auto text = format_number(value);
  for (int digits = 16; text.size() > longest_decimal; --digits) text = with_precision(value, digits);
  // Rounded up, the largest numbers leave the range of a double.
  return parse_number(text) ? text : decimal_string(value * (1.0 - 1e-9));
}
}  // namespace nadir::report
