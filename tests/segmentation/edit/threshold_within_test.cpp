#include "segmentation/edit/threshold_within.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
/// A bright rim around a dark middle of 10 mm: stored 100 and 20, times 2 plus 5.
imaging::Volume rim_image(const ImageGeometry& geometry)
{
  const auto core = ball(geometry, 10.0);
  std::vector<std::uint16_t> voxels;
  for (int k = 0; k < geometry.size().k; ++k)
    for (int j = 0; j < geometry.size().j; ++j)
      for (int i = 0; i < geometry.size().i; ++i) voxels.push_back(core.contains({i, j, k}) ? 20 : 100);
  return {geometry, std::move(voxels), std::vector<imaging::Rescale>(static_cast<std::size_t>(geometry.size().k), {2.0, 5.0})};
}
}  // namespace

TEST(ThresholdWithin, KeepsWhatLiesInTheRangeOfPhysicalValues)
{
  const auto lesion = ball(oblique_grid(), 20.0), core = ball(oblique_grid(), 10.0);
  const auto image = rim_image(oblique_grid());
  EXPECT_TRUE(same_voxels(threshold_within(lesion, image, {0, 45}).value(), core));  // the middle has exactly 45: ends count
  EXPECT_EQ(threshold_within(lesion, image, {46, 1000}).value().count(), lesion.count() - core.count());
  EXPECT_TRUE(threshold_within(lesion, image, {46, 204}).value().is_empty());
}

TEST(ThresholdWithin, NeverAddsVoxels)
{
  EXPECT_EQ(threshold_within(ball(oblique_grid(), 6.0), rim_image(oblique_grid()), {-1e9, 1e9}).value().count(),
            ball(oblique_grid(), 6.0).count());
}

TEST(ThresholdWithin, RefusesAnImageOnAnotherGrid)
{
  const auto shifted =
      ImageGeometry::make(oblique_grid().size(), oblique_grid().spacing(), {-30.0, 12.0, 840.0}, oblique_grid().axes()).value();
  EXPECT_TRUE(threshold_within(ball(oblique_grid(), 6.0), rim_image(shifted), {0, 1}).failure().is(EditError::GridMismatch));
}
