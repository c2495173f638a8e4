#include <gtest/gtest.h>

#include <cmath>

#include "measure/size/convex_hull.h"
#include "measure/size/edge_outline.h"
#include "measure/size/inside_chord.h"
#include "measure/size/piece_check.h"
#include "measure/size/polygon_area.h"
#include "measure/size/polygon_interior.h"
#include "measure/size/rotating_calipers.h"
#include "measure/size/short_axis.h"
#include "measure/size/sub_pixel_hull.h"
#include "measure/size/support_polygon.h"
#include "random_slices.h"

using namespace nadir::measure;
using namespace nadir::testing;

namespace
{
const Polygon unit_square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
/// A U of outer size 10 x 10, arms 2 wide, notch open at the top: y from 2 to 10, x from 2 to 8.
const Polygon horseshoe{{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}};

/// Length of the cut across direction u at place x along it.
double width_across(const Polygon& hull, PlanePoint u, double x)
{
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto a = hull[n], b = hull[(n + 1) % hull.size()];
    const double xa = dot(a, u), xb = dot(b, u);
    if ((xa < x) == (xb < x)) continue;
    const double y = cross(u, a) + (x - xa) / (xb - xa) * (cross(u, b) - cross(u, a));
    low = std::min(low, y);
    high = std::max(high, y);
  }
  return high - low;
}

Polygon regular_polygon(int corners, double radius)
{
  Polygon polygon;
  for (int n = 0; n < corners; ++n)
    polygon.push_back({radius * std::cos(2 * M_PI * n / corners), radius * std::sin(2 * M_PI * n / corners)});
  return polygon;
}

Polygon moved(Polygon polygon, PlanePoint by)
{
  for (auto& point : polygon) point = point + by;
  return polygon;
}
}  // namespace

TEST(ConvexHull, LeavesOutInnerRepeatedAndCollinearPoints)
{
  EXPECT_EQ(convex_hull({{1, 1}, {0, 0}, {2, 0}, {1, 0}, {2, 2}, {0, 2}, {0, 0}, {0, 1}}), (Polygon{{0, 0}, {2, 0}, {2, 2}, {0, 2}}));
  EXPECT_EQ(convex_hull({{2, 2}, {0, 0}, {1, 1}}), (Polygon{{0, 0}, {2, 2}}));
  EXPECT_EQ(convex_hull({{3, 4}, {3, 4}}), (Polygon{{3, 4}}));
  EXPECT_TRUE(convex_hull({}).empty());
}

TEST(RotatingCalipers, AgreeWithAllPairsOnTenThousandRandomMasks)
{
  std::mt19937 random(1);
  for (int n = 0; n < 10000; ++n)
  {
    const auto slice = random_slice(random);
    ASSERT_NEAR(longest_chord(edge_hull(slice)).length(), longest_of_all_pairs(all_edge_points(slice)), 1e-9) << "mask " << n;
  }
}

TEST(RotatingCalipers, AgreeWithAllPairsOnRandomPointClouds)
{
  std::mt19937 random(2);
  std::normal_distribution<double> normal;
  for (int n = 0; n < 2000; ++n)
  {
    std::vector<PlanePoint> points(1 + random() % 60);
    for (auto& point : points) point = {40 * normal(random), normal(random)};
    ASSERT_NEAR(longest_chord(convex_hull(points)).length(), longest_of_all_pairs(points), 1e-9) << "cloud " << n;
  }
}

TEST(RotatingCalipers, BreakTiesByTheLexicographicallySmallerChord)
{
  EXPECT_EQ(longest_chord(convex_hull(unit_square)), (Chord{{0, 0}, {1, 1}}));
  EXPECT_EQ(longest_chord(convex_hull({{5, 5}})).length(), 0.0);
  EXPECT_EQ(longest_chord(convex_hull({{0, 3}, {4, 0}})).length(), 5.0);
}

TEST(ShortAxis, OfARectangleAlongItsDiagonalIsTheWidestPerpendicularCut)
{
  // Truth: across the diagonal of an a x b rectangle the longest perpendicular chord is b sqrt(a^2 + b^2) / a for a > b.
  const Polygon rectangle{{0, 0}, {4, 0}, {4, 3}, {0, 3}};
  const auto longest = longest_chord(rectangle);
  const auto shortest = longest_perpendicular_chord(rectangle, longest);
  EXPECT_NEAR(longest.length(), 5.0, 1e-12);
  EXPECT_NEAR(shortest.length(), 3.0 * 5.0 / 4.0, 1e-12);
  EXPECT_NEAR(dot(longest.to - longest.from, shortest.to - shortest.from), 0.0, 1e-12);
}

