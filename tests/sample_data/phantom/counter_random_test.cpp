#include "sample_data/phantom/counter_random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

using nadir::phantom::CounterRandom;

TEST(CounterRandom, GivesTheSameNumberInAnyOrder)
{
  const CounterRandom first(1, "noise"), second(1, "noise");
  const auto later = first.bits(1000);
  EXPECT_EQ(second.bits(0), first.bits(0));
  EXPECT_EQ(second.bits(1000), later);
}

TEST(CounterRandom, HasUnrelatedStreams)
{
  std::set<std::uint64_t> seen;
  for (const auto* stream : {"a", "b", "ab", "ba", ""})
    for (std::uint64_t seed = 0; seed < 50; ++seed)
      for (std::uint64_t n = 0; n < 50; ++n) seen.insert(CounterRandom(seed, stream).bits(n));
  EXPECT_EQ(seen.size(), 5u * 50u * 50u);
}

// Bounds: four standard errors of 200,000 draws (mean 0.0022, variance 0.0032 each).
TEST(CounterRandom, GaussianHasMeanZeroAndVarianceOne)
{
  const CounterRandom random(3, "noise");
  constexpr int draws = 200000;
  double sum = 0.0, squares = 0.0;
  for (std::uint64_t n = 0; n < draws; ++n)
  {
    const double value = random.gaussian(n);
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / draws, 0.0, 0.009);
  EXPECT_NEAR(squares / draws, 1.0, 0.013);
}

TEST(CounterRandom, UniformStaysBelowOneAndFillsTheRange)
{
  const CounterRandom random(5, "uniform");
  double low = 1.0, high = 0.0;
  for (std::uint64_t n = 0; n < 10000; ++n)
  {
    low = std::min(low, random.uniform(n));
    high = std::max(high, random.uniform(n));
  }
  EXPECT_GE(low, 0.0);
  EXPECT_LT(low, 0.002);
  EXPECT_LT(high, 1.0);
  EXPECT_GT(high, 0.998);
}
