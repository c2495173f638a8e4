#include "segmentation/mask/mask.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/result/expects.h"
#include "segmentation/mask/components.h"
#include "segmentation/mask/grid_lesions.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::ElementsAre;
using ::testing::IsEmpty;

ImageGeometry grid(GridSize size) { return *ImageGeometry::make(size, {1, 1, 1}, {}, {}); }

Mask mask_with(GridSize size, const std::vector<VoxelIndex>& set)
{
  std::vector<std::uint8_t> voxels(size.voxels(), 0);
  for (const auto& v : set) voxels[static_cast<std::size_t>((v.k * size.j + v.j) * size.i + v.i)] = 7;
  return Mask::from_grid(grid(size), voxels);
}

TEST(Mask, HoldsTheSmallestBoxAroundItsVoxels)
{
  const auto mask = mask_with({5, 6, 7}, {{1, 2, 3}, {3, 4, 3}, {2, 2, 5}});
  EXPECT_EQ(mask.box().first, (VoxelIndex{1, 2, 3}));
  EXPECT_EQ(mask.box().size, (GridSize{3, 3, 3}));
  EXPECT_EQ(mask.count(), 3u);
  EXPECT_TRUE(mask.contains({2, 2, 5}));
  EXPECT_FALSE(mask.contains({2, 2, 4}));
  EXPECT_FALSE(mask.contains({-1, 0, 0}));
  EXPECT_FALSE(mask.contains({4, 5, 6}));
}

TEST(Mask, OfABoxIsTheSameAsOfTheWholeGrid)
{
  std::vector<std::uint8_t> box(3 * 3 * 1, 0);
  box[4] = 255;
  const auto mask = Mask::from_box(grid({5, 5, 5}), {{1, 1, 4}, {3, 3, 1}}, box);
  EXPECT_TRUE(mask.contains({2, 2, 4}));
  EXPECT_EQ(mask.box().first, (VoxelIndex{2, 2, 4}));
  EXPECT_EQ(mask.box().size, (GridSize{1, 1, 1}));
  EXPECT_THAT(mask.row(2, 4), ElementsAre(1));
}

TEST(Mask, MayBeEmpty)
{
  const auto mask = mask_with({2, 2, 2}, {});
  EXPECT_TRUE(mask.is_empty());
  EXPECT_EQ(mask.box().size, GridSize{});
  EXPECT_FALSE(mask.contains({0, 0, 0}));
  EXPECT_THAT(part_sizes(mask), IsEmpty());
}

TEST(Mask, RefusesABoxOutsideItsGrid)
{
  EXPECT_THROW(Mask::from_box(grid({5, 5, 5}), {{3, 0, 0}, {3, 1, 1}}, std::vector<std::uint8_t>(3, 1)), ContractViolation);
  EXPECT_THROW(Mask::from_grid(grid({5, 5, 5}), std::vector<std::uint8_t>(3, 1)), ContractViolation);
}

TEST(Parts, ThatTouchByACornerAreOne)
{
  EXPECT_THAT(part_sizes(mask_with({4, 4, 4}, {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}})), ElementsAre(3));
  EXPECT_THAT(part_sizes(mask_with({4, 4, 4}, {{1, 1, 0}, {0, 0, 1}})), ElementsAre(2));
  EXPECT_THAT(part_sizes(mask_with({4, 4, 4}, {{0, 1, 0}, {1, 0, 0}})), ElementsAre(2));
}

TEST(Parts, WithAVoxelBetweenThemAreTwo)
{
  EXPECT_THAT(part_sizes(mask_with({5, 5, 5}, {{0, 0, 0}, {2, 0, 0}, {3, 0, 0}})), ElementsAre(2, 1));
  EXPECT_THAT(part_sizes(mask_with({5, 5, 5}, {{0, 0, 0}, {0, 2, 0}})), ElementsAre(1, 1));
  EXPECT_THAT(part_sizes(mask_with({5, 5, 5}, {{0, 0, 0}, {0, 0, 2}})), ElementsAre(1, 1));
}

/// A comb: five teeth joined only in the last row. Truth by construction.
TEST(Parts, JoinedLateAreOne)
{
  std::vector<VoxelIndex> comb;
  for (int i = 0; i < 9; i += 2)
    for (int j = 0; j < 5; ++j) comb.push_back({i, j, 0});
  EXPECT_EQ(part_sizes(mask_with({9, 6, 1}, comb)).size(), 5u);
  for (int i = 0; i < 9; ++i) comb.push_back({i, 5, 0});
  EXPECT_THAT(part_sizes(mask_with({9, 6, 1}, comb)), ElementsAre(5 * 5 + 9));
}

TEST(ShapeWarnings, NameSeparatePartsAndCutEdges)
{
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 5}, {{2, 2, 2}}), GridBorder::ImageEdge), IsEmpty());
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 5}, {{1, 1, 1}, {3, 3, 3}, {3, 3, 2}}), GridBorder::ImageEdge),
              ElementsAre("2 separate parts (the largest holds 66.7 % of the voxels)"));
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 5}, {{2, 4, 2}}), GridBorder::ImageEdge),
              ElementsAre("the lesion touches the edge of the image: it may be cut off"));
  EXPECT_EQ(shape_warnings(mask_with({5, 5, 5}, {{2, 2, 0}}), GridBorder::ImageEdge).size(), 1u);
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 5}, {{2, 2, 0}}), GridBorder::InPlaneOnly), IsEmpty());
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 5}, {{0, 0, 0}}), GridBorder::Cropped), IsEmpty());
  EXPECT_THAT(shape_warnings(mask_with({5, 5, 1}, {{2, 2, 0}}), GridBorder::ImageEdge), IsEmpty());
}
}  // namespace
}  // namespace nadir::segmentation
