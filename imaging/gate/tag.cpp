#include "imaging/gate/tag.h"

#include <string_view>

namespace nadir::imaging
{
namespace
{
void append_hex(std::string& text, std::uint16_t number)
{
  static constexpr std::string_view digits = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) text += digits[static_cast<std::size_t>(number >> shift) & 0xf];
}
}  // namespace

std::string text_of(Tag tag)
{
  std::string text = "(";
  append_hex(text, tag.group);
  text += ',';
  append_hex(text, tag.element);
  return text + ')';
}
}  // namespace nadir::imaging
