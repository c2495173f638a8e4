#include "report/document/html.h"

#include "report/table/utf8_text.h"

namespace nadir::report
{
namespace
{
bool turns_direction(char32_t c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

std::string hexadecimal(char32_t value)
{
  std::string digits;
  for (int shift = 12; shift >= 0; shift -= 4) digits += "0123456789ABCDEF"[(value >> shift) & 15];
  return digits;
}

/// The picture of a control character (U+2400 ...), or U+FFFD where there is none.
char32_t picture_of(char32_t control)
{
  if (control < 0x20) return 0x2400 + control;
  return control == 0x7F ? 0x2421 : 0xFFFD;
}

void append_escaped(std::string& out, char32_t c)
{
  switch (c)
  {
  case '&': out += "&amp;"; return;
  case '<': out += "&lt;"; return;
  case '>': out += "&gt;"; return;
  case '"': out += "&quot;"; return;
  case '\'': out += "&#39;"; return;
  default: break;
  }
  if (turns_direction(c))
    out.append("[U+").append(hexadecimal(c)).append("]");
  else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
    append_utf8(out, picture_of(c));
  else
    append_utf8(out, is_noncharacter(c) ? 0xFFFD : c);
}

std::string escaped(std::string_view text)
{
  std::string out;
  out.reserve(text.size());
  while (!text.empty())
  {
    const CodePoint next = first_code_point(text);
    append_escaped(out, next.value);
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string opening(std::string_view name, const Attributes& attributes)
{
  std::string tag = "<";
  tag += name;
  for (const auto& [attribute, value] : attributes) tag.append(" ").append(attribute).append("=\"").append(escaped(value)).append("\"");
  return tag;
}
}  // namespace

Html& Html::operator+=(const Html& other)
{
  markup_ += other.markup_;
  return *this;
}

Html text(std::string_view text) { return Html(escaped(text)); }

Html element(std::string_view name, const Attributes& attributes, const Html& content)
{
  std::string markup = opening(name, attributes);
  markup.reserve(markup.size() + content.markup().size() + 2 * name.size() + 8);
  markup.append(">").append(content.markup()).append("</").append(name).append(">");
  return Html(std::move(markup));
}

Html element(std::string_view name, const Html& content) { return element(name, {}, content); }

Html empty_element(std::string_view name, const Attributes& attributes) { return Html(opening(name, attributes).append("/>")); }

Html style_element(std::string_view sheet)
{
  std::string markup = "<style>";
  markup.append(sheet).append("</style>");
  return Html(std::move(markup));
}
}  // namespace nadir::report
