#pragma once

#include <cmath>
#include <cstdint>
#include <random>

namespace nadir::segmentation::lesion
{
/// Random numbers that are the same with every standard library.
class RandomNumbers
{
public:
  explicit RandomNumbers(std::uint64_t seed) : engine_(seed) {}
  double flat() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
  double flat(double low, double high) { return low + (high - low) * flat(); }
  double normal(double deviation) { return deviation * std::sqrt(-2.0 * std::log(1.0 - flat())) * std::cos(6.283185307179586 * flat()); }
  bool happens(double chance) { return flat() < chance; }

private:
  std::mt19937_64 engine_;
};
}  // namespace nadir::segmentation::lesion
