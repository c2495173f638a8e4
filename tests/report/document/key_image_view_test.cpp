#include "report/document/key_image_view.h"

#include <gtest/gtest.h>

#include "tests/report/support/example_assessment.h"

using namespace nadir;
using namespace nadir::report;

namespace
{
measure::KeyImage slice_of(int columns, int rows)
{
  measure::KeyImage image;
  image.columns = columns;
  image.rows = rows;
  image.column_spacing_mm = 0.5;
  image.row_spacing_mm = 2.0;
  return image;
}
}  // namespace

// Column 10 has its centre at 10.5 columns of 0.5 mm from the edge.
TEST(KeyImageView, CountsMillimetersFromTheEdgeAndPixelsFromTheirCentre)
{
  const auto at = in_millimeters(slice_of(100, 50), {10.0, 0.0});
  EXPECT_DOUBLE_EQ(at.x, 5.25);
  EXPECT_DOUBLE_EQ(at.y, 1.0);
}

TEST(KeyImageView, KeepsTheTrueProportionsOfPixelsThatAreNotSquare)
{
  const auto whole = whole_view(slice_of(100, 50));
  EXPECT_DOUBLE_EQ(whole.width, 50.0);
  EXPECT_DOUBLE_EQ(whole.height, 100.0);
}

TEST(KeyImageView, ShowsEverythingMeasuredWithSurroundings)
{
  auto image = slice_of(400, 100);
  image.calipers = {{{100, 50}, {200, 50}, ""}};
  const double side = needed_side(image);
  EXPECT_GE(side, 50.0 + 2 * 12.0);
  const auto view = zoom_view(image, side);
  EXPECT_LE(view.x, in_millimeters(image, {100, 50}).x - 12.0);
  EXPECT_GE(view.x + view.width, in_millimeters(image, {200, 50}).x + 12.0);
}

TEST(KeyImageView, StaysOnTheSliceForALesionAtItsEdge)
{
  auto image = slice_of(400, 100);
  image.calipers = {{{0, 0}, {10, 0}, ""}};
  const auto view = zoom_view(image, needed_side(image));
  EXPECT_DOUBLE_EQ(view.x, 0.0);
  EXPECT_DOUBLE_EQ(view.y, 0.0);
}

TEST(KeyImageView, NeedsNothingWhereNothingWasDrawn) { EXPECT_EQ(needed_side(slice_of(10, 10)), 0.0); }

TEST(KeyImageView, NamesTheOppositeSideOfThePatient)
{
  EXPECT_EQ(opposite_side("R"), "L");
  EXPECT_EQ(opposite_side("AL"), "PR");
  EXPECT_EQ(opposite_side("H"), "F");
  EXPECT_EQ(opposite_side("?"), "");
  EXPECT_EQ(opposite_side(""), "");
}

// A slice of 50 mm x 100 mm in a square of 120 mm: 35 mm and 10 mm of margin on each side.
TEST(KeyImageView, PutsASliceThatIsSmallerThanTheSquareInItsMiddle)
{
  const auto view = zoom_view(slice_of(100, 50), 120.0);
  EXPECT_DOUBLE_EQ(view.x, -35.0);
  EXPECT_DOUBLE_EQ(view.y, -10.0);
  EXPECT_DOUBLE_EQ(view.width, 120.0);
}
