#include "imaging/registration/rigid_transform.h"

#include <gtest/gtest.h>

#include <numbers>

#include "imaging/registration/rigid_pose.h"

using namespace nadir;
using nadir::imaging::RigidTransform;

namespace
{
const RigidTransform tilted({0.3, -0.2, 0.7}, {4, -11, 25}, {100, -50, 20});
const RigidTransform other({-0.1, 0.4, 0.05}, {-7, 3, 1}, {0, 10, -300});

void expect_same(PatientPoint a, PatientPoint b) { EXPECT_LT(distance(a, b).value(), 1e-9); }
}  // namespace

TEST(RigidTransform, LeavesEveryPointWhereItIsByDefault) { expect_same(RigidTransform{}({1, 2, 3}), {1, 2, 3}); }

TEST(RigidTransform, TurnsRightHandedAboutEachAxis)
{
  const double quarter = std::numbers::pi / 2;
  expect_same(RigidTransform({quarter, 0, 0}, {}, {})({0, 1, 0}), {0, 0, 1});
  expect_same(RigidTransform({0, quarter, 0}, {}, {})({0, 0, 1}), {1, 0, 0});
  expect_same(RigidTransform({0, 0, quarter}, {}, {})({1, 0, 0}), {0, 1, 0});
}

TEST(RigidTransform, MovesItsCentreByTheTranslationOnly) { expect_same(tilted({100, -50, 20}), {104, -61, 45}); }

TEST(RigidTransform, KeepsDistances) { EXPECT_NEAR(distance(tilted({0, 0, 0}), tilted({30, 40, 0})).value(), 50.0, 1e-9); }

TEST(RigidTransform, IsUndoneByItsInverse)
{
  expect_same(tilted.inverse()(tilted({7, -8, 9})), {7, -8, 9});
  expect_same(tilted(tilted.inverse()({7, -8, 9})), {7, -8, 9});
}

TEST(RigidTransform, ComposesInTheOrderThatIsNamed)
{
  expect_same(other.after(tilted)({1, 2, 3}), other(tilted({1, 2, 3})));
  expect_same(tilted.after(other)({1, 2, 3}), tilted(other({1, 2, 3})));
}

TEST(RigidTransform, IsFoundAgainAsAPose)
{
  const RigidTransform again = imaging::RigidPose::of(tilted).transform();
  for (const PatientPoint p : {PatientPoint{100, -50, 20}, PatientPoint{-3, 70, 9}}) expect_same(again(p), tilted(p));
}

TEST(RigidTransform, KnowsTheAngleOfItsRotation)
{
  EXPECT_NEAR(RigidTransform({0, 0, 0.05}, {1, 2, 3}, {4, 5, 6}).rotation_angle(), 0.05, 1e-12);
  EXPECT_NEAR(RigidTransform({0, -3.0, 0}, {}, {}).rotation_angle(), 3.0, 1e-12);
  EXPECT_EQ(RigidTransform{}.rotation_angle(), 0.0);
}
