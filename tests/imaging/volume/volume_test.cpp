#include "imaging/volume/volume.h"

#include <gtest/gtest.h>

using namespace nadir;
using namespace nadir::imaging;

TEST(Volume, AppliesTheRescaleOfEachSlice)
{
  const auto geometry = ImageGeometry::make({2, 1, 2}, {1, 1, 1}, {}, {});
  const Volume volume(*geometry, std::vector<std::int16_t>{10, -20, 10, -20}, {{1, 0}, {0.5, 100}});
  EXPECT_FLOAT_EQ(volume.value({1, 0, 0}), -20.0f);
  EXPECT_FLOAT_EQ(volume.value({1, 0, 1}), 90.0f);
  EXPECT_EQ(volume.slice(1), (std::vector<float>{105.0f, 90.0f}));
}

TEST(Volume, InsistsOnAVoxelForEveryGridPoint)
{
  const auto geometry = ImageGeometry::make({2, 2, 1}, {1, 1, 1}, {}, {});
  EXPECT_THROW(Volume(*geometry, std::vector<std::uint8_t>{1, 2, 3}, {{}}), ContractViolation);
}
