#include "imaging/dicom/worker/frame_decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/worker/jpeg_2000_header.h"
#include "imaging/dicom/worker/jpeg_header.h"
#include "imaging/dicom/worker/value_range.h"
#include "tests/imaging/dicom/image_samples.h"

// Truth: streams written out by hand after ISO 10918-1, ISO 15444-1 and DICOM PS3.5 annex G.

using namespace nadir::imaging::worker;
using namespace nadir::testing;

namespace
{
constexpr FrameFormat gray_16{.rows = 1, .columns = 4, .samples = 1, .bytes_per_sample = 2, .bits_stored = 16, .is_signed = 0, .is_ybr = 0};
constexpr FrameFormat gray_8{.rows = 1, .columns = 4, .samples = 1, .bytes_per_sample = 1, .bits_stored = 8, .is_signed = 0, .is_ybr = 0};
constexpr FrameFormat rgb_8{.rows = 1, .columns = 2, .samples = 3, .bytes_per_sample = 1, .bits_stored = 8, .is_signed = 0, .is_ybr = 0};

Bytes octets(std::initializer_list<int> values)
{
  Bytes bytes;
  for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
  return bytes;
}

struct Decoded
{
  Outcome outcome;
  Bytes bytes;
};

Decoded decode(Codec codec, Bytes data, const FrameFormat& format)
{
  Bytes out(frame_bytes(format));
  const auto outcome = decode_frame(codec, data, format, out);
  return {outcome, out};
}

Decoded decode_rle_segments(const std::vector<Bytes>& segments, const FrameFormat& format)
{
  return decode(Codec::Rle, rle_of_segments(segments), format);
}

/// SOI, a segment that is skipped, SOF of the kind asked for, EOI.
Bytes jpeg_with(int start_of_frame, int precision, int rows, int columns, int components)
{
  return octets({0xff,       0xd8,         0xff,          0xe0,       0, 4,    1, 2,    0xff, start_of_frame, 0, 11, precision, rows >> 8,
                 rows & 255, columns >> 8, columns & 255, components, 1, 0x11, 0, 0xff, 0xd9});
}

Bytes codestream_with(std::uint32_t columns, std::uint32_t rows, std::uint32_t tile, int components, int bits)
{
  Bytes bytes = octets({0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0});
  for (const std::uint32_t number : {columns, rows, 0U, 0U, tile, tile, 0U, 0U}) append_number(bytes, number, true);
  append_number(bytes, static_cast<std::uint16_t>(components), true);
  for (int n = 0; n < components; ++n) append(bytes, octets({bits - 1, 1, 1}));
  return bytes;
}
}  // namespace

TEST(RleFrame, IsMadeOfLiteralAndRepeatedRuns)
{
  // literal run of 2 (control 1), no operation (128), repetition of 2 (control 255 = 257 - 2)
  const auto decoded = decode_rle_segments({octets({1, 10, 11, 128, 255, 12})}, gray_8);
  EXPECT_EQ(decoded.outcome, Outcome::Done);
  EXPECT_EQ(decoded.bytes, octets({10, 11, 12, 12}));
}

TEST(RleFrame, HasTheMostSignificantBytesFirst)
{
  const auto decoded = decode_rle_segments({octets({3, 1, 2, 3, 4}), octets({253, 9})}, gray_16);
  EXPECT_EQ(decoded.outcome, Outcome::Done);
  EXPECT_EQ(decoded.bytes, bytes_of_numbers<std::uint16_t>({0x0109, 0x0209, 0x0309, 0x0409}));
}

TEST(RleFrame, OfColorHasASegmentASampleAndBecomesPixels)
{
  const auto decoded = decode_rle_segments({octets({1, 1, 2}), octets({1, 11, 12}), octets({1, 21, 22})}, rgb_8);
  EXPECT_EQ(decoded.outcome, Outcome::Done);
  EXPECT_EQ(decoded.bytes, octets({1, 11, 21, 2, 12, 22}));
}

TEST(RleFrame, MayHavePaddingAndNothingBehindItsLastSampleIsWritten)
{
  EXPECT_EQ(decode_rle_segments({octets({3, 1, 2, 3, 4, 0})}, gray_8).outcome, Outcome::Done);
  const auto too_long = decode_rle_segments({octets({129, 7})}, gray_8);  // 128 repetitions for 4 samples
  EXPECT_EQ(too_long.outcome, Outcome::Done);
  EXPECT_EQ(too_long.bytes, octets({7, 7, 7, 7}));
}

TEST(RleFrame, ThatIsNotWholeIsRefused)
{
  EXPECT_EQ(decode_rle_segments({octets({2, 1, 2, 3})}, gray_8).outcome, Outcome::Truncated);
  EXPECT_EQ(decode_rle_segments({octets({3, 1, 2})}, gray_8).outcome, Outcome::Truncated);
  EXPECT_EQ(decode_rle_segments({octets({253})}, gray_8).outcome, Outcome::Truncated);
  EXPECT_EQ(decode_rle_segments({Bytes{}}, gray_8).outcome, Outcome::Truncated);
  EXPECT_EQ(decode(Codec::Rle, Bytes(63), gray_8).outcome, Outcome::Truncated);
}

