// Truth: the levels that the cube was filled with. 0.45 and 0.75 of normal brain are those of necrosis and of tumour that does not
// enhance in gliomas with expert labels (BraTS 2013).
#include "segmentation/tissue/two_dark_levels.h"

#include <gtest/gtest.h>

#include "tests/segmentation/tissue/graded_cube.h"

namespace nadir::segmentation
{
namespace
{
TEST(TwoDarkLevels, AreLiquidAndTumourThatDoesNotEnhance)
{
  const auto voxels = graded_cube();
  const auto found = two_dark_levels(voxels, graded_values(voxels, [](double x) { return x < 0.35 ? 0.45 : x < 0.7 ? 0.75 : 1.4; }));
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->liquid, 0.45, 0.03);
  EXPECT_NEAR(found->solid, 0.75, 0.03);
}

TEST(TwoDarkLevels, AreNotFoundInLiquidAlone)
{
  const auto voxels = graded_cube();
  EXPECT_FALSE(two_dark_levels(voxels, graded_values(voxels, [](double x) { return x < 0.6 ? 0.45 : 1.4; })));
}

TEST(TwoDarkLevels, AreNotMadeOfTheSlopeBetweenDeadAndEnhancingTissue)
{
  const auto voxels = graded_cube();
  const auto slope = [](double x) { return x < 0.4 ? 0.45 : x < 0.6 ? 0.45 + 0.95 * (x - 0.4) / 0.2 : 1.4; };
  EXPECT_FALSE(two_dark_levels(voxels, graded_values(voxels, slope)));
}

TEST(TwoDarkLevels, AreNotFoundWhereNothingIsAsDarkAsLiquid)
{
  const auto voxels = graded_cube();
  EXPECT_FALSE(two_dark_levels(voxels, graded_values(voxels, [](double x) { return x < 0.4 ? 0.74 : x < 0.7 ? 0.92 : 1.4; })));
}
}  // namespace
}  // namespace nadir::segmentation
