#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include "imaging/dicom/loader_error.h"
#include "tests/imaging/dicom/image_samples.h"
#include "tests/imaging/dicom/read_pixels.h"
#include "tests/support/temporary_folder.h"

// Truth: the numbers each test compresses. Files of other programs are in real_pixels_test.cpp.

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr Tag pixel_data{0x7fe0, 0x0010};

Bytes compressed_file(const ImageSpec& spec, std::vector<Bytes> fragments, const std::string& syntax = syntax::rle, Bytes offset_table = {})
{
  return dicom_file(image_header(spec).encapsulated(std::move(fragments), std::move(offset_table)), syntax);
}

/// Frames of 2 x 3 numbers n, n + 1 ...
Bytes frame_of(std::uint16_t first)
{
  Bytes bytes;
  for (std::uint16_t n = 0; n < 6; ++n) append_number(bytes, static_cast<std::uint16_t>(first + n), false);
  return bytes;
}

Bytes raw_deflate(const Bytes& bytes)
{
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  Bytes packed(deflateBound(&stream, bytes.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// The data set's bytes are inflated whatever they are, so that tests can spoil them.
Bytes deflated_file(const DicomObject& object, const Bytes& packed)
{
  Bytes bytes(128);
  append(bytes, bytes_of("DICM"));
  append(bytes, meta_bytes(object, syntax::deflated));
  append(bytes, packed);
  return bytes;
}

Result<Bytes> read_deflated(const Bytes& bytes, const GateLimits& limits = {})
{
  PixelLoader loader;
  const auto deflated = DicomFile::parse(bytes);
  if (!deflated) return deflated.failure();
  auto file = loader.open_deflated({}, *deflated, limits);
  if (!file) return file.failure();
  return read_all_frames(loader, {}, *file);
}
}  // namespace

TEST(CompressedPixels, AreTheNumbersThatWereCompressed)
{
  const auto bits_16 = frame_of(65530 - 6);
  const auto bits_8 = bytes_of_numbers<std::uint8_t>({1, 2, 3, 4, 5, 255});
  const auto bits_32 = bytes_of_numbers<std::uint32_t>({1, 2, 3, 4, 5, 0xfffefdfc});
  EXPECT_EQ(read_all_frames(compressed_file({}, {rle_frame(bits_16, 1, 2)})).value(), bits_16);
  EXPECT_EQ(read_all_frames(compressed_file({.bits_allocated = 8, .bits_stored = 8}, {rle_frame(bits_8, 1, 1)})).value(), bits_8);
  EXPECT_EQ(read_all_frames(compressed_file({.bits_allocated = 32, .bits_stored = 32}, {rle_frame(bits_32, 1, 4)})).value(), bits_32);
}

TEST(CompressedPixels, OfSomeFramesAreThoseFrames)
{
  const auto file = DicomFile::parse(compressed_file({.frames = 3}, {rle_frame(frame_of(0), 1, 2), rle_frame(frame_of(100), 1, 2),
                                                                     rle_frame(frame_of(200), 1, 2)}))
                        .value();
  PixelLoader loader;
  Bytes two(24);
  ASSERT_TRUE(loader.read_frames({}, file, 1, 2, two));
  Bytes expected = frame_of(100);
  append(expected, frame_of(200));
  EXPECT_EQ(two, expected);
}

TEST(CompressedPixels, AreSignExtendedFromTheStoredBits)
{
  const auto stored = bytes_of_numbers<std::uint16_t>({0x0fff, 0x0800, 0x07ff, 0xffff, 0x0000, 0x1001});
  EXPECT_EQ(read_all_frames(compressed_file({.bits_stored = 12, .is_signed = 1}, {rle_frame(stored, 1, 2)})).value(),
            bytes_of_numbers<std::int16_t>({-1, -2048, 2047, -1, 0, 1}));
}

TEST(CompressedPixels, OfASyntaxThatNobodyHereDecodesAreRefusedByItsName)
{
  const std::string jpeg_xl = "1.2.840.10008.1.2.4.110";
  const auto read = read_all_frames(compressed_file({}, {Bytes(8)}, jpeg_xl));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::UnsupportedCodec));
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr(jpeg_xl));
}

TEST(CompressedPixels, ThatEndTooEarlyAreRefusedAndTheNextFileIsRead)
{
  PixelLoader loader;
  auto damaged = rle_frame(frame_of(0), 1, 2);
  damaged.resize(damaged.size() - 4);
  const auto read = read_all_frames(loader, compressed_file({}, {damaged}));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::DecodeFailed));
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("end too early"));
  EXPECT_EQ(read_all_frames(loader, compressed_file({}, {rle_frame(frame_of(7), 1, 2)})).value(), frame_of(7));
}

TEST(CompressedPixels, OnDiskAreReadFromTheFileThatTheGateSaw)
{
  const TemporaryFolder folder;
  const auto bytes = compressed_file({}, {rle_frame(frame_of(3), 1, 2)});
  const auto path = folder.write("slice", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  const auto file = DicomFile::open(path).value();
  PixelLoader loader;
  EXPECT_EQ(read_all_frames(loader, path, file).value(), frame_of(3));
  std::filesystem::resize_file(path, bytes.size() - 2);
  EXPECT_TRUE(read_all_frames(loader, path, file).failure().is(LoaderError::FileChanged));
}

TEST(DeflatedFile, IsReadLikeThePlainOne)
{
  const auto object = classic_slice();
  const auto packed = raw_deflate(data_set_bytes(object));
  EXPECT_EQ(read_deflated(deflated_file(object, packed)).value(), pixels_of({}));

  PixelLoader loader;
  const auto file = loader.open_deflated({}, DicomFile::parse(deflated_file(object, packed)).value()).value();
  EXPECT_EQ(file.transfer_syntax(), syntax::explicit_little);
  EXPECT_EQ(file.data().text({0x0020, 0x000e}), "2.25.100.1");
  EXPECT_EQ(file.meta().text({0x0002, 0x0002}), sop_class::mr);
}

TEST(DeflatedFile, WithAByteOfPaddingBehindTheStreamIsRead)
{
  auto packed = raw_deflate(data_set_bytes(classic_slice()));
  packed.push_back(std::byte{0});
  EXPECT_TRUE(read_deflated(deflated_file(classic_slice(), packed)));
}

TEST(DeflatedFile, ThatIsCutShortOrDamagedIsRefused)
{
  const auto packed = raw_deflate(data_set_bytes(classic_slice()));
  for (std::size_t size = 0; size + 1 < packed.size(); size += 7)
  {
    const auto cut =
        read_deflated(deflated_file(classic_slice(), Bytes(packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size))));
    EXPECT_FALSE(cut) << size;
  }
  Bytes noise(64, std::byte{0xff});
  const auto read = read_deflated(deflated_file(classic_slice(), noise));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::InflateFailed));
}

TEST(DeflatedFile, ThatGrowsBeyondTheLimitIsRefused)
{
  const auto packed = raw_deflate(Bytes(std::size_t{4} << 20));
  const auto read = read_deflated(deflated_file(classic_slice(), packed), {.inflated_bytes = std::uint64_t{1} << 20});
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::InflateFailed));
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("beyond the limit"));
}

TEST(DeflatedFile, ThatIsABombIsRefusedByItsRatio)
{
  const auto packed = raw_deflate(Bytes(std::size_t{64} << 20));  // 1029 : 1
  EXPECT_TRUE(read_deflated(deflated_file(classic_slice(), packed)).failure().is(LoaderError::InflateFailed));
}
