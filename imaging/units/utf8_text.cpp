#include "imaging/units/utf8_text.h"

namespace nadir
{
namespace
{
unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Number of bytes that a lead byte announces; 0 = no lead byte.
std::size_t announced_bytes(unsigned lead)
{
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// Most texts are. Looks at every byte, because a loop without an early end becomes vectors.
bool is_ascii(std::string_view text)
{
  unsigned char bits = 0;
  for (const char c : text) bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
  return bits < 0x80;
}
}  // namespace

std::size_t utf8_sequence_length(std::string_view text)
{
  if (text.empty()) return 0;
  const unsigned first = byte_at(text, 0);
  const std::size_t length = announced_bytes(first);
  if (length <= 1) return length;
  if (text.size() < length) return 0;
  const unsigned lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte_at(text, 1) < lowest || byte_at(text, 1) > highest) return 0;
  for (std::size_t k = 2; k < length; ++k)
    if (byte_at(text, k) < 0x80 || byte_at(text, k) > 0xBF) return 0;
  return length;
}

bool is_utf8(std::string_view text)
{
  if (is_ascii(text)) return true;
  while (!text.empty())
  {
    const auto length = utf8_sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

CodePoint first_code_point(std::string_view text)
{
  const auto length = utf8_sequence_length(text);
  if (length == 0) return {0xFFFD, 1};
  if (length == 1) return {byte_at(text, 0), 1};
  char32_t value = byte_at(text, 0) & (0x7Fu >> length);
  for (std::size_t k = 1; k < length; ++k) value = (value << 6) | (byte_at(text, k) & 0x3Fu);
  return {value, length};
}

void append_utf8(std::string& text, char32_t code_point)
{
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const auto follow = [&](int shift) { put(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) return put(0xC0 | (code_point >> 6)), follow(0);
  if (code_point < 0x10000) return put(0xE0 | (code_point >> 12)), follow(6), follow(0);
  put(0xF0 | (code_point >> 18)), follow(12), follow(6), follow(0);
}
}  // namespace nadir
