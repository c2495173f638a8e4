// Truth by construction: boxes and bridges of known width.
#include "segmentation/mask/bulky_parts.h"

#include <gmock/gmock.h>

using namespace nadir;
using namespace nadir::segmentation;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
constexpr GridSize size{60, 40, 8};

/// Boxes on a grid of 1 x 1 x 6 mm.
Mask boxes(const std::vector<VoxelBox>& all)
{
  std::vector<std::uint8_t> voxels(size.voxels());
  for (const auto& [first, extent] : all)
    for (int k = first.k; k < first.k + extent.k; ++k)
      for (int j = first.j; j < first.j + extent.j; ++j)
        for (int i = first.i; i < first.i + extent.i; ++i) voxels[static_cast<std::size_t>((k * size.j + j) * size.i + i)] = 1;
  return Mask::from_grid(*ImageGeometry::make(size, {1.0, 1.0, 6.0}, {}, {}), voxels);
}

const VoxelBox left{{2, 5, 1}, {20, 20, 4}}, right{{30, 5, 1}, {16, 20, 4}};
VoxelBox bridge(int width) { return {{22, 12, 2}, {8, width, 2}}; }
}  // namespace

TEST(BulkyParts, AreWhatNothingJoins)
{
  const auto parts = bulky_parts(boxes({left, right}));
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].count(), boxes({left}).count());
  EXPECT_EQ(parts[1].count(), boxes({right}).count());
}

TEST(BulkyParts, AreNotJoinedByANarrowBridge)
{
  EXPECT_THAT(bulky_parts(boxes({left, bridge(2), right})), SizeIs(2));
  EXPECT_THAT(bulky_parts(boxes({left, bridge(8), right})), SizeIs(1));
}

TEST(BulkyParts, ShareTheBridge)
{
  const auto whole = boxes({left, bridge(2), right});
  const auto parts = bulky_parts(whole);
  ASSERT_THAT(parts, SizeIs(2));
  EXPECT_EQ(parts[0].count() + parts[1].count(), whole.count());
}

TEST(BulkyParts, AreNoScraps)
{
  const VoxelBox scrap{{50, 10, 2}, {6, 6, 1}};
  const auto parts = bulky_parts(boxes({left, scrap}));
  ASSERT_THAT(parts, SizeIs(1));
  EXPECT_EQ(parts[0].count(), boxes({left}).count()) << "it belongs to no part";
}

TEST(BulkyParts, LieAlsoAboveEachOther)
{
  EXPECT_THAT(bulky_parts(boxes({{{5, 5, 0}, {20, 20, 3}}, {{5, 5, 5}, {20, 20, 3}}})), SizeIs(2));
}

TEST(BulkyParts, AreOneWhereAllIsNarrow)
{
  EXPECT_THAT(bulky_parts(boxes({{{2, 2, 1}, {40, 2, 2}}})), SizeIs(1));
  EXPECT_THAT(bulky_parts(boxes({})), IsEmpty());
}
