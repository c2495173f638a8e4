#include "report/table/utf8_text.h"

#include <array>

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
constexpr CodePoint replacement{0xFFFD, 1};

/// Number of bytes that a lead byte announces; 0 = no lead byte.
std::size_t announced_bytes(unsigned char lead)
{
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_scalar_value(char32_t value, std::size_t bytes)
{
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  return value >= smallest[bytes] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}
}  // namespace

CodePoint first_code_point(std::string_view text)
{
  NADIR_EXPECTS(!text.empty());
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = announced_bytes(lead);
  if (bytes == 1) return {lead, 1};
  if (bytes == 0 || bytes > text.size()) return replacement;
  char32_t value = lead & (0x7Fu >> bytes);
  for (const char follower : text.substr(1, bytes - 1))
  {
    const auto byte = static_cast<unsigned char>(follower);
    if ((byte & 0xC0u) != 0x80u) return replacement;
    value = (value << 6) | (byte & 0x3Fu);
  }
  return is_scalar_value(value, bytes) ? CodePoint{value, bytes} : replacement;
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
}  // namespace nadir::report
