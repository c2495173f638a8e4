// Truth by construction: what a disc fits into, on pixels of 1 x 1 mm.
#include "segmentation/mask/slice_opening.h"

#include <gtest/gtest.h>

#include <functional>

using namespace nadir;
using namespace nadir::segmentation;

namespace
{
constexpr GridSize size{60, 40, 3};

Mask where(const std::function<bool(int i, int j, int k)>& is_inside)
{
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(is_inside(i, j, k) ? 1 : 0);
  return Mask::from_grid(*ImageGeometry::make(size, {1.0, 1.0, 6.0}, {}, {}), voxels);
}

bool in_disc(int i, int j) { return (i - 20) * (i - 20) + (j - 20) * (j - 20) <= 14 * 14; }
bool in_spur(int i, int j) { return i > 20 && i < 50 && j >= 18 && j <= 22; }
}  // namespace

TEST(SliceOpening, TakesASpurOffAndLeavesTheDisc)
{
  const auto opened = opened_in_slices(where([](int i, int j, int) { return in_disc(i, j) || in_spur(i, j); }), 6.0);
  const auto disc = where([](int i, int j, int) { return in_disc(i, j); });
  EXPECT_NEAR(static_cast<double>(opened.count()), static_cast<double>(disc.count()), 0.02 * static_cast<double>(disc.count()));
  EXPECT_LT(opened.box().first.i + opened.box().size.i, 38);
}

TEST(SliceOpening, JudgesEachSliceAloneAndKeepsOneIntoWhichNoDiscFits)
{
  const auto mask = where([](int i, int j, int k) { return k == 1 ? in_spur(i, j) : in_disc(i, j); });
  EXPECT_EQ(opened_in_slices(mask, 6.0).row(20, 1)[static_cast<std::size_t>(40 - mask.box().first.i)], 1);
}

TEST(SliceOpening, OfNothingIsNothing)
{
  EXPECT_TRUE(opened_in_slices(where([](int, int, int) { return false; }), 6.0).is_empty());
}
