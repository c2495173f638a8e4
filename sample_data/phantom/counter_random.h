#pragma once

#include <cstdint>
#include <string_view>

namespace nadir::phantom
{
/// Stirs 64 bits so that neighbouring inputs give unrelated outputs (the finaliser of splitmix64).
constexpr std::uint64_t stirred(std::uint64_t bits)
{
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31);
}

/// 64-bit key of a text, equal on every machine.
std::uint64_t key_of(std::string_view text);

/// Random numbers that are a function of a key and a counter: the n-th number of a stream is the same whichever thread asks, and when.
///
/// gaussian() adds eight 16-bit uniform numbers instead of calling log and cos, whose last bit differs between machines.
/// The sum has mean 0, standard deviation 1, excess kurtosis -0.15 and ends at 4.9 standard deviations: enough for image noise.
class CounterRandom
{
public:
  CounterRandom(std::uint64_t seed, std::string_view stream) : key_(stirred(seed ^ key_of(stream))) {}

  std::uint64_t bits(std::uint64_t counter) const { return stirred(key_ + counter * 0x9E3779B97F4A7C15ULL); }
  double uniform(std::uint64_t counter) const { return static_cast<double>(bits(counter) >> 11) * 0x1.0p-53; }
  double gaussian(std::uint64_t counter) const;

private:
  std::uint64_t key_;
};
}  // namespace nadir::phantom
