#include "report/table/json_text.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "imaging/units/utf8_text.h"

namespace nadir::report
{
namespace
{
std::string unicode_escape(char32_t control)
{
  constexpr std::string_view digits = "0123456789abcdef";
  return std::string("\\u00") + digits[control >> 4] + digits[control & 15];
}

std::string escaped(char32_t character)
{
  switch (character)
  {
  case '"': return "\\\"";
  case '\\': return "\\\\";
  case '\n': return "\\n";
  case '\r': return "\\r";
  case '\t': return "\\t";
  default: break;
  }
  if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return unicode_escape(character);
  std::string text;
  append_utf8(text, character);
  return text;
}

/// ASCII that stands in JSON as it is.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

std::string number_or_null(double value) { return std::isfinite(value) ? format_number(value) : "null"; }
}  // namespace

std::string json_quoted(std::string_view text)
{
  std::string out = "\"";
  while (!text.empty())
  {
    const auto plain = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const CodePoint next = first_code_point(text);
    out += escaped(next.value);
    text.remove_prefix(next.bytes);
  }
  return out + '"';
}

void JsonText::new_line()
{
  out_ += '\n';
  out_.append(2 * values_in_open_.size(), ' ');
}

void JsonText::begin_value()
{
  if (after_key_)
  {
    after_key_ = false;
    return;
  }
  if (values_in_open_.empty()) return;
  if (values_in_open_.back()++ > 0) out_ += ',';
  new_line();
}

void JsonText::key(std::string_view name)
{
  begin_value();
  out_ += json_quoted(name) + ": ";
  after_key_ = true;
}

void JsonText::literal(std::string_view text)
{
  begin_value();
  out_ += text;
}

void JsonText::open(char bracket)
{
  begin_value();
  out_ += bracket;
  values_in_open_.push_back(0);
}

void JsonText::close(char bracket)
{
  NADIR_EXPECTS(!values_in_open_.empty() && !after_key_);
  const bool has_values = values_in_open_.back() > 0;
  values_in_open_.pop_back();
  if (has_values) new_line();
  out_ += bracket;
}

void JsonText::number(double value) { literal(number_or_null(value)); }

void JsonText::text(std::string_view value) { literal(json_quoted(value)); }

void JsonText::point(const PatientPoint& point)
{
  std::string text = "[";
  text += number_or_null(point.left);
  text += ", ";
  text += number_or_null(point.posterior);
  text += ", ";
  text += number_or_null(point.superior);
  text += ']';
  literal(text);
}

std::string JsonText::finish() &&
{
  NADIR_EXPECTS(values_in_open_.empty() && !after_key_);
  return std::move(out_) + '\n';
}
}  // namespace nadir::report
