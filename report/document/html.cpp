#include "report/document/html.h"

#include <algorithm>

#include "imaging/units/utf8_text.h"
#include "report/document/isolated_words.h"

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

void append_shown(std::string& out, char32_t c)
{
  if (turns_direction(c)) out.append("[U+").append(hexadecimal(c)).append("]");
  else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) append_utf8(out, picture_of(c));
  else append_utf8(out, is_noncharacter(c) ? 0xFFFD : c);
}

std::string shown(std::string_view text)
{
  std::string out;
  out.reserve(text.size());
  while (!text.empty())
  {
    const CodePoint next = first_code_point(text);
    append_shown(out, next.value);
    text.remove_prefix(next.bytes);
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text)
{
  for (const char c : text)
  {
    switch (c)
    {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default: out += c;
    }
  }
}

void append_opening(std::string& out, const HtmlNode& node)
{
  out.append("<").append(node.name);
  for (const auto& [attribute, value] : node.attributes)
  {
    out.append(" ").append(attribute).append("=\"");
    append_escaped(out, value);
    out += '"';
  }
}

void append_markup(std::string& out, const HtmlNode& node);

void append_markup(std::string& out, const Html& content)
{
  for (const auto& node : content.nodes()) append_markup(out, *node);
}

void append_markup(std::string& out, const HtmlNode& node)
{
  switch (node.kind)
  {
  case HtmlNode::Kind::Text: append_escaped(out, node.words); return;
  case HtmlNode::Kind::StyleSheet: out.append("<style>").append(node.words).append("</style>"); return;
  case HtmlNode::Kind::EmptyElement:
    append_opening(out, node);
    out += "/>";
    return;
  case HtmlNode::Kind::Element: break;
  }
  append_opening(out, node);
  out += '>';
  append_markup(out, node.content);
  out.append("</").append(node.name).append(">");
}

Attributes shown(Attributes attributes)
{
  for (auto& [name, value] : attributes) value = shown(value);
  return attributes;
}
}  // namespace

Html::Html(HtmlNode node) { nodes_.push_back(std::make_shared<const HtmlNode>(std::move(node))); }

Html Html::only(std::string_view class_name) const
{
  Html kept;
  for (const auto& node : nodes_)
    if (node->has_class(class_name)) kept.nodes_.push_back(node);
  return kept;
}

Html Html::without(std::string_view class_name) const
{
  Html kept;
  for (const auto& node : nodes_)
    if (!node->has_class(class_name)) kept.nodes_.push_back(node);
  return kept;
}

Html& Html::operator+=(const Html& other)
{
  const auto added = other.nodes_;
  nodes_.insert(nodes_.end(), added.begin(), added.end());
  return *this;
}

std::string Html::markup() const
{
  std::string out;
  append_markup(out, *this);
  return out;
}

std::string_view HtmlNode::attribute(std::string_view wanted) const
{
  for (const auto& [attribute_name, value] : attributes)
    if (attribute_name == wanted) return value;
  return {};
}

bool HtmlNode::has_class(std::string_view word) const
{
  std::string_view rest = attribute("class");
  while (!rest.empty())
  {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == word) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

Html text(std::string_view text)
{
  if (text.empty()) return {};
  return Html(HtmlNode{HtmlNode::Kind::Text, "", {}, {}, isolated_words(shown(text))});
}

Html element(std::string_view name, const Attributes& attributes, const Html& content)
{
  return Html(HtmlNode{HtmlNode::Kind::Element, std::string(name), shown(attributes), content, ""});
}

Html element(std::string_view name, const Html& content) { return element(name, {}, content); }

Html empty_element(std::string_view name, const Attributes& attributes)
{
  return Html(HtmlNode{HtmlNode::Kind::EmptyElement, std::string(name), shown(attributes), {}, ""});
}

Html style_element(std::string_view sheet) { return Html(HtmlNode{HtmlNode::Kind::StyleSheet, "style", {}, {}, std::string(sheet)}); }
}  // namespace nadir::report