TEST(ShortAxis, IsPerpendicularAndAsLongAsTheBestOfDenselySampledCuts)
{
  std::mt19937 random(3);
  for (int n = 0; n < 500; ++n)
  {
    const auto hull = edge_hull(random_slice(random));
    const auto axis = longest_chord(hull);
    const auto found = longest_perpendicular_chord(hull, axis);
    const auto u = unit(axis.to - axis.from);
    EXPECT_NEAR(dot(u, found.to - found.from), 0.0, 1e-9);
    for (int step = 0; step <= 100; ++step)
      ASSERT_LE(width_across(hull, u, dot(axis.from, u) + 0.01 * step * axis.length()), found.length() + 1e-9) << "mask " << n;
  }
}

TEST(EdgeOutline, OfOnePixelIsADiamondAndOfARingHasAHole)
{
  const PixelSlice one{1, 1, 2.0, 1.0, {1}};
  ASSERT_EQ(edge_outline(one).size(), 1u);
  EXPECT_NEAR(signed_area(edge_outline(one)[0]), 1.0, 1e-12);
  const PixelSlice ring{3, 3, 1.0, 1.0, {1, 1, 1, 1, 0, 1, 1, 1, 1}};
  const auto loops = edge_outline(ring);
  ASSERT_EQ(loops.size(), 2u);
  EXPECT_NEAR(signed_area(loops[0]), 8.5, 1e-12);   // 9 pixels less four cut corners of 1/8
  EXPECT_NEAR(signed_area(loops[1]), -0.5, 1e-12);  // the diamond of the missing pixel
}

TEST(EdgeOutline, VisitsEveryEdgePointOnce)
{
  std::mt19937 random(4);
  for (int n = 0; n < 2000; ++n)
  {
    const auto slice = random_slice(random);
    std::vector<PlanePoint> traced;
    for (const auto& loop : edge_outline(slice)) traced.insert(traced.end(), loop.begin(), loop.end());
    auto expected = all_edge_points(slice);
    std::sort(traced.begin(), traced.end());
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(traced, expected) << "mask " << n;
  }
}

TEST(EdgeOutline, JoinsPixelsThatTouchByACorner) { EXPECT_EQ(edge_outline({2, 2, 1.0, 1.0, {1, 0, 0, 1}}).size(), 1u); }

