#include "measure/response/recist_1_1/normal_draws.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "imaging/result/expects.h"

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr std::size_t kept_columns = 64;

/// Small generator with the same numbers everywhere (splitmix64).
class Random
{
public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next()
  {
    state_ += 0x9E3779B97F4A7C15ULL;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }

private:
  std::uint64_t state_;
};

/// Value of the standard normal distribution below which the share `p` lies: bisection of the error function.
double normal_quantile(double p)
{
  double low = -9.0, high = 9.0;
  for (int i = 0; i < 40; ++i)
  {
    const double middle = (low + high) / 2;
    (0.5 * std::erfc(-middle / std::numbers::sqrt2) < p ? low : high) = middle;
  }
  return (low + high) / 2;
}
}  // namespace

NormalDraws::NormalDraws(int draws, std::uint64_t seed) : seed_(seed)
{
  NADIR_EXPECTS(draws > 0);
  for (int i = 0; i < draws; ++i) quantiles_.push_back(static_cast<float>(normal_quantile((i + 0.5) / draws)));
  kept_.resize(kept_columns * quantiles_.size());
  for (std::size_t i = 0; i < kept_columns; ++i) shuffle(i, std::span(kept_).subspan(i * quantiles_.size(), quantiles_.size()));
}

std::span<const float> NormalDraws::column(std::size_t index, std::vector<float>& scratch) const
{
  if (index < kept_columns) return std::span(kept_).subspan(index * quantiles_.size(), quantiles_.size());
  scratch.resize(quantiles_.size());
  shuffle(index, scratch);
  return scratch;
}

void NormalDraws::shuffle(std::size_t index, std::span<float> column) const
{
  std::copy(quantiles_.begin(), quantiles_.end(), column.begin());
  Random random(Random(seed_).next() + index);
  for (auto i = column.size(); i > 1; --i) std::swap(column[i - 1], column[random.next() % i]);
}
}  // namespace nadir::measure::recist_1_1
