#include "segmentation/edit/fill_between_slices.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/segmentation/edit/solid_shapes.h"

using namespace nadir;
using namespace nadir::segmentation;
using namespace nadir::testing;

namespace
{
/// Only the slices whose number `keeps` says yes to.
template <class Keeps> Mask drawn_in(const Mask& mask, const Keeps& keeps)
{
  const auto& size = mask.geometry().size();
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(keeps(k) && mask.contains({i, j, k}) ? 1 : 0);
  return Mask::from_grid(mask.geometry(), voxels);
}

double area_mm2(const Mask& mask, int k)
{
  return static_cast<double>(drawn_in(mask, [k](int slice) { return slice == k; }).count()) * 0.7 * 0.8;
}
}  // namespace

// Truth: between two circles the cone's radius changes evenly. Tolerance: a third of a pixel of radius.
TEST(FillBetweenSlices, MakesAConeOfTwoCircles)
{
  const auto cone = solid(oblique_grid(), [](Offset p) { return std::hypot(p.i, p.j) <= 20.0 - p.k / 3.0; });
  const auto filled = fill_between_slices(drawn_in(cone, [](int k) { return k == 5 || k == 25; })).value();
  for (int k = 5; k <= 25; ++k) EXPECT_NEAR(std::sqrt(area_mm2(filled, k) / std::numbers::pi), 20.0 - (k - 15) * 3.0 / 3.0, 0.25) << k;
}

// Truth: a cylinder that leans by 45 degrees; circles that do not even overlap from one drawn slice to the next.
TEST(FillBetweenSlices, LetsALeaningLesionLean)
{
  const auto leaning = solid(oblique_grid(), [](Offset p) { return std::hypot(p.i - p.k, p.j + 0.3 * p.k) <= 8.0; });
  const auto filled = fill_between_slices(drawn_in(leaning, [](int k) { return k == 8 || k == 15 || k == 22; })).value();
  const auto truth = drawn_in(leaning, [](int k) { return k >= 8 && k <= 22; });
  EXPECT_NEAR(volume_mm3(filled) / volume_mm3(truth), 1.0, 0.02);
  std::uint64_t common = 0;
  for (int k = 8; k <= 22; ++k)
    for (int j = 0; j < 110; ++j)
      for (int i = 0; i < 120; ++i) common += filled.contains({i, j, k}) && truth.contains({i, j, k}) ? 1U : 0U;
  EXPECT_GT(2.0 * static_cast<double>(common) / static_cast<double>(filled.count() + truth.count()), 0.97);
}

// Truth: cut cones between circles of a ball of 30 mm that lie 9 mm apart; summed over the slices they are 0.9714 of the ball's discs.
TEST(FillBetweenSlices, OfABallDrawnInEveryThirdSliceIsConesBetweenItsCircles)
{
  const auto whole = ball(oblique_grid(), 30.0);
  const auto filled = fill_between_slices(drawn_in(whole, [](int k) { return k % 3 == 0; })).value();
  const auto truth = drawn_in(whole, [](int k) { return k >= 6 && k <= 24; });
  EXPECT_NEAR(volume_mm3(filled) / volume_mm3(truth), 0.9714, 0.005);
}

TEST(FillBetweenSlices, LeavesDrawnSlicesAlone)
{
  const auto drawn = drawn_in(ball(oblique_grid(), 25.0, {3, 4, 2}), [](int k) { return k % 4 == 0; });
  const auto filled = fill_between_slices(drawn).value();
  EXPECT_TRUE(same_voxels(drawn_in(filled, [](int k) { return k % 4 == 0; }), drawn));
}

TEST(FillBetweenSlices, MakesAHoleWhereBothShapesHaveOne)
{
  const auto ring = solid(oblique_grid(), [](Offset p) { return std::hypot(p.i, p.j) <= 20.0 && std::hypot(p.i, p.j) >= 8.0; });
  const auto filled = fill_between_slices(drawn_in(ring, [](int k) { return k == 10 || k == 20; })).value();
  EXPECT_NEAR(area_mm2(filled, 15) / (std::numbers::pi * (400.0 - 64.0)), 1.0, 0.02);
}

TEST(FillBetweenSlices, SaysWhenThereIsNothingToFill)
{
  const auto whole = ball(oblique_grid(), 20.0);
  EXPECT_TRUE(fill_between_slices(whole).failure().is(EditError::NothingBetween));
  EXPECT_TRUE(fill_between_slices(drawn_in(whole, [](int k) { return k == 15; })).failure().is(EditError::NothingBetween));
  EXPECT_TRUE(fill_between_slices(drawn_in(whole, [](int) { return false; })).failure().is(EditError::NothingBetween));
}
