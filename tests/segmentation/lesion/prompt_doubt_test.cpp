// Intervals tell how much a size hangs on where the marks were set.
#include <gtest/gtest.h>

#include <cmath>

#include "segmentation/lesion/prompt_doubt.h"
#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation::lesion
{
namespace
{
using nadir::testing::lesion_phantom;

TEST(PromptDoubt, IsAddedInQuadratureInTheLogarithm)
{
  const EstimatedValue shown{100.0, 100.0 * std::exp(-0.3), 100.0 * std::exp(0.4)};
  const auto told = with_volume_doubt(shown, {.volume = 0.3 / 1.96});
  EXPECT_DOUBLE_EQ(told.value, 100.0);
  EXPECT_NEAR(std::log(told.low / 100.0), -std::sqrt(0.18), 1e-9);
  EXPECT_NEAR(std::log(told.high / 100.0), 0.5, 1e-9);
}

TEST(PromptDoubt, LeavesWhatIsEmptyOrMayBe)
{
  EXPECT_DOUBLE_EQ(with_volume_doubt({0.0, 0.0, 0.0}, {.volume = 0.2}).high, 0.0);
  const auto told = with_volume_doubt({10.0, 0.0, 12.0}, {.volume = 0.2});
  EXPECT_DOUBLE_EQ(told.low, 0.0);
  EXPECT_GT(told.high, 12.0);
  EXPECT_GE(with_diameter_doubt({1.0, 0.0, 30.0}, {.diameter = 2.0}).low, 0.0);
}

TEST(PromptDoubt, FallsWithEveryFurtherMark)
{
  const auto phantom = lesion_phantom();
  auto line = phantom.axes, axes = phantom.axes;
  line.short_axis.reset();
  auto line_extent = line, axes_extent = axes;
  line_extent.extent = axes_extent.extent = phantom.extent;
  EXPECT_GT(prompt_doubt(line).volume, prompt_doubt(axes).volume);
  EXPECT_GT(prompt_doubt(line).volume, prompt_doubt(line_extent).volume);
  EXPECT_GT(prompt_doubt(axes).volume, prompt_doubt(axes_extent).volume);
  EXPECT_GT(prompt_doubt(axes_extent).volume, 0.0);
}

TEST(PromptDoubt, HalvesWhereAReaderHasCorrectedTheMask)
{
  const auto phantom = lesion_phantom();
  auto corrected = phantom.axes;
  corrected.strokes = {{StrokeKind::Foreground, Millimeters{3.0}, {phantom.center}}};
  EXPECT_DOUBLE_EQ(prompt_doubt(corrected).volume, 0.5 * prompt_doubt(phantom.axes).volume);
}

// Where the border is plain the images leave no doubt, but another reader's line would give another volume all the same.
TEST(PromptDoubt, IsInTheIntervalOfALesionInPlainSight)
{
  const auto phantom = lesion_phantom({.noise = 2.0});
  const auto lesion = segment_lesion({phantom.image}, phantom.axes);
  ASSERT_TRUE(lesion.has_value());
  const double least = 1.96 * prompt_doubt(phantom.axes).volume;
  EXPECT_LE(lesion->volume_ml.low, std::exp(-least) * lesion->volume_ml.value);
  EXPECT_GE(lesion->volume_ml.high, std::exp(least) * lesion->volume_ml.value);
}
}  // namespace
}  // namespace nadir::segmentation::lesion
