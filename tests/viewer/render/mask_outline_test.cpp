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

void expect_circle(const std::vector<OutlineSegment>& outline, const SliceView& view, double radius, double tolerance)
{
  ASSERT_GT(outline.size(), 40U);
  for (const auto& piece : outline) EXPECT_NEAR(distance(view.to_patient(piece.from), middle).value(), radius, tolerance);
}
}  // namespace

TEST(MaskOutline, OfABallIsACircleInTheAcquiredPlane)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), middle, 0.5, {200, 200}};
  expect_circle(mask_outline(ball(), view), view, 20, 1.0);   // a voxel's diagonal is 1.4 mm
}

TEST(MaskOutline, OfABallIsACircleInAnObliquePlane)
{
  const SliceView view{tilted(radiological_plane(AnatomicalPlane::Coronal), 20, 30), middle, 0.5, {200, 200}};
  expect_circle(mask_outline(ball(), view), view, 20, 2.5);   // slices are 3 mm thick
}

TEST(MaskOutline, IsClosed)
{
  const SliceView view{radiological_plane(AnatomicalPlane::Axial), middle, 0.5, {200, 200}};
  double x = 0, y = 0;
  for (const auto& piece : mask_outline(ball(), view)) x += piece.to.x - piece.from.x, y += piece.to.y - piece.from.y;
  EXPECT_NEAR(x, 0, 1e-6);
  EXPECT_NEAR(y, 0, 1e-6);
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
