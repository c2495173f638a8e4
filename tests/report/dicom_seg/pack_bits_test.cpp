#include "report/dicom_seg/pack_bits.h"

#include <gmock/gmock.h>

#include "imaging/result/expects.h"
#include "segmentation/mask/packed_bits.h"

namespace nadir::report
{
namespace
{
// PS3.5 8.1.1: the first voxel is the lowest bit of the first byte.
TEST(PackBits, PutsTheFirstVoxelIntoTheLowestBit)
{
  PackedBits bits(10);
  bits.set_row(0, std::vector<std::uint8_t>{1, 0, 0, 1});
  bits.set_row(8, std::vector<std::uint8_t>{1, 1});
  EXPECT_EQ(bits.bytes(), std::string("\x09\x03", 2));
}

TEST(PackBits, FillsUpToAnEvenNumberOfBytes)
{
  EXPECT_EQ(PackedBits(1).bytes().size(), 2u);
  EXPECT_EQ(PackedBits(16).bytes().size(), 2u);
  EXPECT_EQ(PackedBits(17).bytes().size(), 4u);
}

// Frames of 1 x 8 + residue voxels: from the second on they begin in the middle of a byte.
TEST(PackBits, KeepsFramesOfEverySizeApart)
{
  for (std::uint64_t size = 1; size <= 24; ++size)
  {
    PackedBits bits(3 * size);
    std::vector<std::vector<std::uint8_t>> frames;
    for (std::uint64_t frame = 0; frame < 3; ++frame)
    {
      auto& voxels = frames.emplace_back(size);
      for (std::uint64_t n = 0; n < size; ++n) voxels[n] = static_cast<std::uint8_t>((n * 7 + frame * 3) % 5 < 2);
      bits.set_row(frame * size, voxels);
    }
    const std::span packed(reinterpret_cast<const std::byte*>(bits.bytes().data()), bits.bytes().size());
    for (std::uint64_t frame = 0; frame < 3; ++frame)
    {
      const auto read = segmentation::unpacked_bits(packed, frame * size, size);
      EXPECT_TRUE(std::equal(read.begin(), read.end(), frames[frame].begin(), frames[frame].end())) << size << " voxels, frame " << frame;
    }
  }
}

TEST(PackBits, RefusesARunBeyondTheEnd) { EXPECT_THROW(PackedBits(8).set_row(6, std::vector<std::uint8_t>(3)), ContractViolation); }
}  // namespace
}  // namespace nadir::report
