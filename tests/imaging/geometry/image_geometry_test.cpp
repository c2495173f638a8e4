#include "imaging/geometry/image_geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "imaging/geometry/anatomical_plane.h"

using namespace nadir;

namespace
{
const GridSize size{10, 20, 5};
const VoxelSpacing spacing{0.5, 0.8, 6.0};
const PatientPoint origin{-10, 20, 30};

GridAxes coronal_oblique(double degrees)
{
  const double a = degrees * M_PI / 180.0;
  const PatientVector i{1, 0, 0}, j{0, std::sin(a), -std::cos(a)};
  return {i, j, cross(i, j)};
}
}  // namespace

TEST(ImageGeometry, PlacesTheFirstVoxelCentreAtTheOrigin)
{
  const auto geometry = ImageGeometry::make(size, spacing, origin, {});
  ASSERT_TRUE(geometry);
  EXPECT_EQ(geometry->voxel_to_patient(VoxelIndex{0, 0, 0}), origin);
}

TEST(ImageGeometry, RoundTripsPointsInAnObliqueGrid)
{
  const auto geometry = ImageGeometry::make(size, spacing, origin, coronal_oblique(17));
  ASSERT_TRUE(geometry);
  const auto index = geometry->patient_to_voxel(geometry->voxel_to_patient(ContinuousVoxelIndex{3.25, 11.5, 2.75}));
  EXPECT_NEAR(index.i, 3.25, 1e-9);
  EXPECT_NEAR(index.j, 11.5, 1e-9);
  EXPECT_NEAR(index.k, 2.75, 1e-9);
}

TEST(ImageGeometry, RefusesAMirroredGrid)
{
  const auto geometry = ImageGeometry::make(size, spacing, origin, {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
  ASSERT_FALSE(geometry);
  EXPECT_TRUE(geometry.failure().is(GeometryError::LeftHanded));
}

TEST(ImageGeometry, RefusesSpacingThatIsNoLength)
{
  for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
  {
    const auto geometry = ImageGeometry::make(size, {bad, 1, 1}, origin, {});
    ASSERT_FALSE(geometry) << bad;
    EXPECT_TRUE(geometry.failure().is(GeometryError::SpacingNotPositive));
  }
}

TEST(ImageGeometry, RefusesAxesThatAreNotPerpendicularUnitVectors)
{
  EXPECT_FALSE(ImageGeometry::make(size, spacing, origin, {{0, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
  EXPECT_FALSE(ImageGeometry::make(size, spacing, origin, {{1, 0, 0}, {0.1, 1, 0}, {0, 0, 1}}));
  EXPECT_FALSE(ImageGeometry::make(size, spacing, origin, {{2, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
}

TEST(ImageGeometry, CoincidesOnlyWithTheSameVoxels)
{
  const auto geometry = ImageGeometry::make(size, spacing, origin, {});
  const auto moved = ImageGeometry::make(size, spacing, {-10, 20, 30.4}, {});
  EXPECT_TRUE(geometry->coincides_with(*geometry, Millimeters{1e-6}));
  EXPECT_FALSE(geometry->coincides_with(*moved, Millimeters{0.3}));
  EXPECT_TRUE(geometry->coincides_with(*moved, Millimeters{0.5}));
}

TEST(AnatomicalPlane, IsTheNearestBodyPlane)
{
  EXPECT_EQ(nearest_plane({0, 0, -1}), AnatomicalPlane::Axial);
  EXPECT_EQ(nearest_plane({0, 1, 0.2}), AnatomicalPlane::Coronal);
  EXPECT_EQ(nearest_plane({0.9, 0.3, 0.3}), AnatomicalPlane::Sagittal);
  EXPECT_NEAR(obliquity_degrees(coronal_oblique(17).k), 17.0, 1e-6);
}
