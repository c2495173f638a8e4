#include "segmentation/edit/fill_holes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;

TEST(FillHoles, MakesAShellABall)
{
  const auto shell = solid(oblique_grid(), [](Offset p) { return std::hypot(p.i, p.j, p.k) <= 25.0 && std::hypot(p.i, p.j, p.k) > 12.0; });
  EXPECT_TRUE(same_voxels(fill_holes(shell, HoleScope::Volume), ball(oblique_grid(), 25.0)));
  EXPECT_TRUE(same_voxels(fill_holes(shell, HoleScope::Slice), ball(oblique_grid(), 25.0)));
}

TEST(FillHoles, LeavesATubeOpenUnlessAskedForItsSlices)
{
  const auto tube =
      solid(oblique_grid(), [](Offset p) { return std::hypot(p.i, p.j) <= 20.0 && std::hypot(p.i, p.j) > 9.0 && std::abs(p.k) < 20.0; });
  const auto rod = solid(oblique_grid(), [](Offset p) { return std::hypot(p.i, p.j) <= 20.0 && std::abs(p.k) < 20.0; });
  EXPECT_TRUE(same_voxels(fill_holes(tube, HoleScope::Volume), tube));
  EXPECT_TRUE(same_voxels(fill_holes(tube, HoleScope::Slice), rod));
}

TEST(FillHoles, LeavesAGapThatAPersonWouldCallOpen)
{
  const auto shell = solid(oblique_grid(),
                           [](Offset p)
                           {
                             return std::hypot(p.i, p.j, p.k) <= 25.0 && std::hypot(p.i, p.j, p.k) > 12.0 &&
                                    !(p.i > 0 && std::abs(p.j) < 1.0 && std::abs(p.k) < 1.0);
                           });
  EXPECT_TRUE(same_voxels(fill_holes(shell, HoleScope::Volume), shell));
}

TEST(FillHoles, OfNothingIsNothing)
{
  const auto none = solid(oblique_grid(), [](Offset) { return false; });
  EXPECT_TRUE(fill_holes(none, HoleScope::Volume).is_empty());
}
