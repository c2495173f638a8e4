#include "segmentation/edit/smooth.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::literals;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
/// Faces of voxels between inside and outside, as an area in mm2: a rough surface has more.
double surface_mm2(const Mask& mask)
{
  const auto& box = mask.box();
  const auto& spacing = mask.geometry().spacing();
  double area = 0.0;
  for (int k = box.first.k - 1; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j - 1; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i - 1; i < box.first.i + box.size.i; ++i)
      {
        const bool inside = mask.contains({i, j, k});
        if (mask.contains({i + 1, j, k}) != inside) area += spacing.j * spacing.k;
        if (mask.contains({i, j + 1, k}) != inside) area += spacing.i * spacing.k;
        if (mask.contains({i, j, k + 1}) != inside) area += spacing.i * spacing.j;
      }
  return area;
}

Mask rough_ball()
{
  return solid(oblique_grid(),
               [](Offset p) { return std::hypot(p.i, p.j, p.k) <= 20.0 + 1.5 * std::sin(2.0 * p.i) * std::cos(2.3 * p.j); });
}
}  // namespace

TEST(Smooth, KeepsTheVolume)
{
  for (const double width : {0.5, 1.0, 2.0, 4.0})
    EXPECT_EQ(smooth(rough_ball(), Millimeters{width}).count(), rough_ball().count()) << width;
}

TEST(Smooth, TakesTheRoughnessOffABall)
{
  const auto smoothed = smooth(rough_ball(), 2.0_mm);
  const auto smooth_ball = ball(oblique_grid(), equivalent_radius(rough_ball()));
  EXPECT_GT(surface_mm2(rough_ball()), 1.1 * surface_mm2(smooth_ball));
  EXPECT_NEAR(surface_mm2(smoothed) / surface_mm2(smooth_ball), 1.0, 0.03);
}

TEST(Smooth, LeavesASmoothBallAsItIs)
{
  const auto before = ball(oblique_grid(), 22.0);
  const auto after = smooth(before, 1.5_mm);
  std::uint64_t common = 0;
  for (int k = 0; k < 31; ++k)
    for (int j = 0; j < 110; ++j)
      for (int i = 0; i < 120; ++i) common += before.contains({i, j, k}) && after.contains({i, j, k}) ? 1U : 0U;
  EXPECT_GT(static_cast<double>(common) / static_cast<double>(before.count()), 0.985);
}

TEST(Smooth, TakesASpikeAway)
{
  const auto spiked =
      solid(oblique_grid(), [](Offset p)
            { return std::hypot(p.i, p.j, p.k) <= 15.0 || (std::abs(p.j) < 0.5 && std::abs(p.k) < 1.0 && p.i > 0 && p.i < 30.0); });
  EXPECT_NEAR(spiked.box().size.i * 0.7, 45.0, 1.0);
  EXPECT_NEAR(smooth(spiked, 1.5_mm).box().size.i * 0.7, 30.0, 1.5);
}

TEST(Smooth, KeepsALesionCutByTheEdgeOfTheImages)
{
  const auto slab = solid(oblique_grid(), [](Offset p) { return std::abs(p.i) < 15.0; });
  EXPECT_TRUE(same_voxels(smooth(slab, 2.0_mm), slab));
}

TEST(Smooth, OfNothingIsNothing)
{
  EXPECT_TRUE(smooth(solid(oblique_grid(), [](Offset) { return false; }), 1.0_mm).is_empty());
}
