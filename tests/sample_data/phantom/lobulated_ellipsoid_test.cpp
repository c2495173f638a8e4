#include "sample_data/phantom/lobulated_ellipsoid.h"

#include <gtest/gtest.h>

#include "imaging/result/expects.h"
#include "tests/sample_data/phantom/sampled_body.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
LobulatedEllipsoid body_of(SemiAxes axes, double lobulation)
{
  return LobulatedEllipsoid{Ellipsoid({5, 6, 7}, axes, Rotation::from({0, 0, 25})), lobulation};
}

/// Volume by adding up the solid angle times r^3 / 3 over a fine grid of directions; r by bisection.
double integrated_volume(const LobulatedEllipsoid& body)
{
  constexpr int rings = 200, sectors = 400;
  double volume = 0.0;
  for (int m = 0; m < rings; ++m)
    for (int n = 0; n < sectors; ++n)
    {
      const double z = -1.0 + (m + 0.5) * 2.0 / rings, phi = (n + 0.5) * 2.0 * std::numbers::pi / sectors, s = std::sqrt(1.0 - z * z);
      const auto end = test::surface_point(body, body.centre(), {s * std::cos(phi), s * std::sin(phi), z});
      const double r = distance(end, body.centre()).value();
      volume += r * r * r / 3.0 * (4.0 * std::numbers::pi / (rings * sectors));
    }
  return volume;
}

/// Largest distance of a surface point from the centre, over meridian and height.
double largest_radius(const LobulatedEllipsoid& body)
{
  double largest = 0.0;
  for (int m = 0; m <= 900; ++m)
    for (int n = 0; n < 32; ++n)
    {
      const double theta = 0.5 * std::numbers::pi * m / 900, phi = 2.0 * std::numbers::pi * n / 32;
      const auto direction =
          body.ellipsoid().axes().apply({std::sin(theta) * std::cos(phi), std::sin(theta) * std::sin(phi), std::cos(theta)});
      largest = std::max(largest, distance(test::surface_point(body, body.centre(), direction), body.centre()).value());
    }
  return largest;
}
}  // namespace

// Truth: numerical integration, whose error on 80,000 directions is below 1e-4 of the volume.
TEST(LobulatedEllipsoid, HasTheVolumeOfTheIntegral)
{
  for (const double lobulation : {0.0, 0.05, 0.1})
  {
    const auto body = body_of({32, 25, 38}, lobulation);
    EXPECT_NEAR(body.volume_mm3() / integrated_volume(body), 1.0, 2e-4) << lobulation;
  }
}

// The cases cover a maximum at the equator, at the pole, and on the hump in between (c slightly above a).
TEST(LobulatedEllipsoid, IsAsLongAsItsTwoFarthestSurfacePoints)
{
  for (const auto& axes : {SemiAxes{32, 25, 20}, SemiAxes{20, 15, 40}, SemiAxes{30, 25, 31}, SemiAxes{30, 25, 32.5}, SemiAxes{30, 30, 30}})
    for (const double lobulation : {0.02, 0.06, 0.1})
    {
      const auto body = body_of(axes, lobulation);
      EXPECT_NEAR(body.feret_3d().value(), 2.0 * largest_radius(body), 2e-3) << axes.c << " " << lobulation;
    }
}

TEST(LobulatedEllipsoid, SectionAgreesWithSampledSurfaceAtAnyHeight)
{
  const auto body = body_of({32, 25, 38}, 0.08);
  const auto& axes = body.ellipsoid().axes();
  for (const double height : {0.0, 5.0, -11.0, 22.0, 33.0, 37.0})
  {
    const auto middle = body.centre() + PatientVector{0, 0, height};
    const auto section = body.section({{0, 0, 1}, middle});
    ASSERT_TRUE(section) << height;
    const auto points = test::ring(body, middle, axes.x, axes.y);
    EXPECT_NEAR(section->longest().value(), test::longest_pair(points), 1e-3) << height;
    EXPECT_NEAR(section->perpendicular().value(), test::extent(points, axes.y), 1e-3) << height;
    EXPECT_NEAR(body.level(section->long_end_a), 1.0, 1e-9);
    EXPECT_NEAR(body.level(section->short_end_b), 1.0, 1e-9);
  }
  EXPECT_FALSE(body.section({{0, 0, 1}, body.centre() + PatientVector{0, 0, 38.01}}));
}

TEST(LobulatedEllipsoid, RefusesWhatItsFormulaDoesNotCover)
{
  EXPECT_THROW(body_of({20, 25, 30}, 0.05), ContractViolation);
  EXPECT_THROW(body_of({25, 20, 30}, 0.2), ContractViolation);
  EXPECT_THROW(static_cast<void>(body_of({25, 20, 30}, 0.05).section({{0, 1, 0}, {}})), ContractViolation);
}
