#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "imaging/dicom/loader_error.h"
#include "tests/imaging/dicom/image_samples.h"
#include "tests/imaging/dicom/read_pixels.h"
#include "tests/support/temporary_folder.h"

// Truth: the numbers each test writes into its file.

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr Tag pixel_data{0x7fe0, 0x0010};

Bytes native_file(const ImageSpec& spec, const Bytes& pixels, const std::string& syntax = syntax::explicit_little,
                  const std::string& vr = "OW")
{
  return dicom_file(image_header(spec).raw(pixel_data, vr, pixels), syntax);
}
}  // namespace

TEST(NativePixels, AreTheFilesBytesInEverySyntax)
{
  const auto pixels = bytes_of_numbers<std::uint16_t>({0, 1, 258, 4095, 32768, 65535});
  for (const auto& syntax : {syntax::explicit_little, syntax::implicit_little, syntax::explicit_big})
    EXPECT_EQ(read_all_frames(native_file({}, pixels, syntax)).value(), pixels) << syntax;
}

TEST(NativePixels, OfEightBitsInBigEndianWordsAreInFileOrderOfPixels)
{
  const ImageSpec spec{.rows = 1, .columns = 5, .frames = 2, .bits_allocated = 8, .bits_stored = 8};
  const auto pixels = bytes_of_numbers<std::uint8_t>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  const auto words = native_file(spec, pixels, syntax::explicit_big, "OW");
  EXPECT_EQ(read_all_frames(words).value(), pixels);
  EXPECT_EQ(read_all_frames(native_file(spec, pixels, syntax::explicit_big, "OB")).value(), pixels);

  PixelLoader loader;  // the second frame begins in the middle of a word
  const auto file = DicomFile::parse(words).value();
  Bytes second(5);
  ASSERT_TRUE(loader.read_frames({}, file, 1, 1, second));
  EXPECT_EQ(second, bytes_of_numbers<std::uint8_t>({6, 7, 8, 9, 10}));
}

TEST(NativePixels, OfThirtyTwoBitsAreRead)
{
  const ImageSpec spec{.rows = 1, .columns = 2, .bits_allocated = 32, .bits_stored = 32};
  const auto pixels = bytes_of_numbers<std::uint32_t>({0x01020304, 0xfffefdfc});
  EXPECT_EQ(read_all_frames(native_file(spec, pixels)).value(), pixels);
}

TEST(NativePixels, LoseWhatLiesAboveTheStoredBits)
{
  const ImageSpec spec{.bits_stored = 12};
  const auto with_overlay_bits = bytes_of_numbers<std::uint16_t>({0x1001, 0xf002, 0x8fff, 0x0800, 0x0000, 0x7000});
  const auto values = bytes_of_numbers<std::uint16_t>({0x0001, 0x0002, 0x0fff, 0x0800, 0x0000, 0x0000});
  EXPECT_EQ(read_all_frames(native_file(spec, with_overlay_bits)).value(), values);
}

TEST(NativePixels, AreSignExtendedFromTheStoredBits)
{
  const ImageSpec spec{.bits_stored = 12, .is_signed = 1};
  const auto stored = bytes_of_numbers<std::uint16_t>({0x0fff, 0x0800, 0x07ff, 0xffff, 0x0000, 0x1001});
  const auto values = bytes_of_numbers<std::int16_t>({-1, -2048, 2047, -1, 0, 1});
  EXPECT_EQ(read_all_frames(native_file(spec, stored)).value(), values);
}

TEST(NativePixels, OfColorPlanesBecomePixels)
{
  const ImageSpec spec{.rows = 1, .columns = 2, .frames = 2, .samples = 3, .bits_allocated = 8, .bits_stored = 8, .planar = 1};
  const auto planes = bytes_of_numbers<std::uint8_t>({1, 2, 11, 12, 21, 22, 3, 4, 13, 14, 23, 24});
  const auto pixels = bytes_of_numbers<std::uint8_t>({1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24});
  EXPECT_EQ(read_all_frames(native_file(spec, planes, syntax::explicit_little, "OB")).value(), pixels);
}

TEST(NativePixels, OfSomeFramesAreThoseFrames)
{
  const ImageSpec spec{.rows = 1, .columns = 2, .frames = 4};
  const auto pixels = bytes_of_numbers<std::uint16_t>({0, 1, 10, 11, 20, 21, 30, 31});
  const auto file = DicomFile::parse(native_file(spec, pixels)).value();
  PixelLoader loader;
  Bytes middle(8);
  ASSERT_TRUE(loader.read_frames({}, file, 1, 2, middle));
  EXPECT_EQ(middle, bytes_of_numbers<std::uint16_t>({10, 11, 20, 21}));
}

TEST(NativePixels, OfASegmentationAreItsPackedBitsInEveryByteOrder)
{
  const auto little = DicomFile::parse(dicom_file(segmentation_object(3, 7, 2))).value();
  auto object = segmentation_object(3, 7, 2);
  object.at(pixel_data).vr = "OW";
  object.at(pixel_data).value = bytes_of_numbers<std::uint8_t>({1, 2, 3, 4, 5, 6});
  const auto big = DicomFile::parse(dicom_file(object, syntax::explicit_big)).value();
  PixelLoader loader;
  EXPECT_EQ(loader.read_native({}, little).value(), Bytes(6, std::byte{0x5a}));
  EXPECT_EQ(loader.read_native({}, big).value(), bytes_of_numbers<std::uint8_t>({1, 2, 3, 4, 5, 6}));
}

TEST(NativePixels, OfAFileThatChangedSinceTheScanAreRefused)
{
  const TemporaryFolder folder;
  const auto bytes = native_file({}, Bytes(12));
  const auto path = folder.write("slice", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  const auto file = DicomFile::open(path).value();
  PixelLoader loader;
  EXPECT_TRUE(read_all_frames(loader, path, file));
  std::filesystem::resize_file(path, bytes.size() - 4);
  EXPECT_TRUE(read_all_frames(loader, path, file).failure().is(LoaderError::FileChanged));
  std::filesystem::remove(path);
  EXPECT_TRUE(read_all_frames(loader, path, file).failure().is(GateError::Unreadable));
}

TEST(NativePixels, WithoutABufferOfTheirSizeAreABugOfTheCaller)
{
  const auto file = DicomFile::parse(native_file({}, Bytes(12))).value();
  PixelLoader loader;
  Bytes small(11), right(12);
  EXPECT_THROW(static_cast<void>(loader.read_frames({}, file, 0, 1, small)), ContractViolation);
  EXPECT_THROW(static_cast<void>(loader.read_frames({}, file, 1, 1, right)), ContractViolation);
}
