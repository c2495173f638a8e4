#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nadir::measure::recist_1_1
{
/// Draws of the standard normal distribution that are shared by all patients (common random numbers): independent columns, each with
/// one value from the middle of every one of `draws` equally likely slices, in an order that follows from the seed (Latin hypercube).
/// The same numbers on every machine. Memory: 64 columns are kept; later ones are made when asked for.
class NormalDraws
{
public:
  NormalDraws(int draws, std::uint64_t seed);

  std::size_t draws() const { return quantiles_.size(); }

  /// Column number `index`; lies in `scratch` when it is not one of those kept.
  std::span<const float> column(std::size_t index, std::vector<float>& scratch) const;

private:
  void shuffle(std::size_t index, std::span<float> column) const;

  std::vector<float> quantiles_;  ///< ascending
  std::uint64_t seed_;
  std::vector<float> kept_;  ///< column after column
};
}  // namespace nadir::measure::recist_1_1
