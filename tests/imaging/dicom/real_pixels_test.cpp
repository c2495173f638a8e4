#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "imaging/dicom/loader_error.h"
#include "tests/imaging/dicom/read_pixels.h"
#include "tests/support/test_data.h"

// Files compressed by other programs. Truth: the same image uncompressed, which those collections hold beside it.

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
const std::filesystem::path mosaic = "mr-dicom/siemens_mosaic_transfer_syntaxes";
const std::filesystem::path odd = "odd/test_files";
const std::filesystem::path large = "odd/pydicom-data";

Bytes pixels_of_file(const std::filesystem::path& part)
{
  PixelLoader loader;
  auto read = read_all_frames(loader, test_data() / part);
  EXPECT_TRUE(read) << part << ": " << (read ? "" : read.failure().message());
  return read ? std::move(*read) : Bytes{};
}

/// Largest difference of 16-bit unsigned samples.
int largest_difference(const Bytes& a, const Bytes& b)
{
  int largest = a.size() == b.size() && !a.empty() ? 0 : 65536;
  for (std::size_t at = 0; at + 2 <= a.size() && at + 2 <= b.size(); at += 2)
  {
    std::uint16_t left = 0, right = 0;
    std::memcpy(&left, a.data() + at, 2);
    std::memcpy(&right, b.data() + at, 2);
    largest = std::max(largest, std::abs(left - right));
  }
  return largest;
}
}  // namespace

TEST(RealPixels, OfOneImageInNineTransferSyntaxesAreBitEqual)
{
  NADIR_NEEDS_TEST_DATA(mosaic);
  const auto truth = pixels_of_file(mosaic / "1.dcm");
  ASSERT_EQ(truth.size(), 384U * 384U * 2U);
  for (int n = 2; n <= 9; ++n) EXPECT_EQ(pixels_of_file(mosaic / (std::to_string(n) + ".dcm")), truth) << n;
}

TEST(RealPixels, OfOneMultiFrameImageInFiveCodingsAreBitEqual)
{
  NADIR_NEEDS_TEST_DATA(large);
  const auto truth = pixels_of_file(large / "emri_small.dcm");
  ASSERT_EQ(truth.size(), 64U * 64U * 10U * 2U);
  for (const auto* name :
       {"emri_small_RLE.dcm", "emri_small_jpeg_ls_lossless.dcm", "emri_small_jpeg_2k_lossless.dcm", "emri_small_big_endian.dcm"})
    EXPECT_EQ(pixels_of_file(large / name), truth) << name;
}

TEST(RealPixels, OfOneSignedImageInSixCodingsAreBitEqual)
{
  NADIR_NEEDS_TEST_DATA(odd);
  const auto truth = pixels_of_file(odd / "MR_small.dcm");
  ASSERT_EQ(truth.size(), 64U * 64U * 2U);
  for (const auto* name : {"MR_small_RLE.dcm", "MR_small_bigendian.dcm", "MR_small_expb.dcm", "MR_small_implicit.dcm",
                           "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm"})
    EXPECT_EQ(pixels_of_file(odd / name), truth) << name;
}

TEST(RealPixels, OfDosesAreBitEqualInRleAndBigEndian)
{
  NADIR_NEEDS_TEST_DATA(odd);
  EXPECT_EQ(pixels_of_file(odd / "rtdose_rle.dcm"), pixels_of_file(odd / "rtdose.dcm"));
  EXPECT_EQ(pixels_of_file(odd / "rtdose_expb.dcm"), pixels_of_file(odd / "rtdose.dcm"));
  EXPECT_EQ(pixels_of_file(odd / "rtdose_rle_1frame.dcm"), pixels_of_file(odd / "rtdose_1frame.dcm"));
}

// No uncompressed file of this image is there: three codecs by three writers vouch for each other.
TEST(RealPixels, OfOneColorImageAreTheSameInRleLosslessJpegAndJpeg2000)
{
  NADIR_NEEDS_TEST_DATA(odd);
  const auto rle = pixels_of_file(odd / "SC_rgb_rle.dcm");
  ASSERT_EQ(rle.size(), 100U * 100U * 3U);
  EXPECT_EQ(pixels_of_file(odd / "SC_rgb_jpeg_gdcm.dcm"), rle);
  EXPECT_EQ(pixels_of_file(odd / "SC_rgb_gdcm_KY.dcm"), rle);
}

TEST(RealPixels, OfUnsignedTwelveBitsAreBitEqualInJpeg2000)
{
  NADIR_NEEDS_TEST_DATA(large);
  const auto truth = pixels_of_file(large / "MR2_UNCR.dcm");
  ASSERT_EQ(truth.size(), 1024U * 1024U * 2U);
  EXPECT_EQ(pixels_of_file(large / "MR2_J2KR.dcm"), truth);
}

TEST(RealPixels, OfFloatingPointAreTheFilesBytes)
{
  NADIR_NEEDS_TEST_DATA(large);
  EXPECT_FALSE(pixels_of_file(large / "parametric_map_float.dcm").empty());
  EXPECT_FALSE(pixels_of_file(large / "parametric_map_double_float.dcm").empty());
}

TEST(RealPixels, OfALossyJpeg2000AreCloseToTheLosslessOne)
{
  NADIR_NEEDS_TEST_DATA(large);
  // 12 bits, 18:1: the writer's rate leaves errors of a few grey levels around edges.
  EXPECT_LE(largest_difference(pixels_of_file(large / "MR2_J2KI.dcm"), pixels_of_file(large / "MR2_J2KR.dcm")), 64);
}

TEST(RealPixels, OfAJpegWithAWrongScanHeaderAreThoseOfTheMendedFile)
{
  NADIR_NEEDS_TEST_DATA(odd);
  const auto mended = pixels_of_file(odd / "JPGExtended.dcm");
  ASSERT_EQ(mended.size(), 1024U * 256U * 2U);
  EXPECT_EQ(pixels_of_file(odd / "JPEG-lossy.dcm"), mended);
}

TEST(RealPixels, OfSubsampledColorAreRefused)
{
  NADIR_NEEDS_TEST_DATA(odd);
  PixelLoader loader;
  const auto read = read_all_frames(loader, test_data() / odd / "SC_ybr_full_422_uncompressed.dcm");
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::UnsupportedCodec));
}

TEST(RealPixels, OfADeflatedFileAreRead)
{
  NADIR_NEEDS_TEST_DATA(odd);
  EXPECT_EQ(pixels_of_file(odd / "image_dfl.dcm").size(), 512U * 512U);
}

TEST(RealPixels, WhoseCodestreamHasASequenceDelimiterForAWidthAreRefused)
{
  NADIR_NEEDS_TEST_DATA(odd);
  PixelLoader loader;
  const auto read = read_all_frames(loader, test_data() / odd / "JPEG2000-embedded-sequence-delimiter.dcm");
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::DecodeFailed));
}
