#include "report/document/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace nadir::report
{
namespace
{
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<int, 256> values_of_letters()
{
  std::array<int, 256> values{};
  values.fill(-1);
  for (std::size_t k = 0; k < alphabet.size(); ++k) values[static_cast<unsigned char>(alphabet[k])] = static_cast<int>(k);
  return values;
}

std::string unpadded(std::string_view text)
{
  constexpr auto values = values_of_letters();
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t group = 0;
  int bits = 0;
  for (const char letter : text)
  {
    group = group << 6 | static_cast<std::uint32_t>(std::max(0, values[static_cast<unsigned char>(letter)]));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(group >> bits & 0xFFu);
  }
  return bytes;
}
}  // namespace

std::string base64_of(std::string_view bytes)
{
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3)
  {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[at + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k) out += k <= count ? alphabet[group >> (18 - 6 * k) & 63u] : '=';
  }
  return out;
}

std::optional<std::string> bytes_of_base64(std::string_view text)
{
  std::string_view letters = text;
  while (letters.ends_with('=') && text.size() - letters.size() < 2) letters.remove_suffix(1);
  std::string bytes = unpadded(letters);
  if (base64_of(bytes) != text) return std::nullopt;
  return bytes;
}
}  // namespace nadir::report
