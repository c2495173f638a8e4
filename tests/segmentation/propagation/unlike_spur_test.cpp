// Truth: the ball that the image was made with. The baseline mask was drawn over muscle beside it, as masks from a stroke are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::BallLimb;

/// The ball and a bar of muscle of 8 x 12 mm beside it, 26 mm long.
Mask drawn_over_muscle(const BallLimb& limb)
{
  const auto ball = nadir::testing::mask_of(limb);
  const auto& grid = ball.geometry();
  std::vector<std::uint8_t> bytes;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        const auto off = grid.voxel_to_patient(VoxelIndex{i, j, k}) - limb.centre;
        const bool in_bar =
            off.left > -limb.radius - 26.0 && off.left < 0.0 && std::abs(off.posterior - 7.0) < 4.0 && std::abs(off.superior) < 6.0;
        bytes.push_back(in_bar || ball.contains({i, j, k}) ? 1 : 0);
      }
  return Mask::from_grid(grid, bytes);
}

/// Farthest voxel of a mask from a point, mm.
double reach(const Mask& mask, PatientPoint from)
{
  const auto& grid = mask.geometry();
  double farthest = 0.0;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
        if (mask.contains({i, j, k})) farthest = std::max(farthest, norm(grid.voxel_to_patient(VoxelIndex{i, j, k}) - from));
  return farthest;
}

class UnlikeSpur : public ::testing::TestWithParam<double>
{
};

TEST_P(UnlikeSpur, IsNoPartOfALesionThatHasChanged)
{
  const BallLimb early{}, late{early.centre, GetParam(), 0.0, {9.0, -6.0, 5.0}, 1.4};
  const auto before = nadir::testing::image_of(early), after = nadir::testing::image_of(late);
  const auto mask = drawn_over_muscle(early);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  constexpr double two_pixels = 3.0, half_a_slice = 2.0;  // mm
  EXPECT_LT(reach(found->mask, late.centre + late.shift), late.radius + two_pixels + half_a_slice);
  EXPECT_GE(nadir::testing::dice(found->mask, nadir::testing::mask_of(late)), 0.90);
}

INSTANTIATE_TEST_SUITE_P(Radii, UnlikeSpur, ::testing::Values(10.0, 11.2, 11.5, 11.9, 16.8));
}  // namespace
}  // namespace nadir::segmentation
