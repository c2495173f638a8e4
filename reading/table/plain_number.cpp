#include "reading/table/plain_number.h"

#include <array>
#include <cstdint>

namespace nadir::reading
{
namespace
{
constexpr std::array<double, 16> powers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
}

std::optional<double> parse_plain_number(std::string_view text)
{
  std::int64_t digits = 0;
  std::size_t count = 0, decimals = 0;
  bool after_point = false;
  for (const char c : text)
  {
    if (c == '.' && !after_point)
    {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > 15) return std::nullopt;
    digits = 10 * digits + (c - '0');
    if (after_point) ++decimals;
  }
  if (count == 0 || text.back() == '.') return std::nullopt;
  // Both the digits and the power of ten are exact doubles, so their quotient is the nearest double.
  return static_cast<double>(digits) / powers[decimals];
}
}  // namespace nadir::reading