TEST(RleFrame, WithAnotherNumberOfSegmentsIsRefused)
{
  EXPECT_EQ(decode_rle_segments({octets({253, 1})}, gray_16).outcome, Outcome::ComponentMismatch);
  EXPECT_EQ(decode(Codec::Rle, Bytes(64), gray_8).outcome, Outcome::ComponentMismatch);
  EXPECT_EQ(decode(Codec::Rle, Bytes(64, std::byte{0xff}), gray_8).outcome, Outcome::ComponentMismatch);
}

TEST(RleFrame, WhoseOffsetsLeaveTheFrameIsRefused)
{
  for (const std::uint32_t offset : {0U, 63U, 67U, 0xffffffffU})
  {
    Bytes frame = rle_of_segments({octets({253, 1})});
    Bytes number;
    append_number(number, offset, false);
    std::copy(number.begin(), number.end(), frame.begin() + 4);
    EXPECT_EQ(decode(Codec::Rle, frame, gray_8).outcome, Outcome::Damaged) << offset;
  }
}

TEST(JpegHeader, IsFoundBehindOtherSegments)
{
  const auto header = find_jpeg_header(jpeg_with(0xc3, 12, 300, 200, 1)).value();
  EXPECT_EQ(header.rows, 300U);
  EXPECT_EQ(header.columns, 200U);
  EXPECT_EQ(header.precision, 12U);
  EXPECT_EQ(header.components, 1U);
  EXPECT_FALSE(header.is_sequential);
  EXPECT_TRUE(find_jpeg_header(jpeg_with(0xc1, 12, 3, 2, 1)).value().is_sequential);
  EXPECT_TRUE(find_jpeg_header(jpeg_with(0xf7, 12, 3, 2, 1)));
}

TEST(JpegHeader, IsNotFoundWhereThereIsNone)
{
  EXPECT_FALSE(find_jpeg_header(Bytes{}));
  EXPECT_FALSE(find_jpeg_header(octets({0xff, 0xd8, 0xff, 0xd9})));
  EXPECT_FALSE(find_jpeg_header(octets({0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0})));        // a length below 2
  EXPECT_FALSE(find_jpeg_header(octets({0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0})));  // a length behind the end
  EXPECT_FALSE(find_jpeg_header(octets({0xff, 0xd8, 0xff, 0x01, 0xff, 0x01, 0xff, 0xff, 0xff, 0xff})));
  EXPECT_FALSE(find_jpeg_header(octets({0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1})));  // only behind the scan
}

TEST(JpegHeader, OfEveryLengthIsReadWithinTheData)
{
  const auto whole = jpeg_with(0xc0, 8, 1, 4, 1);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_EQ(find_jpeg_header(std::span(whole).first(size)).has_value(), size >= 21) << size;
}

TEST(JpegHeader, ThatDisagreesWithTheFileIsRefused)
{
  EXPECT_EQ(decode(Codec::Jpeg, jpeg_with(0xc0, 8, 2, 4, 1), gray_8).outcome, Outcome::SizeMismatch);
  EXPECT_EQ(decode(Codec::Jpeg, jpeg_with(0xc0, 8, 1, 5, 1), gray_8).outcome, Outcome::SizeMismatch);
  EXPECT_EQ(decode(Codec::JpegLs, jpeg_with(0xf7, 8, 1, 4, 3), gray_8).outcome, Outcome::ComponentMismatch);
  EXPECT_EQ(decode(Codec::JpegLs, jpeg_with(0xf7, 12, 1, 4, 1), gray_8).outcome, Outcome::PrecisionMismatch);
  EXPECT_EQ(decode(Codec::Jpeg, jpeg_with(0xc3, 17, 1, 4, 1), gray_16).outcome, Outcome::PrecisionMismatch);
}

TEST(JpegHeader, GetsTheScanParametersOfASequentialScan)
{
  // SOS with one component: Ns, Cs, Td/Ta, Ss, Se, Ah/Al
  auto data = octets({0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 9, 0, 7, 0xff, 0xd9});
  correct_scan_parameters(data);
  EXPECT_EQ(data, octets({0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9}));
  auto none = octets({0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 1});
  const auto before = none;
  correct_scan_parameters(none);
  EXPECT_EQ(none, before);
}

TEST(Codestream, IsFoundInAJp2File)
{
  const auto codestream = codestream_with(4, 1, 4, 1, 16);
  Bytes file = octets({0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, 0x87, 10});
  append_number(file, static_cast<std::uint32_t>(8 + codestream.size()), true);
  append(file, octets({'j', 'p', '2', 'c'}));
  append(file, codestream);
  EXPECT_EQ(find_codestream(codestream).size(), codestream.size());
  EXPECT_EQ(find_codestream(file).size(), codestream.size());
  EXPECT_TRUE(find_codestream(octets({0, 0, 0, 7, 'j', 'p', '2', 'c'})).empty());
  EXPECT_TRUE(find_codestream(octets({0, 0, 0, 0, 'j', 'p', '2', 'c'})).empty());
  EXPECT_TRUE(find_codestream(Bytes{}).empty());
}

