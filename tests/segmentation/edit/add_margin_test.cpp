#include "segmentation/edit/add_margin.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "segmentation/mask/distance_map.h"
#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
Mask random_mask(unsigned seed)
{
  const auto geometry = ImageGeometry::make({70, 12, 9}, {0.7, 1.3, 4.0}, {}, {}).value();
  std::mt19937 random(seed);
  std::vector<std::uint8_t> voxels(geometry.size().voxels());
  for (auto& voxel : voxels) voxel = random() % (seed % 2 == 0 ? 300U : 3U) == 0 ? 1 : 0;
  voxels[70 * 12 * 4 + 70 * 6 + 31] = 1;
  return Mask::from_grid(geometry, voxels);
}
}  // namespace

// Truth: a ball of radius R + margin. Tolerance: half the in-plane voxel diagonal, 0.53 mm.
TEST(Margin, GrowsABallByItsLength)
{
  for (const double margin : {3.0, 6.0, 10.5})
    EXPECT_NEAR(equivalent_radius(add_margin(ball(oblique_grid(), 20.0), Millimeters{margin})), 20.0 + margin, 0.53) << margin;
}

TEST(Margin, ShrinksABallByItsLength)
{
  for (const double margin : {3.0, 6.0, 10.5})
    EXPECT_NEAR(equivalent_radius(add_margin(ball(oblique_grid(), 25.0), Millimeters{-margin})), 25.0 - margin, 0.53) << margin;
}

TEST(Margin, GrownIsEveryVoxelWithinTheDistance)
{
  for (unsigned seed = 0; seed < 6; ++seed)
  {
    const auto mask = random_mask(seed);
    const VoxelBox grid{{0, 0, 0}, mask.geometry().size()};
    const auto distance = distance_map(mask, grid);
    for (const double margin : {0.7, 2.0, 5.0, 29.0})
    {
      const auto grown = add_margin(mask, Millimeters{margin});
      for (int k = 0; k < grid.size.k; ++k)
        for (int j = 0; j < grid.size.j; ++j)
          for (int i = 0; i < grid.size.i; ++i)
            ASSERT_EQ(grown.contains({i, j, k}), distance.at({i, j, k}) <= margin + 1e-4) << i << ' ' << j << ' ' << k << ' ' << margin;
    }
  }
}

TEST(Margin, ShrinkingIsGrowingWhatIsOutside)
{
  for (unsigned seed = 1; seed < 6; seed += 2)
  {
    const auto mask = random_mask(seed);
    const auto& size = mask.geometry().size();
    std::vector<std::uint8_t> outside;
    for (int k = 0; k < size.k; ++k)
      for (int j = 0; j < size.j; ++j)
        for (int i = 0; i < size.i; ++i) outside.push_back(mask.contains({i, j, k}) ? 0 : 1);
    const auto grown_outside = add_margin(Mask::from_grid(mask.geometry(), outside), Millimeters{1.4});
    const auto shrunk = add_margin(mask, Millimeters{-1.4});
    EXPECT_EQ(shrunk.count() + grown_outside.count(), size.voxels());
  }
}

TEST(Margin, OfALesionCutByTheEdgeOfTheImagesIsKeptThere)
{
  const auto geometry = oblique_grid();
  const auto slab = solid(geometry, [](Offset p) { return std::abs(p.i) < 15.0; });  // reaches the edge along j and k
  const auto shrunk = add_margin(slab, Millimeters{-5.0});
  EXPECT_EQ(shrunk.box().size.j, geometry.size().j);
  EXPECT_EQ(shrunk.box().size.k, geometry.size().k);
  EXPECT_NEAR(shrunk.box().size.i * 0.7, 20.0, 0.75);
}

TEST(Margin, OfNothingIsNothingAndZeroChangesNothing)
{
  const auto mask = ball(oblique_grid(), 9.0);
  const auto none = add_margin(mask, Millimeters{-30.0});
  EXPECT_TRUE(none.is_empty());
  EXPECT_TRUE(add_margin(none, Millimeters{5.0}).is_empty());
  EXPECT_TRUE(same_voxels(add_margin(mask, Millimeters{0.0}), mask));
}
