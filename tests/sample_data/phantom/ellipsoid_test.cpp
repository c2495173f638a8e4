#include "sample_data/phantom/ellipsoid.h"

#include <gtest/gtest.h>

#include "imaging/result/expects.h"
#include "sample_data/phantom/counter_random.h"
#include "tests/sample_data/phantom/sampled_body.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
const SemiAxes axes{12, 8, 20};

PatientVector unit(PatientVector v) { return (1.0 / norm(v)) * v; }

PatientVector random_direction(const CounterRandom& random, std::uint64_t n)
{
  return unit({random.gaussian(3 * n), random.gaussian(3 * n + 1), random.gaussian(3 * n + 2)});
}
}  // namespace

// Arithmetic: 4/3 pi 12 8 20 = 8042.477 mm3; 2 x 20 mm.
TEST(Ellipsoid, HasTheVolumeAndDiameterOfTheTextbook)
{
  const Ellipsoid ellipsoid({1, 2, 3}, axes, Rotation::from({20, 30, 40}));
  EXPECT_NEAR(ellipsoid.volume_mm3(), 8042.477, 0.001);
  EXPECT_DOUBLE_EQ(ellipsoid.feret_3d().value(), 40.0);
}

TEST(Ellipsoid, CutThroughItsCentrePerpendicularToAnAxisShowsTheOtherTwo)
{
  const Ellipsoid ellipsoid({1, 2, 3}, axes);
  EXPECT_NEAR(ellipsoid.largest_section({0, 0, 1}).longest().value(), 24.0, 1e-9);
  EXPECT_NEAR(ellipsoid.largest_section({0, 0, 1}).perpendicular().value(), 16.0, 1e-9);
  EXPECT_NEAR(ellipsoid.largest_section({0, 1, 0}).longest().value(), 40.0, 1e-9);
  EXPECT_NEAR(ellipsoid.largest_section({1, 0, 0}).perpendicular().value(), 16.0, 1e-9);
}

// A circle of a ball of radius 10 at height 6 has radius 8 (Pythagoras).
TEST(Ellipsoid, CutOffItsCentreShrinksAsPythagorasSays)
{
  const Ellipsoid ball({0, 0, 0}, {10, 10, 10}, Rotation::from({10, 20, 30}));
  const auto section = ball.section({{0, 0, 1}, {50, 50, 6}});
  ASSERT_TRUE(section);
  EXPECT_NEAR(section->longest().value(), 16.0, 1e-9);
  EXPECT_NEAR(section->perpendicular().value(), 16.0, 1e-9);
}

TEST(Ellipsoid, IsMissedByAPlaneBeyondItsExtent)
{
  const Ellipsoid ellipsoid({0, 0, 0}, axes);
  EXPECT_TRUE(ellipsoid.section({{0, 0, 1}, {0, 0, 19.99}}));
  EXPECT_FALSE(ellipsoid.section({{0, 0, 1}, {0, 0, 20.01}}));
}

// Truth: longest pair among 720 surface points of the cut, found by bisection; the gaps between points cost at most 3e-3 mm at the tips.
TEST(Ellipsoid, SectionAgreesWithSampledSurfaceInAnyOrientation)
{
  const CounterRandom random(7, "orientations");
  for (std::uint64_t n = 0; n < 20; ++n)
  {
    const auto normal = random_direction(random, n);
    const LobulatedEllipsoid body{
        Ellipsoid({3, -4, 5}, axes, Rotation::from({360 * random.uniform(100 + n), 33, 360 * random.uniform(200 + n)}))};
    const auto plane_point = body.centre() + (0.5 * body.ellipsoid().half_extent(normal)) * normal;
    const auto section = body.section({normal, plane_point});
    ASSERT_TRUE(section);
    const auto middle = section->long_end_a + 0.5 * (section->long_end_b - section->long_end_a);
    const auto u = unit(cross(normal, std::abs(normal.left) < 0.8 ? PatientVector{1, 0, 0} : PatientVector{0, 1, 0}));
    const auto points = test::ring(body, middle, u, cross(normal, u));
    EXPECT_NEAR(section->longest().value(), test::longest_pair(points), 3e-3);
    const auto across = unit(section->short_end_b - section->short_end_a);
    EXPECT_NEAR(section->perpendicular().value(), test::extent(points, across), 1e-3);
    EXPECT_NEAR(dot(across, section->long_end_b - section->long_end_a), 0.0, 1e-9);
    EXPECT_NEAR(dot(section->long_end_a - plane_point, normal), 0.0, 1e-9);
  }
}

TEST(Ellipsoid, EndsOfItsDiametersLieOnTheSurface)
{
  const Ellipsoid ellipsoid({3, -4, 5}, axes, Rotation::from({20, 30, 40}));
  const auto section = ellipsoid.section({unit({1, 2, 3}), {4, -4, 5}});
  ASSERT_TRUE(section);
  for (const auto& end : {section->long_end_a, section->long_end_b, section->short_end_a, section->short_end_b})
    EXPECT_NEAR(ellipsoid.level(end), 1.0, 1e-9);
}

TEST(Ellipsoid, KeepsItsSizesWhenThePatientMoves)
{
  const Ellipsoid ellipsoid({3, -4, 5}, axes, Rotation::from({20, 30, 40}));
  const RigidMotion motion{Rotation::from({-5, 7, 11}), {10, 20, -30}};
  const auto moved = ellipsoid.moved(motion);
  const PatientVector normal{0, 0, 1};
  EXPECT_NEAR(moved.largest_section(motion.rotation.apply(normal)).longest().value(), ellipsoid.largest_section(normal).longest().value(),
              1e-9);
  EXPECT_NEAR(moved.level(motion.to_patient({8, -4, 9})), ellipsoid.level({8, -4, 9}), 1e-12);
}

TEST(Ellipsoid, WithoutExtentIsABrokenContract) { EXPECT_THROW(Ellipsoid({0, 0, 0}, {1, 0, 1}), ContractViolation); }

TEST(RigidMotion, TakesPointsThereAndBack)
{
  const RigidMotion motion{Rotation::from({15, -25, 35}), {1, 2, 3}};
  const auto back = motion.to_anatomy(motion.to_patient({4, 5, 6}));
  EXPECT_NEAR(distance(back, {4, 5, 6}).value(), 0.0, 1e-12);
}

TEST(Rotation, TurnsRightHandedAboutTheNamedAxis)
{
  EXPECT_NEAR(norm(Rotation::from({0, 0, 90}).apply({1, 0, 0}) - PatientVector{0, 1, 0}), 0.0, 1e-12);
  EXPECT_NEAR(norm(Rotation::from({90, 0, 0}).apply({0, 1, 0}) - PatientVector{0, 0, 1}), 0.0, 1e-12);
  EXPECT_NEAR(norm(Rotation::from({0, 90, 0}).apply({0, 0, 1}) - PatientVector{1, 0, 0}), 0.0, 1e-12);
}
