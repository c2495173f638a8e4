#include "segmentation/mask/rasterize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawn_shapes.h"
#include "segmentation/mask/read_mask.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::HasSubstr;

using nadir::testing::circle;
using nadir::testing::drawn;
using nadir::testing::rectangle;

ContourStack stack_of(const std::vector<Contour>& contours) { return build_contour_stack(drawn(contours))->stack; }

/// 40 x 40 x 5 voxels of 1 x 1 x 3 mm, first voxel centre at (-20, -20, 0).
ImageGeometry grid() { return *ImageGeometry::make({40, 40, 5}, {1, 1, 3}, {-20, -20, 0}, {}); }

TEST(Rasterize, TakesTheVoxelsWhoseCentreIsInside)
{
  const auto mask = rasterize(stack_of({rectangle(-3.5, -2.5, 7, 5, 3)}), grid());
  ASSERT_TRUE(mask) << mask.failure().message();
  EXPECT_EQ(mask->count(), 7u * 5u);
  EXPECT_EQ(mask->box().first, (VoxelIndex{17, 18, 1}));
}

/// Edges through voxel centres: the two halves share no voxel and leave none out.
TEST(Rasterize, GivesEachVoxelToOneOfTwoNeighbours)
{
  const auto left = rasterize(stack_of({rectangle(-5, -5, 5, 10, 0)}), grid());
  const auto right = rasterize(stack_of({rectangle(0, -5, 5, 10, 0)}), grid());
  const auto both = rasterize(stack_of({rectangle(-5, -5, 10, 10, 0)}), grid());
  ASSERT_TRUE(left && right && both);
  EXPECT_EQ(both->count(), 100u);
  EXPECT_EQ(left->count() + right->count(), both->count());
  for (int j = 0; j < 40; ++j)
    for (int i = 0; i < 40; ++i) EXPECT_FALSE(left->contains({i, j, 0}) && right->contains({i, j, 0}));
}

TEST(Rasterize, LeavesAHoleOut)
{
  const auto mask = rasterize(stack_of({rectangle(-5.5, -5.5, 11, 11, 0), rectangle(-1.5, -1.5, 3, 3, 0)}), grid());
  ASSERT_TRUE(mask);
  EXPECT_EQ(mask->count(), 121u - 9u);
  EXPECT_FALSE(mask->contains({20, 20, 0}));
}

/// Truth: pi r^2; the error of counting centres is far below 1 % at 0.05 mm voxels.
TEST(Rasterize, OfACircleHasItsArea)
{
  const auto fine = *ImageGeometry::make({400, 400, 1}, {0.05, 0.05, 1}, {-9.98, -9.97, 0}, {});
  const auto mask = rasterize(stack_of({circle(8, 0, 3600)}), fine);
  ASSERT_TRUE(mask);
  EXPECT_NEAR(static_cast<double>(mask->count()) * 0.0025, std::numbers::pi * 64, 0.001 * std::numbers::pi * 64);
}

TEST(Rasterize, FollowsAnObliqueGrid)
{
  const double c = std::cos(0.5), s = std::sin(0.5);
  const GridAxes axes{{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
  const auto turned = *ImageGeometry::make({40, 40, 1}, {1, 1, 3}, {-20 * c + 20 * s, -20 * s - 20 * c, 0}, axes);
  const auto straight = rasterize(stack_of({rectangle(-3.4, -2.4, 6.9, 5.1, 0)}), grid());
  Contour contour;
  for (const auto& p : rectangle(-3.4, -2.4, 6.9, 5.1, 0))
    contour.push_back({c * p.left - s * p.posterior, s * p.left + c * p.posterior, 0});
  const auto mask = rasterize(stack_of({contour}), turned);
  ASSERT_TRUE(mask && straight);
  EXPECT_EQ(mask->count(), straight->count());
  EXPECT_EQ(mask->box().first, straight->box().first);
}

TEST(Rasterize, RefusesAnImageThatDoesNotFit)
{
  const auto between = rasterize(stack_of({circle(5, 1.4)}), grid());
  ASSERT_FALSE(between);
  EXPECT_TRUE(between.failure().is(MaskError::ImageMismatch));
  EXPECT_THAT(between.failure().message(), HasSubstr("no slice"));
  EXPECT_FALSE(rasterize(stack_of({circle(5, 30)}), grid()));
  EXPECT_FALSE(rasterize(stack_of({circle(25, 0)}), grid()));
  EXPECT_FALSE(rasterize(stack_of({nadir::testing::tilted(circle(5, 0), 5)}), grid()));
}

TEST(Rasterize, OfNoContourIsAnEmptyMask)
{
  const auto mask = rasterize(ContourStack{}, grid());
  ASSERT_TRUE(mask);
  EXPECT_TRUE(mask->is_empty());
}

class RasterizedSarcoma : public ::testing::TestWithParam<const char*>
{
};

/// Truth: the NIfTI mask that the providers of the data made of the same contours with another program (mirp).
TEST_P(RasterizedSarcoma, IsTheMaskThatAnotherProgramMade)
{
  const auto folder = nadir::testing::test_data() / "sts" / GetParam();
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("sts") / GetParam());
  const auto drawn_lesions = read_mask(folder / "mask/RS.dcm");
  const auto mask_lesions = read_mask(folder / "MR_T1_mask.nii.gz");
  ASSERT_TRUE(drawn_lesions && mask_lesions);
  const auto& theirs = std::get<Mask>(mask_lesions->at(0).shape);
  const auto ours = rasterize(std::get<ContourStack>(drawn_lesions->at(0).shape), theirs.geometry());
  ASSERT_TRUE(ours) << ours.failure().message();
  std::uint64_t common = 0;
  const auto& size = theirs.geometry().size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) common += ours->contains({i, j, k}) && theirs.contains({i, j, k}) ? 1u : 0u;
  EXPECT_GT(2.0 * static_cast<double>(common) / static_cast<double>(ours->count() + theirs.count()), 0.998);
}

INSTANTIATE_TEST_SUITE_P(Sts, RasterizedSarcoma,
                         ::testing::Values("STS_001", "STS_002", "STS_003", "STS_005", "STS_008", "STS_017", "STS_022", "STS_025",
                                           "STS_037", "STS_042", "STS_044", "STS_046"));
}  // namespace
}  // namespace nadir::segmentation
