#include "report/document/grey_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "imaging/result/expects.h"

using namespace nadir;
using report::PixelRect;
using report::windowed;
using ::testing::ElementsAre;

namespace
{
measure::KeyImage image_of(int columns, int rows, std::vector<float> values)
{
  measure::KeyImage image;
  image.columns = columns;
  image.rows = rows;
  image.values = std::move(values);
  image.window_center = 100.0;
  image.window_width = 200.0;
  return image;
}
}  // namespace

// LINEAR_EXACT of DICOM PS3.3 C.11.2.1.3.2: 255 ((x - 100) / 200 + 0.5), by hand.
TEST(GreyImage, FollowsTheWindow)
{
  const auto image = image_of(5, 1, {-50.0f, 0.0f, 100.0f, 200.0f, 900.0f});
  EXPECT_THAT(windowed(image, {0, 0, 5, 1}, 100).pixels, ElementsAre(0, 0, 128, 255, 255));
}

TEST(GreyImage, ShowsBlackForWhatIsNoNumber)
{
  const float nan = std::nanf(""), infinity = std::numeric_limits<float>::infinity();
  EXPECT_THAT(windowed(image_of(3, 1, {nan, infinity, 200.0f}), {0, 0, 3, 1}, 100).pixels, ElementsAre(0, 0, 255));
}

TEST(GreyImage, CutsOutThePartThatIsAskedFor)
{
  const auto image = image_of(3, 2, {0, 0, 0, 0, 200, 100});
  const auto part = windowed(image, {1, 1, 2, 1}, 100);
  EXPECT_EQ(part.columns, 2);
  EXPECT_EQ(part.rows, 1);
  EXPECT_THAT(part.pixels, ElementsAre(255, 128));
}

TEST(GreyImage, ClipsAPartThatLeavesTheImage)
{
  const auto part = windowed(image_of(2, 2, {0, 200, 0, 200}), {-5, 1, 100, 100}, 100);
  EXPECT_THAT(part.pixels, ElementsAre(0, 255));
}

TEST(GreyImage, MakesLargePicturesSmallerByTheMeanOfBlocks)
{
  const auto small = windowed(image_of(4, 2, {0, 200, 200, 200, 0, 200, 200, 200}), {0, 0, 4, 2}, 2);
  EXPECT_EQ(small.columns, 2);
  EXPECT_EQ(small.rows, 1);
  EXPECT_THAT(small.pixels, ElementsAre(128, 255));
}

TEST(GreyImage, IsNotDrawnFromAnImageThatContradictsItself)
{
  EXPECT_TRUE(report::is_drawable(image_of(2, 2, {0, 0, 0, 0})));
  EXPECT_FALSE(report::is_drawable(image_of(2, 2, {0, 0, 0})));
  EXPECT_FALSE(report::is_drawable(image_of(0, 0, {})));
  EXPECT_FALSE(report::is_drawable(image_of(-2, -2, {0, 0, 0, 0})));
  auto no_window = image_of(1, 1, {0});
  no_window.window_width = 0.0;
  EXPECT_FALSE(report::is_drawable(no_window));
  auto no_spacing = image_of(1, 1, {0});
  no_spacing.row_spacing_mm = std::nan("");
  EXPECT_FALSE(report::is_drawable(no_spacing));
  EXPECT_THROW(windowed(no_window, {0, 0, 1, 1}, 10), ContractViolation);
}
