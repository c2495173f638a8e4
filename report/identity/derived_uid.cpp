#include "report/identity/derived_uid.h"

#include <algorithm>

#include "imaging/digest/sha256.h"

namespace nadir::report
{
namespace
{
unsigned nibble(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// The first 32 hexadecimal digits of a digest with the bits that make them a UUID: version 8 and variant 10.
std::string uuid_digits(std::string digest)
{
  digest.resize(32);
  digest[12] = '8';
  digest[16] = "89ab"[nibble(digest[16]) & 3U];
  return digest;
}

/// Decimal text of a number in base 16; times ten, plus digit, in decimal.
std::string decimal_of(std::string_view hexadecimal)
{
  std::vector<unsigned> decimal{0};  // least significant first
  for (const char digit : hexadecimal)
  {
    unsigned carry = nibble(digit);
    for (auto& place : decimal)
    {
      const unsigned value = place * 16 + carry;
      place = value % 10;
      carry = value / 10;
    }
    for (; carry != 0; carry /= 10) decimal.push_back(carry % 10);
  }
  std::string text;
  std::for_each(decimal.rbegin(), decimal.rend(), [&text](unsigned place) { text += static_cast<char>('0' + place); });
  return text;
}
}  // namespace

std::string derived_uid(const std::vector<std::string_view>& parts)
{
  imaging::Sha256 digest;
  for (const auto part : parts)
  {
    digest.add(std::to_string(part.size()) + ":");
    digest.add(part);
  }
  return "2.25." + decimal_of(uuid_digits(digest.hex()));
}
}  // namespace nadir::report
