#include "segmentation/mask/plane_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nadir::segmentation
{
namespace
{
using ::testing::ElementsAre;

TEST(PlaneSteps, OfEvenPlanesIsTheirMeanStep)
{
  const auto steps = steps_of({-10, -6.7305, -3.4595, -0.19});
  EXPECT_TRUE(steps.is_regular);
  EXPECT_NEAR(steps.step, 3.27, 1e-9);
  EXPECT_THAT(steps.places, ElementsAre(0, 1, 2, 3));
}

TEST(PlaneSteps, SeeMissingPlanes)
{
  const auto steps = steps_of({0, 3, 12, 15});
  EXPECT_TRUE(steps.is_regular);
  EXPECT_NEAR(steps.step, 3.0, 1e-9);
  EXPECT_THAT(steps.places, ElementsAre(0, 1, 4, 5));
}

TEST(PlaneSteps, ThatDoNotDivideEachOtherAreIrregular)
{
  EXPECT_FALSE(steps_of({0, 3, 7, 10}).is_regular);
  EXPECT_FALSE(steps_of({0, 3, 6.1, 9}).is_regular);
  EXPECT_FALSE(steps_of({0, 5, 8}).is_regular);
  EXPECT_TRUE(steps_of({0, 3, 6.02, 9}).is_regular);
}

TEST(PlaneSteps, MayBeDeclaredWhereNoTwoNeighboursAreThere)
{
  const auto steps = steps_with({0, 2, 5}, 1.0);
  EXPECT_TRUE(steps.is_regular);
  EXPECT_THAT(steps.places, ElementsAre(0, 2, 5));
  EXPECT_FALSE(steps_with({0, 2.5, 5}, 1.0).is_regular);
  EXPECT_FALSE(steps_with({0, 2.5, 5}, 0.0).is_regular);
}

TEST(PlaneSteps, OfOnePlaneAreNone)
{
  EXPECT_EQ(steps_of({4}).step, 0.0);
  EXPECT_THAT(steps_of({4}).places, ElementsAre(0));
}

TEST(DistinctOffsets, JoinWhatRoundingSetApart) { EXPECT_THAT(distinct_offsets({3.001, 0, 3, 0.0005}, 0.01), ElementsAre(0, 3)); }
}  // namespace
}  // namespace nadir::segmentation
