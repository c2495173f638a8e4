// Truth: closed-form ellipsoids, three times as long as wide and flatter than wide, in muscle between layers of fat of the lesion's own
// signal. From the longest diameter alone the typical shape of a sarcoma is twice as wide and four times as thick.
#include <gmock/gmock.h>

#include <vector>

#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::dice_of;
using nadir::testing::lesion_phantom;

/// The phantom with a layer of fat on both sides, `gap` rows from its middle: muscle's signal and so much more.
std::shared_ptr<const imaging::Volume> between_fat(const imaging::Volume& image, double more, int gap)
{
  std::vector<float> values;
  const auto& size = image.geometry().size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const float value = image.slice(k)[static_cast<std::size_t>(j * size.i + i)];
        values.push_back(std::abs(j - 40) > gap ? value + static_cast<float>(more) : value);
      }
  return std::make_shared<const imaging::Volume>(image.geometry(), std::move(values),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
}

class LongLesion : public ::testing::TestWithParam<double>
{
};

TEST_P(LongLesion, IsFoundFromItsLongestDiameterWhereTheImageShowsIt)
{
  const auto phantom =
      lesion_phantom({.half_axes = {27.0, 9.0, 7.0}, .spacing = {1.0, 1.0, 3.0}, .lesion = GetParam(), .tissue = 200.0, .noise = 35.0});
  LesionPrompt line;
  line.long_axis = phantom.axes.long_axis;
  const auto found = segment_lesion({between_fat(*phantom.image, GetParam() - 200.0, 20)}, line, {2});
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GT(dice_of(found->mask, phantom.truth), 0.80);
  EXPECT_NEAR(static_cast<double>(found->mask.count()) / static_cast<double>(phantom.truth.count()), 1.0, 0.35);
}
INSTANTIATE_TEST_SUITE_P(Signals, LongLesion, ::testing::Values(500.0, 600.0, 800.0));
}  // namespace
}  // namespace nadir::segmentation
