// Truth: the shape that the cube was given. Levels beside white matter: spin-echo equation (sources in tissue_config.h).
#include "segmentation/tissue/liquid_borders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "segmentation/tissue/enclosed_share.h"
#include "tests/segmentation/tissue/graded_cube.h"

namespace nadir::segmentation
{
namespace
{
constexpr int middle = 2 + graded_cube_width / 2;

/// Voxels from the nearest face of the cube.
int depth_of(const VoxelIndex& v)
{
  constexpr int last = 2 + graded_cube_width - 1;
  return std::min({v.i - 2, v.j - 2, v.k - 2, last - v.i, last - v.j, last - v.k});
}

CalmedValues values_of(const LesionVoxels& voxels, const std::function<double(const VoxelIndex&)>& signal)
{
  std::vector<float> values;
  for (const auto& v : voxels.voxels()) values.push_back(static_cast<float>(signal(v)));
  return calmed_values(voxels, std::move(values), 0.0);
}

std::size_t number_of(const LesionVoxels& voxels, VoxelIndex voxel)
{
  return static_cast<std::size_t>(std::ranges::find(voxels.voxels(), voxel) - voxels.voxels().begin());
}

TEST(EnclosedShare, IsOneInAClosedShellAndNothingWithoutBrightTissue)
{
  const auto voxels = graded_cube();
  std::vector<std::uint8_t> shell;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n) shell.push_back(depth_of(voxels.voxels()[n]) < 3 ? 1 : 0);
  const auto centre = number_of(voxels, {middle, middle, middle});
  EXPECT_NEAR(enclosed_shares(voxels, shell)[centre], 1.0, 1e-5);
  EXPECT_EQ(enclosed_shares(voxels, std::vector<std::uint8_t>(voxels.lesion_count(), 0))[centre], 0.0F);
}

// Of the 26 directions, 9 have a part along +i.
TEST(EnclosedShare, BesideAWallIsThatOfTheDirectionsTowardsIt)
{
  const auto voxels = graded_cube();
  std::vector<std::uint8_t> wall;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n) wall.push_back(voxels.voxels()[n].i > middle ? 1 : 0);
  EXPECT_NEAR(enclosed_shares(voxels, wall)[number_of(voxels, {middle, middle, middle})], 9.0 / 26.0, 1e-5);
}

TEST(LiquidBorders, AreHighWithinARingAndThoseOfLiquidOutsideIt)
{
  const auto voxels = graded_cube();
  const auto ring = [](const VoxelIndex& v) { return depth_of(v) < 3 || depth_of(v) > 5 ? 0.75 : 1.6; };
  const auto borders = liquid_borders(voxels, values_of(voxels, ring));
  EXPECT_NEAR(borders[number_of(voxels, {middle, middle, middle})], 0.85, 1e-4);
  EXPECT_NEAR(borders[number_of(voxels, {2, middle, middle})], 0.65, 1e-4);
}

TEST(LiquidBorders, DoNotCutOneTissueInTwo)
{
  const auto voxels = graded_cube();
  const auto one = [](const VoxelIndex& v) { return 0.64 + 0.04 * std::sin(12.9 * v.i + 78.2 * v.j + 37.7 * v.k); };
  const auto two = [](const VoxelIndex& v) { return v.i < middle ? 0.50 : 0.75; };
  EXPECT_GT(std::ranges::min(liquid_borders_of_one_tissue(voxels, values_of(voxels, one))), 0.69F);
  EXPECT_NEAR(std::ranges::min(liquid_borders_of_one_tissue(voxels, values_of(voxels, two))), 0.65, 1e-4);
}
}  // namespace
}  // namespace nadir::segmentation
