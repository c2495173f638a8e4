#include "report/cdisc/ibm_double.h"

#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::report::cdisc
{
namespace
{
constexpr int fraction_bits = 56;
constexpr int excess = 64;

bool is_missing(const IbmDouble& bytes)
{
  for (std::size_t i = 1; i < bytes.size(); ++i)
    if (bytes[i] != 0) return false;
  return bytes[0] == 0x2E || bytes[0] == 0x5F || (bytes[0] >= 0x41 && bytes[0] <= 0x5A);
}
}  // namespace

IbmDouble to_ibm_double(double value)
{
  NADIR_EXPECTS(std::isfinite(value));
  IbmDouble bytes{};
  if (value == 0.0) return bytes;
  int binary = 0;
  const double fraction = std::frexp(std::abs(value), &binary);  // 0.5 <= fraction < 1
  const int hexadecimal = (binary + 4 * 1024 + 3) / 4 - 1024;    // rounded up, so that the fraction stays below 1
  NADIR_EXPECTS(hexadecimal >= -excess && hexadecimal < excess);
  auto digits = static_cast<std::uint64_t>(std::ldexp(fraction, fraction_bits + binary - 4 * hexadecimal));
  bytes[0] = static_cast<std::uint8_t>((value < 0.0 ? 0x80 : 0) | (hexadecimal + excess));
  for (std::size_t i = 7; i > 0; --i, digits >>= 8) bytes[i] = static_cast<std::uint8_t>(digits & 0xFF);
  return bytes;
}

std::optional<double> from_ibm_double(const IbmDouble& bytes)
{
  if (is_missing(bytes)) return std::nullopt;
  std::uint64_t digits = 0;
  for (std::size_t i = 1; i < bytes.size(); ++i) digits = digits << 8 | bytes[i];
  const int exponent = 4 * ((bytes[0] & 0x7F) - excess) - fraction_bits;
  const double size = std::ldexp(static_cast<double>(digits), exponent);
  return bytes[0] & 0x80 ? -size : size;
}
}  // namespace nadir::report::cdisc