TEST(Codestream, ThatDisagreesWithTheFileIsRefusedBeforeItIsDecoded)
{
  EXPECT_EQ(check_codestream(codestream_with(4, 1, 4, 1, 16), gray_16), Outcome::Done);
  EXPECT_EQ(check_codestream(codestream_with(65535, 65535, 65535, 1, 16), gray_16), Outcome::SizeMismatch);
  EXPECT_EQ(check_codestream(codestream_with(4, 1, 4, 3, 16), gray_16), Outcome::ComponentMismatch);
  EXPECT_EQ(check_codestream(codestream_with(4, 1, 4, 1, 17), gray_16), Outcome::PrecisionMismatch);
  EXPECT_EQ(check_codestream(codestream_with(4, 1, 0, 1, 16), gray_16), Outcome::TooManyTiles);
  auto subsampled = codestream_with(4, 1, 4, 1, 16);
  subsampled[43] = std::byte{2};
  EXPECT_EQ(check_codestream(subsampled, gray_16), Outcome::Unsupported);
  EXPECT_EQ(check_codestream(Bytes(20), gray_16), Outcome::Damaged);
}

TEST(Codestream, OfMillionsOfTilesIsRefused)
{
  const FrameFormat wide{
      .rows = 16384, .columns = 16384, .samples = 1, .bytes_per_sample = 2, .bits_stored = 16, .is_signed = 0, .is_ybr = 0};
  EXPECT_EQ(check_codestream(codestream_with(16384, 16384, 1, 1, 16), wide), Outcome::TooManyTiles);
  EXPECT_EQ(check_codestream(codestream_with(16384, 16384, 128, 1, 16), wide), Outcome::Done);
}

// An unsigned stream in an image of signed 12-bit numbers: 12 bits are two's complement; fewer bits leave the sign open.
TEST(DecodedValues, OfAnUnsignedStreamInASignedImageAreReadWhereThereIsOneReading)
{
  const FrameFormat signed_12{.rows = 1, .columns = 1, .samples = 1, .bytes_per_sample = 2, .bits_stored = 12, .is_signed = 1, .is_ybr = 0};
  const auto check = [&](std::uint16_t value, std::uint32_t precision) {
    return check_values(bytes_of_numbers<std::uint16_t>({value}), signed_12, {precision, 0});
  };
  EXPECT_EQ(check(0x0fff, 12), Outcome::Done);
  EXPECT_EQ(check(0x007f, 8), Outcome::Done);
  EXPECT_EQ(check(0x0080, 8), Outcome::ValuesOutOfRange);
  EXPECT_EQ(check(0xf800, 16), Outcome::Done);              // -2048 in 16 bits
  EXPECT_EQ(check(0xf7ff, 16), Outcome::ValuesOutOfRange);  // -2049
  EXPECT_EQ(check(0x0fff, 16), Outcome::Done);
  EXPECT_EQ(check(0x1000, 16), Outcome::ValuesOutOfRange);
}

TEST(DecodedValues, OfMoreBitsThanStoredAreReadWhereTheyFit)
{
  const FrameFormat unsigned_12{
      .rows = 1, .columns = 1, .samples = 1, .bytes_per_sample = 2, .bits_stored = 12, .is_signed = 0, .is_ybr = 0};
  EXPECT_EQ(check_values(bytes_of_numbers<std::uint16_t>({4095}), unsigned_12, {16, 0}), Outcome::Done);
  EXPECT_EQ(check_values(bytes_of_numbers<std::uint16_t>({4096}), unsigned_12, {16, 0}), Outcome::ValuesOutOfRange);
  EXPECT_EQ(check_values(bytes_of_numbers<std::int16_t>({-1}), unsigned_12, {12, 1}), Outcome::ValuesOutOfRange);
  EXPECT_EQ(check_values(bytes_of_numbers<std::int16_t>({2047}), unsigned_12, {12, 1}), Outcome::Done);
}

TEST(DecodedValues, OfASignedStreamKeepTheirSign)
{
  const FrameFormat signed_12{.rows = 1, .columns = 1, .samples = 1, .bytes_per_sample = 2, .bits_stored = 12, .is_signed = 1, .is_ybr = 0};
  EXPECT_EQ(check_values(bytes_of_numbers<std::int16_t>({-2048}), signed_12, {16, 1}), Outcome::Done);
  EXPECT_EQ(check_values(bytes_of_numbers<std::int16_t>({-2049}), signed_12, {16, 1}), Outcome::ValuesOutOfRange);
  EXPECT_EQ(check_values(bytes_of_numbers<std::int16_t>({2048}), signed_12, {16, 1}), Outcome::ValuesOutOfRange);
}

TEST(Widening, FillsUpWithZeros)
{
  Bytes wide(8, std::byte{0xee});
  widen(octets({1, 255}), 1, wide, 4);
  EXPECT_EQ(wide, bytes_of_numbers<std::uint32_t>({1, 255}));
}
