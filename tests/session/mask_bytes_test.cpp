#include "session/mask_bytes.h"

#include <gmock/gmock.h>

using namespace nadir;

namespace
{
segmentation::Mask drawn_mask()
{
  const auto geometry =
      ImageGeometry::make({7, 5, 3}, {0.7, 0.7, 5.5}, {-31.4, 12.25, 1.0 / 3.0}, {{0.8, 0.6, 0}, {-0.6, 0.8, 0}, {0, 0, 1}});
  std::vector<std::uint8_t> voxels(7 * 5 * 3, 0);
  for (const std::size_t set : {10u, 11u, 45u, 46u, 80u}) voxels[set] = 1;
  return segmentation::Mask::from_grid(*geometry, voxels);
}
}  // namespace

TEST(MaskBytes, OfDrawnVoxelsReadBackAsTheSameVoxelsInTheSamePlace)
{
  const auto mask = drawn_mask();
  const auto bytes = session::mask_bytes(mask);
  ASSERT_TRUE(bytes) << bytes.failure().message();
  const auto lesions = session::lesions_in(*bytes);
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 1u);
  const auto& read = std::get<segmentation::Mask>(lesions->front().shape);
  EXPECT_EQ(read.count(), mask.count());
  EXPECT_TRUE(read.geometry().coincides_with(mask.geometry(), Millimeters{1e-9}));
  for (int k = 0; k < 3; ++k)
    for (int j = 0; j < 5; ++j)
      for (int i = 0; i < 7; ++i) EXPECT_EQ(read.contains({i, j, k}), mask.contains({i, j, k})) << i << " " << j << " " << k;
}

TEST(MaskBytes, OfTheSameVoxelsAreTheSame) { EXPECT_EQ(*session::mask_bytes(drawn_mask()), *session::mask_bytes(drawn_mask())); }

TEST(MaskBytes, ThatAreNoMaskAreRefused) { EXPECT_FALSE(session::lesions_in("no mask")); }
