#include "viewer/interaction/edge_snap.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/viewer/interaction/view_of_a_ball.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

// Truth: the ball of 20 mm, cut 2 mm off its middle, ends 19.9 mm from the axis. Tolerance: three quarters of a voxel.
TEST(EdgeSnap, FindsTheSurfaceOfABall)
{
  const double edge = std::sqrt(400.0 - 4.0);
  for (const double start : {17.5, 19.0, 20.5, 22.0})
    EXPECT_NEAR(snapped_to_edge(acquired_view(), {start, 0.4, 2}, {1, 0, 0}, Millimeters{3.0}).left, edge, 0.6) << start;
}

TEST(EdgeSnap, LeavesAPointAloneWhereNothingChanges)
{
  const PatientPoint middle{4, 0.4, 2};
  EXPECT_EQ(snapped_to_edge(acquired_view(), middle, {1, 0, 0}, Millimeters{3.0}), middle);
}

TEST(EdgeSnap, LooksNoFartherThanItIsAllowed)
{
  const PatientPoint outside{26, 0.4, 2};
  EXPECT_EQ(snapped_to_edge(acquired_view(), outside, {1, 0, 0}, Millimeters{3.0}), outside);
}
