#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
std::uint64_t sum_of_quarters(std::uint64_t bits)
{
  return (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
}
}  // namespace

std::uint64_t key_of(std::string_view text)
{
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const char letter : text) key = (key ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
  return stirred(key ^ text.size());
}

double CounterRandom::gaussian(std::uint64_t counter) const
{
  constexpr double mean = 8 * 65535.0 / 2.0;
  constexpr double deviation = 53509.9;  // sqrt(8 * (65536^2 - 1) / 12)
  const auto sum = sum_of_quarters(bits(2 * counter)) + sum_of_quarters(bits(2 * counter + 1));
  return (static_cast<double>(sum) - mean) / deviation;
}
}  // namespace nadir::phantom
