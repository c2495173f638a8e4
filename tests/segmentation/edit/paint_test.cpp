#include "segmentation/edit/paint.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::literals;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
Mask nothing() { return Mask::from_grid(oblique_grid(), std::vector<std::uint8_t>(oblique_grid().size().voxels())); }

BrushStroke stroke(std::vector<Offset> path, Millimeters radius, BrushShape shape)
{
  BrushStroke result{{}, radius, shape};
  for (const auto& offset : path) result.path.push_back(at(oblique_grid(), offset));
  return result;
}
}  // namespace

// Truth: 4/3 pi r^3; tolerance 1.5 %, which is what 3 mm slices leave of a ball of 16 mm.
TEST(Brush, ADabOfABallHasTheVolumeOfABall)
{
  const auto mask = paint(nothing(), stroke({{}}, 16.0_mm, BrushShape::Ball));
  EXPECT_NEAR(volume_mm3(mask) / ball_volume_mm3(16.0), 1.0, 0.015);
  EXPECT_EQ(mask.box().size.k, 11);  // 15 mm to either side at 3 mm
}

TEST(Brush, AStrokeOfABallIsACapsule)
{
  const auto mask = paint(nothing(), stroke({{-15, 0, 0}, {15, 0, 0}}, 10.0_mm, BrushShape::Ball));
  EXPECT_NEAR(volume_mm3(mask) / (ball_volume_mm3(10.0) + std::numbers::pi * 100.0 * 30.0), 1.0, 0.02);
}

TEST(Brush, ADiscStaysInItsSlice)
{
  const auto mask = paint(nothing(), stroke({{2, -3, 6}}, 12.0_mm, BrushShape::Disc));
  EXPECT_EQ(mask.box().size.k, 1);
  EXPECT_EQ(mask.box().first.k, 17);  // 6 mm above the middle slice 15
  EXPECT_NEAR(static_cast<double>(mask.count()) * 0.7 * 0.8 / (std::numbers::pi * 144.0), 1.0, 0.01);
}

TEST(Brush, ADiscIsRoundInThePatientWhereVoxelsAreNot)
{
  const auto mask = paint(nothing(), stroke({{}}, 14.0_mm, BrushShape::Disc));
  EXPECT_NEAR(mask.box().size.i * 0.7, 28.0, 0.8);
  EXPECT_NEAR(mask.box().size.j * 0.8, 28.0, 0.9);
}

TEST(Brush, TheSmallestBrushTakesTheVoxelUnderIt)
{
  const auto mask = paint(nothing(), stroke({{0.3, 0.3, 1.0}}, 0.01_mm, BrushShape::Ball));
  EXPECT_EQ(mask.count(), 1U);
}

TEST(Brush, AStrokeOfManyPointsIsWhatItsPiecesAre)
{
  const std::vector<Offset> path{{-20, -10, -6}, {-5, 8, 0}, {12, 9, 3}};
  const auto whole = paint(nothing(), stroke(path, 6.0_mm, BrushShape::Ball));
  auto pieces = paint(nothing(), stroke({path[0], path[1]}, 6.0_mm, BrushShape::Ball));
  pieces = paint(pieces, stroke({path[1], path[2]}, 6.0_mm, BrushShape::Ball));
  EXPECT_TRUE(same_voxels(whole, pieces));
}

TEST(Brush, OutsideTheGridChangesNothing)
{
  const auto before = ball(oblique_grid(), 10.0);
  EXPECT_TRUE(same_voxels(before, paint(before, stroke({{500, 0, 0}}, 20.0_mm, BrushShape::Ball))));
  EXPECT_TRUE(same_voxels(before, erase(before, stroke({{0, 0, -900}}, 20.0_mm, BrushShape::Disc))));
  EXPECT_TRUE(same_voxels(before, paint(before, stroke({}, 20.0_mm, BrushShape::Disc))));
}

TEST(Brush, ReachesInFromOutsideTheGrid)
{
  const auto mask = paint(nothing(), stroke({{45, 0, 0}}, 10.0_mm, BrushShape::Ball));  // the grid ends at 42 mm
  EXPECT_EQ(mask.box().first.i + mask.box().size.i, 120);
  EXPECT_GT(mask.count(), 0U);
}

TEST(Eraser, TakesAwayWhatTheBrushAdds)
{
  const auto small = ball(oblique_grid(), 8.0, {30, 0, 0});
  const auto dab = stroke({{-10, 0, 0}}, 12.0_mm, BrushShape::Ball);
  EXPECT_TRUE(same_voxels(erase(paint(small, dab), dab), small));
}

TEST(Eraser, HollowsABall)
{
  const auto shell = erase(ball(oblique_grid(), 20.0), stroke({{}}, 10.0_mm, BrushShape::Ball));
  EXPECT_NEAR(volume_mm3(shell) / (ball_volume_mm3(20.0) - ball_volume_mm3(10.0)), 1.0, 0.01);
}

TEST(Eraser, MayLeaveNothing) { EXPECT_TRUE(erase(ball(oblique_grid(), 8.0), stroke({{}}, 20.0_mm, BrushShape::Ball)).is_empty()); }
