#include "report/fhir/fhir_text.h"

#include <algorithm>
#include <array>

#include "imaging/units/utf8_text.h"
#include "report/table/visible_text.h"

namespace nadir::report::fhir
{
namespace
{
/// Property White_Space of Unicode, and the byte order mark, above U+009F.
bool is_other_blank(char32_t value)
{
  constexpr std::array<char32_t, 8> single{0x00A0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF};
  return (value >= 0x2000 && value <= 0x200A) || std::find(single.begin(), single.end(), value) != single.end();
}
}  // namespace

std::string fhir_text(std::string_view text)
{
  const auto visible = visible_text(text);
  std::string made;
  for (std::size_t at = 0; at < visible.size();)
  {
    const auto next = first_code_point(std::string_view(visible).substr(at));
    const auto character = std::string_view(visible).substr(at, next.bytes);
    made += is_other_blank(next.value) ? ascii_text(character) : std::string(character);
    at += next.bytes;
  }
  return made;
}

std::string xhtml_text(std::string_view text)
{
  std::string made;
  for (const char c : text) switch (c)
    {
    case '&': made += "&amp;"; break;
    case '<': made += "&lt;"; break;
    case '>': made += "&gt;"; break;
    case '"': made += "&quot;"; break;
    default: made += c;
    }
  return made;
}
}  // namespace nadir::report::fhir
