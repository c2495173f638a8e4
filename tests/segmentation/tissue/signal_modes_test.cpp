#include "segmentation/tissue/signal_modes.h"

#include <gtest/gtest.h>

#include "sample_data/phantom/counter_random.h"

namespace nadir::testing
{
namespace
{
using segmentation::WeightedSignal;

void add(std::vector<WeightedSignal>& signals, double level, double sigma, int count)
{
  const phantom::CounterRandom random(5, std::to_string(level));
  for (int n = 0; n < count; ++n) signals.push_back({level + sigma * random.gaussian(static_cast<std::uint64_t>(n)), 1.0});
}

TEST(SignalModes, FindsEachTissueWithItsShare)
{
  std::vector<WeightedSignal> signals;
  add(signals, 100.0, 6.0, 6000);
  add(signals, 260.0, 12.0, 3000);
  add(signals, 20.0, 2.0, 1000);
  const auto modes = segmentation::signal_modes(signals);
  ASSERT_EQ(modes.size(), 3U);
  EXPECT_NEAR(modes[0].level, 20.0, 1.5);
  EXPECT_NEAR(modes[1].level, 100.0, 4.0);
  EXPECT_NEAR(modes[2].level, 260.0, 10.0);
  EXPECT_NEAR(modes[1].share, 0.6, 0.01);
}

TEST(SignalModes, JoinsWhatNoValleyParts)
{
  std::vector<WeightedSignal> signals;
  add(signals, 100.0, 10.0, 5000);
  add(signals, 108.0, 10.0, 5000);
  EXPECT_EQ(segmentation::signal_modes(signals).size(), 1U);
}

TEST(SignalModes, OfNothingAreNone)
{
  EXPECT_TRUE(segmentation::signal_modes({}).empty());
  EXPECT_TRUE(segmentation::signal_modes({{0.0, 1.0}, {-3.0, 1.0}}).empty());
}
}  // namespace
}  // namespace nadir::testing
