#include "imaging/volume/volume_part.h"

#include <gtest/gtest.h>

using namespace nadir;
using namespace nadir::imaging;

TEST(VolumePart, OfASliceHoldsItsRowsWithTheRescaleOfTheSlice)
{
  const auto geometry = ImageGeometry::make({3, 2, 2}, {1, 1, 1}, {}, {});
  const Volume volume(*geometry, std::vector<std::uint8_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, {{1, 0}, {10, 1}});
  EXPECT_EQ(part_of_slice(volume, 1, {1, 0, 2, 2}), (std::vector<float>{71.0f, 81.0f, 101.0f, 111.0f}));
  EXPECT_EQ(part_of_slice(volume, 0, {0, 1, 1, 1}), (std::vector<float>{3.0f}));
  EXPECT_EQ(part_of_slice(volume, 1, {0, 0, 3, 2}), volume.slice(1));
}

TEST(VolumePart, LiesInsideTheGrid)
{
  const auto geometry = ImageGeometry::make({3, 1, 2}, {1, 1, 1}, {}, {});
  const Volume volume(*geometry, std::vector<std::uint8_t>{0, 1, 2, 3, 4, 5}, {{}, {}});
  EXPECT_THROW(part_of_slice(volume, 0, {2, 0, 2, 1}), ContractViolation);
  EXPECT_THROW(part_of_slice(volume, 2, {0, 0, 1, 1}), ContractViolation);
  EXPECT_THROW(part_of_slice(volume, 0, {0, 0, 0, 1}), ContractViolation);
}

TEST(VolumePart, SpreadOutEvenlyRunsThroughAllSlices)
{
  const auto geometry = ImageGeometry::make({3, 1, 2}, {1, 1, 1}, {}, {});
  const Volume volume(*geometry, std::vector<std::uint8_t>{0, 1, 2, 3, 4, 5}, {{1, 0}, {10, 1}});
  EXPECT_EQ(every_value(volume, 2), (std::vector<float>{0.0f, 2.0f, 41.0f}));
  EXPECT_EQ(every_value(volume, 7), (std::vector<float>{0.0f}));
}
