#include "report/cdisc/text_pieces.h"

#include "imaging/units/utf8_text.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
constexpr std::size_t spelled_blanks = 14;  // a blank that begins and one that ends a piece are spelled, with 7 bytes more each

/// Bytes a character takes inside a piece.
std::size_t written_bytes(std::string_view character) { return character == " " ? 1 : ascii_text(character).size(); }

/// A text that ascii_text spells as one may not be cut, else it would be read as something else.
std::size_t unit_at(std::string_view text)
{
  if (!text.starts_with("{U+")) return first_code_point(text).bytes;
  const auto end = text.find('}');
  return end == std::string_view::npos || end > 9 ? 1 : end + 1;
}
}  // namespace

std::vector<std::string> text_pieces(std::string_view text)
{
  if (text.empty()) return {};
  if (ascii_text(text).size() <= longest_text) return {std::string(text)};
  std::vector<std::string> pieces;
  std::size_t used = longest_text;
  while (!text.empty())
  {
    const auto unit = text.substr(0, unit_at(text));
    const auto bytes = written_bytes(unit);
    if (used + bytes > longest_text - spelled_blanks)
    {
      pieces.emplace_back();
      used = 0;
    }
    pieces.back() += unit;
    used += bytes;
    text.remove_prefix(unit.size());
  }
  return pieces;
}
}  // namespace nadir::report::cdisc
