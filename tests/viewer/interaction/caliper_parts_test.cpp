#include "viewer/interaction/caliper_parts.h"

#include <gtest/gtest.h>

using namespace nadir;
using namespace nadir::viewer;
using reading::DrawnCaliper;
using reading::Line;

namespace
{
constexpr PatientVector normal{0, 0, 1};

/// 40 mm to the left, a short axis of 6 + 10 mm at a quarter of the way.
DrawnCaliper cross_of_40_and_16() { return {{{0, 0, 0}, {40, 0, 0}}, Line{{10, -6, 0}, {10, 10, 0}}, {}, {}}; }

double length(const Line& line) { return distance(line.from, line.to).value(); }

void expect_at_right_angles(const DrawnCaliper& caliper)
{
  const auto a = caliper.longest.to - caliper.longest.from, b = caliper.short_axis->to - caliper.short_axis->from;
  EXPECT_NEAR(dot(a, b) / (norm(a) * norm(b)), 0.0, 1e-12);
}
}  // namespace

TEST(CaliperParts, TurningTheLongestTurnsTheShortAxisWithIt)
{
  const auto moved = with_end_at(cross_of_40_and_16(), CaliperPart::LongestTo, {30, 30, 0}, normal);
  expect_at_right_angles(moved);
  EXPECT_NEAR(length(*moved.short_axis), 16.0, 1e-12);
  const PatientPoint foot{7.5, 7.5, 0};  // a quarter of the new way
  EXPECT_NEAR(distance(moved.short_axis->from, foot).value(), 6.0, 1e-12);
  EXPECT_NEAR(distance(moved.short_axis->to, foot).value(), 10.0, 1e-12);
}

TEST(CaliperParts, AnEndOfTheShortAxisSlidesAndStaysAtRightAngles)
{
  const auto moved = with_end_at(cross_of_40_and_16(), CaliperPart::ShortTo, {25, 14, 0}, normal);
  expect_at_right_angles(moved);
  EXPECT_EQ(moved.longest, cross_of_40_and_16().longest);
  EXPECT_NEAR(moved.short_axis->from.left, 25.0, 1e-12);
  EXPECT_NEAR(length(*moved.short_axis), 20.0, 1e-12);
}

TEST(CaliperParts, TheShortAxisNeverLeavesTheLongest)
{
  const auto moved = with_end_at(cross_of_40_and_16(), CaliperPart::ShortFrom, {90, -6, 0}, normal);
  EXPECT_NEAR(moved.short_axis->from.left, 40.0, 1e-12);
}

TEST(CaliperParts, MovedAsAWholeKeepsBothLengths)
{
  const auto moved = moved_by(cross_of_40_and_16(), {3, -7, 0});
  EXPECT_EQ(length(moved.longest), 40.0);
  EXPECT_EQ(length(*moved.short_axis), 16.0);
  EXPECT_EQ(moved.longest.from, (PatientPoint{3, -7, 0}));
}

TEST(CaliperParts, AreFoundUnderThePointerEndsFirst)
{
  const SliceView view{{}, {20, 0, 0}, 0.5, {200, 200}};
  const auto caliper = cross_of_40_and_16();
  const auto near = [&](PatientPoint p, double x, double y)
  {
    const auto place = view.to_view(p);
    return part_at(caliper, view, {place.x + x, place.y + y}, 9.0);
  };
  EXPECT_EQ(near(caliper.longest.from, 3, -4), CaliperPart::LongestFrom);
  EXPECT_EQ(near(caliper.longest.to, -8, 0), CaliperPart::LongestTo);
  EXPECT_EQ(near(caliper.short_axis->to, 0, 5), CaliperPart::ShortTo);
  EXPECT_EQ(near({30, 0, 0}, 0, 6), CaliperPart::Whole);
  EXPECT_EQ(near({30, 0, 0}, 0, 12), CaliperPart::None);
}