TEST(EvenOddArea, SubtractsHolesAndCountsOverlapsOut)
{
  EXPECT_NEAR(even_odd_area({unit_square}), 1.0, 1e-12);
  EXPECT_NEAR(even_odd_area({{unit_square.rbegin(), unit_square.rend()}}), 1.0, 1e-12);
  const Polygon outer{{-2, -2}, {3, -2}, {3, 3}, {-2, 3}};
  EXPECT_NEAR(even_odd_area({outer, unit_square}), 24.0, 1e-12);
  EXPECT_NEAR(even_odd_area({unit_square, moved(unit_square, {0.5, 0.5})}), 1.5, 1e-12);
  EXPECT_NEAR(even_odd_area({unit_square, unit_square}), 0.0, 1e-12);
  EXPECT_NEAR(even_odd_area({{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}), 2.0, 1e-12);  // a bow tie: two triangles of area 1
  EXPECT_EQ(even_odd_area({}), 0.0);
}

TEST(EvenOddArea, OfTwoOverlappingCirclesIsTheirAreaLessTwiceTheLens)
{
  const double r = 10.0, d = 8.0;
  const double lens = 2 * r * r * std::acos(d / (2 * r)) - 0.5 * d * std::sqrt(4 * r * r - d * d);  // published formula
  const auto circle = regular_polygon(1500, r);
  EXPECT_NEAR(even_odd_area({circle, moved(circle, {d, 0})}), 2 * (M_PI * r * r - lens), 2e-3);
}

TEST(PolygonWithin, GivesBackTheSquareWhoseSidesBoundIt)
{
  const auto square =
      polygon_within({{{1, 0}, 3}, {{0, 1}, 2}, {{-1, 0}, -1}, {{0, -1}, 0}, {{std::sqrt(0.5), std::sqrt(0.5)}, 100}}, {2, 1});
  ASSERT_EQ(square.size(), 4u);
  EXPECT_NEAR(signed_area(square), 4.0, 1e-12);
  EXPECT_NEAR(square[0].x, 1.0, 1e-12);
  EXPECT_NEAR(square[0].y, 0.0, 1e-12);
}

TEST(PolygonWithin, IsNotThrownFarAwayByLinesThatAreParallelButForRounding)
{
  const std::vector<SupportLine> lines{{{1, 0}, 1}, {unit({1, 1e-16}), 1 + 1e-15}, {unit({1, -2e-15}), 1}, {{0, 1}, 1}, {{-1, 0}, 1},
                                       {{0, -1}, 1}};
  EXPECT_NEAR(longest_chord(polygon_within(lines, {0.1, 0.2})).length(), std::sqrt(8.0), 1e-9);
}

TEST(PolygonInterior, CountsItsBorderAsInside)
{
  const PolygonInterior interior(horseshoe);
  EXPECT_TRUE(interior.contains({1, 5}));
  EXPECT_TRUE(interior.contains({0, 3}));
  EXPECT_TRUE(interior.contains({2, 2}));
  EXPECT_FALSE(interior.contains({5, 5}));
  EXPECT_FALSE(interior.contains({5, 10}));
  EXPECT_TRUE(interior.contains_line({0, 0}, {10, 0}));
  EXPECT_TRUE(interior.contains_line({2, 2}, {8, 2}));
  EXPECT_FALSE(interior.contains_line({0, 10}, {10, 10}));
  EXPECT_FALSE(interior.contains_line({0, 10}, {10, 0}));
}

TEST(InsideChord, OfAConvexShapeIsItsLongestDiameter)
{
  const auto polygon = regular_polygon(101, 7.0);
  EXPECT_NEAR(longest_inside_chord(polygon).chord->length(), longest_chord(convex_hull(polygon)).length(), 1e-9);
}

TEST(InsideChord, OfAHorseshoeIsShorterThanItsHullAndStaysInAnArm)
{
  // Hull: the diagonal, 14.14. Inside: from the outer lower corner past the notch's corner (2, 2), or along an arm.
  // (10, 0) to (2, 2) would go on to (0, 2.5), which is no corner; (0, 0)-(10, 0) is 10; (2, 10)-(0, 0) is sqrt(104) = 10.198.
  const auto inside = longest_inside_chord(horseshoe).chord;
  ASSERT_TRUE(inside);
  EXPECT_NEAR(inside->length(), std::sqrt(104.0), 1e-12);
}

TEST(InsideChord, AgreesWithTryingEveryPairOnRandomOutlines)
{
  std::mt19937 random(5);
  for (int n = 0; n < 1500; ++n)
    for (const auto& loop : edge_outline(random_slice(random)))
    {
      const PolygonInterior interior(loop);
      double longest = 0.0;
      for (const auto& a : loop)
        for (const auto& b : loop)
          if (distance(a, b) > longest && interior.contains_line(a, b)) longest = distance(a, b);
      const auto found = longest_inside_chord(loop).chord;
      ASSERT_TRUE(found);
      ASSERT_NEAR(found->length(), longest, 1e-9) << "mask " << n;
    }
}

TEST(InsideChord, IsNothingWhenNoneIsLongerThanAsked) { EXPECT_FALSE(longest_inside_chord(unit_square, 2.0).chord); }

TEST(PieceCheck, TellsWhenALineJoinsTwoPieces)
{
  const auto other = moved(unit_square, {5, 0});
  EXPECT_FALSE(longest_in_one_piece({{0, 0}, {1, 1}}, {unit_square, other}));
  const auto single = longest_in_one_piece({{0, 0}, {6, 1}}, {unit_square, other});
  ASSERT_TRUE(single);
  EXPECT_NEAR(*single, std::sqrt(2.0), 1e-12);
}

TEST(SubPixelHull, HoldsAllPixelCentresAndReachesLessThanAPixelBeyondThePixels)
{
  std::mt19937 random(9);
  for (int n = 0; n < 5000; ++n)
  {
    const auto slice = random_slice(random);
    std::vector<PlanePoint> centres;
    for (int row = 0; row < slice.rows; ++row)
      for (int column = 0; column < slice.columns; ++column)
        if (slice.contains(column, row)) centres.push_back(slice.place(column, row));
    const auto hull = sub_pixel_hull(slice);
    const double shortest = longest_of_all_pairs(centres), longest = longest_chord(hull).length();
    ASSERT_GE(longest, shortest - 1e-9) << "mask " << n;
    ASSERT_LE(longest, shortest + 2.0 * std::hypot(slice.column_step, slice.row_step)) << "mask " << n;
    for (const auto& centre : centres)
      ASSERT_TRUE(hull.size() < 3 || PolygonInterior(hull).contains(centre + PlanePoint{})) << "mask " << n;
  }
}

TEST(SubPixelHull, OfADiscIsRoundAndOfItsSizeWhereverItLies)
{
  // Truth: the radius. Half-way points would read up to 0.9 pixels too long.
  std::mt19937 random(10);
  std::uniform_real_distribution<double> offset(-0.5, 0.5), radius(8.0, 40.0);
  for (int n = 0; n < 200; ++n)
  {
    const double r = radius(random), x = 45 + offset(random), y = 45 + offset(random);
    PixelSlice slice{91, 91, 1.0, 1.0, {}};
    for (int row = 0; row < 91; ++row)
      for (int column = 0; column < 91; ++column) slice.pixels.push_back(std::hypot(column - x, row - y) <= r ? 1 : 0);
    const auto hull = sub_pixel_hull(slice);
    const auto longest = longest_chord(hull);
    EXPECT_NEAR(longest.length(), 2 * r, 0.5) << "radius " << r;
    EXPECT_NEAR(longest_perpendicular_chord(hull, longest).length(), 2 * r, 0.6) << "radius " << r;
  }
}
