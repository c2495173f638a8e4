#include "imaging/volume/file/read_volume_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/segmentation/mask/nifti_bytes.h"
#include "tests/segmentation/mask/nrrd_bytes.h"
#include "tests/segmentation/mask/temporary_file.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace
{
Result<VolumeFile> read(const std::string& bytes) { return read_volume_file(TemporaryFile(bytes).path()); }

/// 4 x 3 x 2 voxels, each its own number in file order.
template <class T> std::string counting(std::endian order = std::endian::little)
{
  std::vector<T> values(24);
  for (std::size_t n = 0; n < values.size(); ++n) values[n] = static_cast<T>(n);
  return bytes_of_numbers(values, order);
}

NiftiBytes nifti(int datatype, int bitpix, std::string data)
{
  NiftiBytes file;
  file.datatype = datatype;
  file.bitpix = bitpix;
  file.data = std::move(data);
  return file;
}
}  // namespace

TEST(ReadVolumeFile, GivesNiftiValuesInLps)
{
  const auto image = read(nifti(16, 32, counting<float>()).version_1()).value();
  EXPECT_EQ(image.format, "NIfTI");
  EXPECT_THAT(image.warnings, IsEmpty());
  // RAS identity of 1 x 2 x 3 mm is, in LPS, i to the right and j to the front: value 1 + 4 * 2 + 12 * 1 at (1, 2, 1).
  EXPECT_FLOAT_EQ(image.volume->value({1, 2, 1}), 21.0f);
  const auto point = image.volume->geometry().voxel_to_patient(VoxelIndex{1, 2, 1});
  EXPECT_DOUBLE_EQ(point.left, -1.0);
  EXPECT_DOUBLE_EQ(point.posterior, -4.0);
  EXPECT_DOUBLE_EQ(point.superior, 3.0);
}

TEST(ReadVolumeFile, GivesTheSameValuesInEveryNumberTypeByteOrderAndPacking)
{
  const std::string files[] = {
      nifti(256, 8, counting<std::int8_t>()).version_1(),      nifti(2, 8, counting<std::uint8_t>()).version_1(),
      nifti(4, 16, counting<std::int16_t>()).version_1(),      nifti(512, 16, counting<std::uint16_t>()).version_2(),
      nifti(8, 32, counting<std::int32_t>()).version_1(),      nifti(768, 32, counting<std::uint32_t>()).version_1(),
      nifti(1024, 64, counting<std::int64_t>()).version_1(),   nifti(64, 64, counting<double>()).version_2(),
      gzip(nifti(4, 16, counting<std::int16_t>()).version_1())};
  for (const auto& bytes : files) EXPECT_FLOAT_EQ(read(bytes).value().volume->value({3, 2, 1}), 23.0f);
  auto big = nifti(4, 16, counting<std::int16_t>(std::endian::big));
  big.order = std::endian::big;
  EXPECT_FLOAT_EQ(read(big.version_1()).value().volume->value({3, 2, 1}), 23.0f);
}

TEST(ReadVolumeFile, AppliesSlopeAndIntercept)
{
  auto file = nifti(4, 16, counting<std::int16_t>());
  file.slope = 0.5;
  file.inter = -3;
  EXPECT_FLOAT_EQ(read(file.version_1()).value().volume->value({2, 0, 0}), -2.0f);
}

TEST(ReadVolumeFile, TurnsAMirroredGridOverWithoutMovingAVoxel)
{
  auto file = nifti(4, 16, counting<std::int16_t>());
  file.sform = {-1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0};
  const auto image = read(file.version_1()).value();
  const auto& geometry = image.volume->geometry();
  // Voxel (1, 2, 1) of the file lies at RAS (-1, 4, 3), in LPS (1, -4, 3), and holds 21.
  const auto place = geometry.patient_to_voxel({1, -4, 3});
  const VoxelIndex index{static_cast<int>(std::lround(place.i)), static_cast<int>(std::lround(place.j)),
                         static_cast<int>(std::lround(place.k))};
  EXPECT_FLOAT_EQ(image.volume->value(index), 21.0f);
}

TEST(ReadVolumeFile, AcceptsFourAxesWithOneVolumeAndRefusesMore)
{
  auto one = nifti(4, 16, counting<std::int16_t>());
  one.dim = {4, 4, 3, 2, 1, 1, 1, 1};
  EXPECT_TRUE(read(one.version_1()));
  auto two = nifti(4, 16, counting<std::int16_t>() + counting<std::int16_t>());
  two.dim = {4, 4, 3, 2, 2, 1, 1, 1};
  EXPECT_TRUE(read(two.version_1()).failure().is(ImageFileError::Unsupported));
}

TEST(ReadVolumeFile, ReadsNrrdRawAndGzip)
{
  NrrdBytes file;
  file.type = "type: float\n";
  file.data = counting<float>();
  const auto raw = read(file.bytes()).value();
  EXPECT_EQ(raw.format, "NRRD");
  EXPECT_FLOAT_EQ(raw.volume->value({1, 2, 1}), 21.0f);
  EXPECT_DOUBLE_EQ(raw.volume->geometry().voxel_to_patient(VoxelIndex{1, 2, 1}).posterior, 24.0);
  file.encoding = "encoding: gzip\n";
  file.data = gzip(counting<float>());
  EXPECT_FLOAT_EQ(read(file.bytes()).value().volume->value({1, 2, 1}), 21.0f);
}

TEST(ReadVolumeFile, SaysThatSomeVoxelsAreNoNumbers)
{
  auto values = counting<float>();
  put(values, 8, bytes_of_number(std::numeric_limits<float>::quiet_NaN()));
  EXPECT_THAT(read(nifti(16, 32, values).version_1()).value().warnings, Contains(HasSubstr("not numbers")));
}

TEST(ReadVolumeFile, RefusesWhatIsCutTooLargeOrSomethingElse)
{
  const auto whole = nifti(4, 16, counting<std::int16_t>()).version_1();
  EXPECT_TRUE(read(whole.substr(0, whole.size() - 1)).failure().is(ImageFileError::Truncated));
  EXPECT_TRUE(read(gzip(whole).substr(0, gzip(whole).size() / 2)).failure().is(ImageFileError::Truncated));
  auto huge = nifti(4, 16, counting<std::int16_t>());
  huge.dim = {3, 20000, 20000, 20000, 1, 1, 1, 1};
  EXPECT_TRUE(read(huge.version_1()).failure().is(ImageFileError::TooLarge));
  auto claims = nifti(4, 16, counting<std::int16_t>());
  claims.dim = {3, 1000, 1000, 1000, 1, 1, 1, 1};
  EXPECT_TRUE(read(claims.version_1()).failure().is(ImageFileError::Truncated));
  EXPECT_TRUE(read(gzip(claims.version_1())).failure().is(ImageFileError::Truncated));
  EXPECT_TRUE(read("no image at all").failure().is(ImageFileError::UnknownFormat));
  EXPECT_TRUE(read_volume_file("/nowhere").failure().is(ImageFileError::Unreadable));
}

TEST(ReadVolumeFile, GivesTheRealGlioma)
{
  NADIR_NEEDS_TEST_DATA("brats");
  const auto image = read_volume_file(test_data() / "brats/brats_2013_pat0005_1/T1c_subtrMeanDivStd.nii.gz");
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->volume->geometry().spacing().k, 1.0);
}
