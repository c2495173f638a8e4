#include "report/pdf/column_widths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

using nadir::report::column_widths;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(ColumnWidths, ShareWhatIsLeftEqually)
{
  EXPECT_THAT(column_widths({{10, 20}, {10, 40}}, 100), ElementsAre(DoubleNear(40, 1e-9), DoubleNear(60, 1e-9)));
}

TEST(ColumnWidths, GiveMoreToTheColumnThatWantsMoreWhenNotAllFits)
{
  EXPECT_THAT(column_widths({{10, 20}, {10, 200}}, 120), ElementsAre(DoubleNear(15, 1e-9), DoubleNear(105, 1e-9)));
}

TEST(ColumnWidths, CutTheWidestWhenEvenTheLeastIsTooMuch)
{
  const auto widths = column_widths({{10, 10}, {90, 90}, {200, 200}}, 110);
  EXPECT_THAT(widths, ElementsAre(DoubleNear(10, 1e-9), DoubleNear(50, 1e-9), DoubleNear(50, 1e-9)));
}

TEST(ColumnWidths, AddUpToTheWidthOfTheTable)
{
  for (const double width : {50.0, 300.0, 519.0})
  {
    const auto widths = column_widths({{30, 60}, {45, 45}, {5, 400}, {80, 90}}, width);
    EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), width, 1e-9);
  }
}
