#include "sample_data/phantom/uid.h"

#include <array>

#include "sample_data/phantom/counter_random.h"

namespace nadir::phantom
{
namespace
{
using Words = std::array<std::uint32_t, 4>;  // most significant first

std::uint32_t divide_by_ten(Words& number)
{
  std::uint64_t rest = 0;
  for (auto& word : number)
  {
    const std::uint64_t part = (rest << 32) | word;
    word = static_cast<std::uint32_t>(part / 10);
    rest = part % 10;
  }
  return static_cast<std::uint32_t>(rest);
}

std::string decimal(Words number)
{
  std::string digits;
  while (number != Words{}) digits.insert(digits.begin(), static_cast<char>('0' + divide_by_ten(number)));
  return digits.empty() ? "0" : digits;
}
}  // namespace

std::string uid_of(std::string_view name, std::uint64_t seed)
{
  const CounterRandom hash(seed, name);
  const std::uint64_t high = (hash.bits(0) & 0xFFFFFFFFFFFF0FFFULL) | 0x8000ULL;
  const std::uint64_t low = (hash.bits(1) & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
  return "2.25." + decimal({static_cast<std::uint32_t>(high >> 32), static_cast<std::uint32_t>(high), static_cast<std::uint32_t>(low >> 32),
                            static_cast<std::uint32_t>(low)});
}
}  // namespace nadir::phantom
