#include "report/document/label_placement.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace nadir::report;

namespace
{
bool overlap(const DrawingRect& a, const DrawingRect& b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool inside(const DrawingRect& rect, const DrawingRect& view)
{
  return rect.x >= view.x && rect.y >= view.y && rect.x + rect.width <= view.x + view.width && rect.y + rect.height <= view.y + view.height;
}
}  // namespace

// 36 directions of a cross of two lines in the middle of a square view: labels of a third of its width.
TEST(LabelPlacement, KeepsTwoLabelsApartAndInsideForEveryDirectionOfTheLines)
{
  const DrawingRect view{0, 0, 100, 100};
  for (int degrees = 0; degrees < 360; degrees += 10)
  {
    const double angle = degrees * std::acos(-1.0) / 180.0, x = 30 * std::cos(angle), y = 30 * std::sin(angle);
    const auto places = place_labels(
        {{{50 - x, 50 - y}, {50 + x, 50 + y}, 33, 5}, {{50 + 0.5 * y, 50 - 0.5 * x}, {50 - 0.5 * y, 50 + 0.5 * x}, 33, 5}}, {}, view);
    ASSERT_EQ(places.size(), 2u);
    EXPECT_FALSE(overlap(places[0], places[1])) << degrees;
    EXPECT_TRUE(inside(places[0], view)) << degrees;
    EXPECT_TRUE(inside(places[1], view)) << degrees;
  }
}

TEST(LabelPlacement, KeepsOffLettersAndScaleBar)
{
  const DrawingRect view{0, 0, 100, 100};
  const Obstacles obstacles{{}, {{62, 40, 30, 20}, {62, 70, 30, 20}}};
  const auto places = place_labels({{{20, 50}, {60, 50}, 25, 5}}, obstacles, view);
  for (const auto& taken : obstacles.rects) EXPECT_FALSE(overlap(places[0], taken));
}

TEST(LabelPlacement, ShiftsWithTheView)
{
  const auto here = place_labels({{{40, 50}, {60, 50}, 20, 5}}, {}, {0, 0, 100, 100});
  const auto there = place_labels({{{240, 350}, {260, 350}, 20, 5}}, {}, {200, 300, 100, 100});
  EXPECT_NEAR(there[0].x - here[0].x, 200, 1e-9);
  EXPECT_NEAR(there[0].y - here[0].y, 300, 1e-9);
}

// A label that would stick out of the view by a hair at its first wish.
TEST(LabelPlacement, DoesNotLetALabelStickOut)
{
  const DrawingRect view{0, 0, 100, 100};
  Obstacles lesion;
  for (int x = 40; x < 72; ++x)
    for (int y = 40; y < 60; ++y) lesion.points.push_back({static_cast<double>(x), static_cast<double>(y)});
  EXPECT_TRUE(inside(place_labels({{{40, 50}, {72, 50}, 27, 5}}, lesion, view)[0], view));
}
