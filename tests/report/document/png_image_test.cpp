#include "report/document/png_image.h"

#include <gtest/gtest.h>
#include <png.h>

using nadir::report::GreyImage;
using nadir::report::png_of;

namespace
{
GreyImage ramp(int columns, int rows)
{
  GreyImage image{columns, rows, {}};
  for (int k = 0; k < columns * rows; ++k) image.pixels.push_back(static_cast<std::uint8_t>(k * 7 % 256));
  return image;
}

/// The pixels as libpng reads them back.
GreyImage decoded(const std::string& bytes)
{
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&header, bytes.data(), bytes.size()), 0);
  EXPECT_EQ(header.format & PNG_FORMAT_FLAG_COLOR, 0u);
  header.format = PNG_FORMAT_GRAY;
  GreyImage image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
  image.pixels.resize(PNG_IMAGE_SIZE(header));
  EXPECT_NE(png_image_finish_read(&header, nullptr, image.pixels.data(), 0, nullptr), 0);
  return image;
}
}  // namespace

TEST(PngImage, ReadsBackAsTheSamePixels)
{
  for (const auto& [columns, rows] : {std::pair{1, 1}, std::pair{3, 5}, std::pair{257, 130}})
  {
    const GreyImage image = ramp(columns, rows);
    const auto png = png_of(image);
    ASSERT_TRUE(png) << png.failure().message();
    const GreyImage read = decoded(*png);
    EXPECT_EQ(read.columns, columns);
    EXPECT_EQ(read.rows, rows);
    EXPECT_EQ(read.pixels, image.pixels);
  }
}

TEST(PngImage, IsTheSameForTheSamePixels) { EXPECT_EQ(*png_of(ramp(40, 30)), *png_of(ramp(40, 30))); }

TEST(PngImage, OfAWrongNumberOfPixelsIsAFailure)
{
  for (const auto& image : {GreyImage{}, GreyImage{2, 2, {1, 2, 3}}, GreyImage{-1, -1, {1}}})
  {
    const auto png = png_of(image);
    ASSERT_FALSE(png);
    EXPECT_TRUE(png.failure().is(nadir::report::PngError::Unencodable));
  }
}
