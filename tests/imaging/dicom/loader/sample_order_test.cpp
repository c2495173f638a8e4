#include "imaging/dicom/loader/sample_order.h"

#include <gtest/gtest.h>

#include <cstdint>

#include "tests/imaging/dicom/image_samples.h"

using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
PixelLayout stored(int allocated, int bits, int high_bit, nadir::imaging::PixelLayout layout = {})
{
  layout.bits_allocated = allocated;
  layout.bits_stored = bits;
  layout.high_bit = high_bit;
  return layout;
}

PixelLayout as_signed(PixelLayout layout)
{
  layout.is_signed = true;
  return layout;
}
}  // namespace

TEST(SwapBytes, TurnsEveryNumberAround)
{
  auto bytes = bytes_of_numbers<std::uint8_t>({1, 2, 3, 4, 5, 6, 7, 8, 9});
  swap_bytes(bytes, 2);
  EXPECT_EQ(bytes, bytes_of_numbers<std::uint8_t>({2, 1, 4, 3, 6, 5, 8, 7, 9}));
  swap_bytes(bytes, 2);
  swap_bytes(bytes, 4);
  EXPECT_EQ(bytes, bytes_of_numbers<std::uint8_t>({4, 3, 2, 1, 8, 7, 6, 5, 9}));
  swap_bytes(bytes, 4);
  swap_bytes(bytes, 8);
  EXPECT_EQ(bytes, bytes_of_numbers<std::uint8_t>({8, 7, 6, 5, 4, 3, 2, 1, 9}));
  swap_bytes(bytes, 1);
  EXPECT_EQ(bytes, bytes_of_numbers<std::uint8_t>({8, 7, 6, 5, 4, 3, 2, 1, 9}));
}

TEST(InterleavePlanes, MakesPixelsOfPlanes)
{
  auto frame = bytes_of_numbers<std::uint16_t>({1, 2, 11, 12, 21, 22});
  interleave_planes(frame, 3, 2);
  EXPECT_EQ(frame, bytes_of_numbers<std::uint16_t>({1, 11, 21, 2, 12, 22}));
}

// Truth: two's complement of bits_stored bits, worked out by hand for every cell size.
TEST(KeepStoredBits, ExtendsTheSignOfEveryCellSize)
{
  auto bits_8 = bytes_of_numbers<std::uint8_t>({0x1f, 0x10, 0x0f, 0xe1});
  keep_stored_bits(bits_8, as_signed(stored(8, 5, 4)));
  EXPECT_EQ(bits_8, bytes_of_numbers<std::int8_t>({-1, -16, 15, 1}));
  auto bits_16 = bytes_of_numbers<std::uint16_t>({0x3fff, 0x2000, 0x1fff});
  keep_stored_bits(bits_16, as_signed(stored(16, 14, 13)));
  EXPECT_EQ(bits_16, bytes_of_numbers<std::int16_t>({-1, -8192, 8191}));
  auto bits_32 = bytes_of_numbers<std::uint32_t>({0x00ffffff, 0x00800000, 0xff7fffff});
  keep_stored_bits(bits_32, as_signed(stored(32, 24, 23)));
  EXPECT_EQ(bits_32, bytes_of_numbers<std::int32_t>({-1, -8388608, 8388607}));
}

TEST(KeepStoredBits, ShiftsDownWhatIsStoredHigher)
{
  auto samples = bytes_of_numbers<std::uint16_t>({0xabcd, 0x001f, 0xfff0});
  auto also = samples;
  keep_stored_bits(samples, stored(16, 12, 15));
  EXPECT_EQ(samples, bytes_of_numbers<std::uint16_t>({0x0abc, 0x0001, 0x0fff}));
  keep_stored_bits(also, as_signed(stored(16, 12, 15)));
  EXPECT_EQ(also, bytes_of_numbers<std::int16_t>({-0x544, 1, -1}));
}

TEST(KeepStoredBits, LeavesWhollyStoredSamplesAndFloatsAlone)
{
  const auto before = bytes_of_numbers<std::uint16_t>({0xffff, 0x8000, 0});
  auto samples = before;
  keep_stored_bits(samples, as_signed(stored(16, 16, 15)));
  EXPECT_EQ(samples, before);
  auto floats = bytes_of_numbers<float>({-1.5F, 3.0e38F});
  auto layout = stored(32, 32, 31);
  layout.is_float = true;
  keep_stored_bits(floats, layout);
  EXPECT_EQ(floats, bytes_of_numbers<float>({-1.5F, 3.0e38F}));
}
