#include "sample_data/phantom/segmentation_object.h"

#include <gmock/gmock.h>

using nadir::phantom::packed_bits;
using ::testing::ElementsAre;

// PS3.5 section 8.1.1: the first pixel takes the lowest bit, rows and frames follow without gaps.
TEST(PackedBits, StartWithTheLowestBitAndRunOn)
{
  EXPECT_THAT(packed_bits(std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0, 0, 0, 1}), ElementsAre(0x01, 0x01));
  EXPECT_THAT(packed_bits(std::vector<std::uint8_t>{0, 1, 1, 0, 0, 0, 0, 1}), ElementsAre(0x86));
  EXPECT_THAT(packed_bits(std::vector<std::uint8_t>{9, 0, 1}), ElementsAre(0x05));
}
