#include "viewer/render/mask_outline.h"

#include <gtest/gtest.h>

#include <cmath>

#include "viewer/render/mask_tint.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
const PatientPoint middle{30, 30, 30};

/// A ball of 20 mm radius on a grid of 1 x 1 x 3 mm.
segmentation::Mask ball()
{
  const auto geometry = *ImageGeometry::make({61, 61, 21}, {1, 1, 3}, {0, 0, 0}, {});
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < 21; ++k)
    for (int j = 0; j < 61; ++j)
      for (int i = 0; i < 61; ++i) voxels.push_back(distance(geometry.voxel_to_patient(VoxelIndex{i, j, k}), middle).value() <= 20 ? 1 : 0);
  return segmentation::Mask::from_grid(geometry, voxels);
}

void expect_circle(const std::vector<OutlinePath>& outline, const SliceView& view, double radius, double tolerance)
{
  ASSERT_EQ(outline.size(), 1U);
  ASSERT_GT(outline[0].points.size(), 40U);
  EXPECT_TRUE(outline[0].is_closed);
  for (const auto& place : outline[0].points) EXPECT_NEAR(distance(view.to_patient(place), middle).value(), radius, tolerance);
}

double length_of(const OutlinePath& path, const SliceView& view)
{
  double length = 0;
  for (std::size_t n = 0; n < path.points.size(); ++n)
    length += distance(view.to_patient(path.points[n]), view.to_patient(path.points[(n + 1) % path.points.size()])).value();
  return length;
}
}  // namespace

TEST(MaskOutline, OfABallIsACircleInTheAcquiredPlane)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), middle, 0.5, {200, 200}};
  expect_circle(mask_outline(ball(), view), view, 20, 1.0);  // a voxel's diagonal is 1.4 mm
}

TEST(MaskOutline, OfABallIsACircleInAnObliquePlane)
{
  const SliceView view{tilted(radiological_plane(AnatomicalPlane::Coronal), 20, 30), middle, 0.5, {200, 200}};
  expect_circle(mask_outline(ball(), view), view, 20, 2.5);  // slices are 3 mm thick
}

/// A jump across the ball would show as a longer line: the points follow each other around it.
TEST(MaskOutline, GoesOnceAroundTheLesion)
{
  const SliceView view{tilted(radiological_plane(AnatomicalPlane::Coronal), 20, 30), middle, 0.5, {200, 200}};
  const auto outline = mask_outline(ball(), view);
  ASSERT_EQ(outline.size(), 1U);
  EXPECT_NEAR(length_of(outline[0], view), 2 * M_PI * 20, 0.15 * 2 * M_PI * 20);  // steps of 3 mm lengthen it
}

TEST(MaskOutline, HasALineForEachPartAndForAHole)
{
  const auto geometry = *ImageGeometry::make({20, 10, 1}, {1, 1, 3}, {0, 0, 0}, {});
  std::vector<std::uint8_t> voxels(200, 0);
  for (int j = 2; j < 8; ++j)
    for (int i = 2; i < 8; ++i) voxels[static_cast<std::size_t>(20 * j + i)] = i > 3 && i < 6 && j > 3 && j < 6 ? 0 : 1;  // a ring
  voxels[20 * 5 + 15] = 1;
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), {10, 5, 0}, 0.5, {60, 60}};
  const auto outline = mask_outline(segmentation::Mask::from_grid(geometry, voxels), view);
  ASSERT_EQ(outline.size(), 3U);
  for (const auto& path : outline) EXPECT_TRUE(path.is_closed);
}

TEST(MaskOutline, EndsWhereTheViewEnds)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Coronal), {50, 30, 30}, 0.5, {40, 40}};  // the left rim of the ball
  const auto outline = mask_outline(ball(), view);
  ASSERT_EQ(outline.size(), 1U);
  EXPECT_FALSE(outline[0].is_closed);
}

TEST(MaskOutline, IsEmptyInASliceWithoutTheLesion)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), {30, 30, 3}, 0.5, {200, 200}};
  EXPECT_TRUE(mask_outline(ball(), view).empty());
}

TEST(MaskTint, PaintsPixelsOfTheMaskOnly)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), middle, 1.0, {61, 61}};
  const MaskTint tint({ball(), 0xffff0000, 1.0}, view);
  std::vector<Argb> row(61, 0xff000000);
  tint.paint(30, row);
  EXPECT_EQ(row[30], 0xffff0000U);
  EXPECT_EQ(row[5], 0xff000000U);
  EXPECT_EQ(row[55], 0xff000000U);
}
