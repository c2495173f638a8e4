#include "report/dicom_capture/color_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nadir::report
{
namespace
{
using measure::KeyImage;

KeyImage grey_slice(int columns, int rows, double column_spacing, double row_spacing)
{
  KeyImage image;
  image.columns = columns;
  image.rows = rows;
  image.column_spacing_mm = column_spacing;
  image.row_spacing_mm = row_spacing;
  image.values.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0.0f);
  return image;
}

/// Extent in pixels of what was drawn in colour.
struct Extent
{
  int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
};

Extent colored(const ColorImage& picture)
{
  Extent extent;
  for (int y = 0; y < picture.rows; ++y)
    for (int x = 0; x < picture.columns; ++x)
    {
      const auto& pixel = picture.pixels[static_cast<std::size_t>(y * picture.columns + x)];
      if (pixel[0] == pixel[1] && pixel[1] == pixel[2]) continue;
      extent = {std::min(extent.left, x), std::min(extent.top, y), std::max(extent.right, x), std::max(extent.bottom, y)};
    }
  return extent;
}

/// A circle on the slice, mm.
std::vector<measure::PixelPoint> circle(const KeyImage& image, double radius)
{
  std::vector<measure::PixelPoint> points;
  for (int k = 0; k < 180; ++k)
  {
    const double angle = 2.0 * std::numbers::pi * k / 180;
    points.push_back({0.5 * image.columns - 0.5 + radius * std::cos(angle) / image.column_spacing_mm,
                      0.5 * image.rows - 0.5 + radius * std::sin(angle) / image.row_spacing_mm});
  }
  return points;
}

// 1 mm is as long across as down: a circle in the patient is a circle in the picture, whatever the spacings.
TEST(ColorImage, ShowsACircleAsACircleWhenPixelsAreNotSquare)
{
  for (const auto& [columns, rows, column_spacing, row_spacing] :
       {std::tuple{256, 128, 0.5, 1.0}, std::tuple{100, 240, 1.7, 0.6}, std::tuple{320, 320, 0.8, 1.0}, std::tuple{64, 64, 2.0, 2.0}})
  {
    auto image = grey_slice(columns, rows, column_spacing, row_spacing);
    image.contours = {circle(image, 40.0)};
    const auto picture = drawn(image);
    const auto extent = colored(picture);
    EXPECT_NEAR(extent.width(), extent.height(), 2) << columns << " x " << rows;
    EXPECT_NEAR(static_cast<double>(picture.columns) / picture.rows, columns * column_spacing / (rows * row_spacing), 0.005);
    EXPECT_GE(std::min(picture.columns, picture.rows), 512);
    EXPECT_NEAR(extent.width(), 80.0 * picture.columns / (columns * column_spacing), 4.0) << "80 mm on the scale of the picture";
  }
}

TEST(ColorImage, DrawsCalipersWhereTheyWereSet)
{
  auto image = grey_slice(100, 100, 0.5, 1.5);
  image.calipers = {{{10, 20}, {70, 20}, "30 mm across"}};
  const auto across = colored(drawn(image));
  image.calipers = {{{10, 20}, {10, 40}, "30 mm down"}};
  const auto down = colored(drawn(image));
  EXPECT_NEAR(across.width(), down.height(), 2);
  EXPECT_NEAR(across.left, down.left, 1);
  EXPECT_NEAR(across.top, down.top, 1);
}

// A pixel that stands out lies where its row and column say, also where rows are repeated more often than columns.
TEST(ColorImage, KeepsEveryPixelAtItsPlaceAndItsValue)
{
  auto image = grey_slice(30, 20, 1.0, 2.5);
  image.window_center = 50.0;
  image.window_width = 100.0;
  image.values[7 * 30 + 11] = 100.0f;
  const auto picture = drawn(image);
  std::size_t white = 0;
  for (int y = 0; y < picture.rows; ++y)
    for (int x = 0; x < picture.columns; ++x)
    {
      const auto value = picture.pixels[static_cast<std::size_t>(y * picture.columns + x)][0];
      EXPECT_TRUE(value == 0 || value == 255);
      if (value != 255) continue;
      ++white;
      EXPECT_EQ(x * 30 / picture.columns, 11);
      EXPECT_EQ(y * 20 / picture.rows, 7);
    }
  EXPECT_EQ(white, static_cast<std::size_t>(picture.columns / 30) * static_cast<std::size_t>(picture.rows / 20));
}

// Attributes Rows and Columns of DICOM end at 65,535; a strip is not blown up to fill memory.
TEST(ColorImage, OfAStripStaysSmall)
{
  for (const auto& [columns, rows] : {std::pair{3, 2000}, std::pair{4000, 2}, std::pair{1, 1}})
  {
    const auto picture = drawn(grey_slice(columns, rows, 1.0, 1.0));
    EXPECT_LE(std::max(picture.columns, picture.rows), 4096);
    EXPECT_GE(picture.columns, columns);
    EXPECT_GE(picture.rows, rows);
  }
}
}  // namespace
}  // namespace nadir::report
