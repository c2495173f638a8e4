#include "sample_data/phantom/slice_renderer.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace nadir;
using namespace nadir::phantom;

namespace
{
Acquisition small_stack() { return {ImageGeometry::make({64, 64, 3}, {3.4, 3.4, 6}, {-107, -107, -6}, {}).value(), 5.0}; }

SliceContent slice_of(const Scene& scene) { return sample_slice(scene, small_stack(), {0, 0, 0}, 1); }
}  // namespace

TEST(SliceRenderer, SplitsEveryVoxelIntoPartsThatAddUpToOne)
{
  const auto content = slice_of(Scene{5, {}, {}});
  for (const auto& mix : content.tissue)
  {
    float sum = 0.0F;
    for (const float part : mix.part) sum += part;
    EXPECT_NEAR(sum, 1.0F, 1e-5F);
  }
}

TEST(SliceRenderer, GivesBoundariesPartialVolume)
{
  const auto content = slice_of(Scene{5, {}, {}});
  int mixed = 0;
  for (auto mix : content.tissue) mixed += mix[Tissue::Air] > 0.1F && mix[Tissue::Air] < 0.9F ? 1 : 0;
  EXPECT_GT(mixed, 50);
}

// Magnitude of two Gaussian channels: mean / standard deviation = sqrt(pi / 2) / sqrt(2 - pi / 2) = 1.913 (Gudbjartsson and Patz 1995).
TEST(SliceRenderer, LeavesRayleighNoiseInAir)
{
  SliceContent air{.k = 0, .tissue = std::vector<TissueMix>(64 * 64), .gain = std::vector<float>(64 * 64, 1.0F)};
  auto sequence = t1_sequence();
  sequence.signal_scale = 20000;
  const auto pixels = pixels_of_slice(air, {64, 64, 1}, sequence, {1, "air"});
  double sum = 0.0, squares = 0.0;
  for (const auto pixel : pixels)
  {
    sum += pixel;
    squares += static_cast<double>(pixel) * pixel;
  }
  const double mean = sum / 4096, deviation = std::sqrt(squares / 4096 - mean * mean);
  EXPECT_NEAR(mean / deviation, 1.913, 0.06);
  EXPECT_NEAR(mean, 1.2533 * sequence.noise * sequence.signal_scale, 0.03 * mean);
}

TEST(SliceRenderer, GivesAnotherNoiseToEachStream)
{
  const auto content = slice_of(Scene{5, {}, {}});
  const auto size = small_stack().grid.size();
  EXPECT_EQ(pixels_of_slice(content, size, t1_sequence(), {1, "a"}), pixels_of_slice(content, size, t1_sequence(), {1, "a"}));
  EXPECT_NE(pixels_of_slice(content, size, t1_sequence(), {1, "a"}), pixels_of_slice(content, size, t1_sequence(), {1, "b"}));
  EXPECT_NE(pixels_of_slice(content, size, t1_sequence(), {1, "a"}), pixels_of_slice(content, size, t1_sequence(), {2, "a"}));
}
