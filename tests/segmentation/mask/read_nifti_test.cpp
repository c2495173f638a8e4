#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mask_reading.h"
#include "nifti_bytes.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

using nadir::testing::bytes_of_numbers;
using nadir::testing::corner;
using nadir::testing::expect_refusal;
using nadir::testing::gzip;
using nadir::testing::mask_of;
using nadir::testing::NiftiBytes;
using nadir::testing::read_bytes;

/// 4 x 3 x 2 voxels, all 0 but label 1 at (1, 1, 0) and label 5 at (2, 1, 1) and (3, 1, 1).
std::vector<double> labels()
{
  std::vector<double> values(24, 0);
  values[1 + 4 * 1] = 1;
  values[2 + 4 * 1 + 12] = 5;
  values[3 + 4 * 1 + 12] = 5;
  return values;
}

template <class T> std::string data_as(const std::vector<double>& values, std::endian order = std::endian::little)
{
  std::vector<T> typed;
  for (const auto value : values) typed.push_back(static_cast<T>(value));
  return bytes_of_numbers(typed, order);
}

NiftiBytes sample()
{
  NiftiBytes file;
  file.data = data_as<std::uint8_t>(labels());
  return file;
}

void expect_sample(const nadir::testing::Lesions& lesions)
{
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_EQ(lesions->at(0).label, 1);
  EXPECT_EQ(lesions->at(1).label, 5);
  EXPECT_EQ(mask_of(lesions, 0).count(), 1u);
  EXPECT_EQ(mask_of(lesions, 1).count(), 2u);
  EXPECT_EQ(lesions->at(0).provenance.format, "NIfTI");
  EXPECT_EQ(lesions->at(0).provenance.digest.size(), 64u);
}

TEST(Nifti, GivesOneLesionPerLabel) { expect_sample(read_bytes(sample().version_1())); }
TEST(Nifti, OfVersionTwoIsRead) { expect_sample(read_bytes(sample().version_2())); }
TEST(Nifti, CompressedIsToldByContentNotByName) { expect_sample(read_bytes(gzip(sample().version_1()))); }
TEST(Nifti, InSeveralGzipMembersIsRead)
{
  const auto bytes = sample().version_1();
  expect_sample(read_bytes(gzip(bytes.substr(0, 100)) + gzip("") + gzip(bytes.substr(100))));
}

TEST(Nifti, BigEndianIsRead)
{
  auto file = sample();
  file.order = std::endian::big;
  expect_sample(read_bytes(file.version_1()));
  expect_sample(read_bytes(file.version_2()));
}

template <class T> void expect_type_is_read(int datatype)
{
  for (const auto order : {std::endian::little, std::endian::big})
  {
    auto file = sample();
    file.datatype = datatype;
    file.bitpix = 8 * sizeof(T);
    file.order = order;
    file.data = data_as<T>(labels(), order);
    expect_sample(read_bytes(file.version_1()));
    expect_sample(read_bytes(gzip(file.version_2())));
  }
}

TEST(Nifti, OfEveryNumberTypeIsRead)
{
  expect_type_is_read<std::uint8_t>(2);
  expect_type_is_read<std::int16_t>(4);
  expect_type_is_read<std::int32_t>(8);
  expect_type_is_read<float>(16);
  expect_type_is_read<double>(64);
  expect_type_is_read<std::int8_t>(256);
  expect_type_is_read<std::uint16_t>(512);
  expect_type_is_read<std::uint32_t>(768);
  expect_type_is_read<std::int64_t>(1024);
  expect_type_is_read<std::uint64_t>(1280);
}

TEST(Nifti, ScalingIsApplied)
{
  auto file = sample();
  file.datatype = 4;
  file.bitpix = 16;
  auto stored = labels();
  for (auto& value : stored) value = 10 * value - 100;
  file.data = data_as<std::int16_t>(stored);
  file.slope = 0.1;
  file.inter = 10;
  expect_sample(read_bytes(file.version_1()));
}

TEST(Nifti, WithoutScalingSlopeIgnoresTheIntercept)
{
  auto file = sample();
  file.inter = 3;
  expect_sample(read_bytes(file.version_1()));
}

/// Truth: NIfTI is RAS, we are LPS: x and y change sign; a right-handed grid stays as it is.
TEST(Nifti, IsPlacedInLps)
{
  auto file = sample();
  file.sform = {1, 0, 0, 10, 0, 2, 0, 20, 0, 0, 3, 30};
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  const auto& geometry = mask_of(lesions).geometry();
  EXPECT_EQ(geometry.origin(), (PatientPoint{-10, -20, 30}));
  EXPECT_EQ(geometry.axes().i, (PatientVector{-1, 0, 0}));
  EXPECT_EQ(geometry.spacing().j, 2.0);
  EXPECT_EQ(corner(mask_of(lesions)), (PatientPoint{-11, -22, 30}));
  EXPECT_THAT(lesions->at(0).warnings, Not(Contains(HasSubstr("NIfTI"))));
}

/// A grid mirrored along x: every voxel must stay at its place in the patient.
TEST(Nifti, MirroredGridIsTurnedOverWithoutMovingAVoxel)
{
  auto file = sample();
  file.sform = {-1, 0, 0, 10, 0, 2, 0, 20, 0, 0, 3, 30};
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  const auto& geometry = mask_of(lesions).geometry();
  EXPECT_EQ(corner(mask_of(lesions, 0)), (PatientPoint{-9, -22, 30}));
  EXPECT_EQ(corner(mask_of(lesions, 1)), (PatientPoint{-8, -22, 33}));
  EXPECT_EQ(geometry.axes().k, (PatientVector{0, 0, -1}));
  EXPECT_EQ(mask_of(lesions, 0).box().first.k, 1);
}

/// Truth: quaternion (0, 0, 0.7071068) turns 90 degrees about z: i -> +y, j -> -x (RAS).
TEST(Nifti, QformIsUsedWhenThereIsNoSform)
{
  auto file = sample();
  file.sform_code = 0;
  file.qform_code = 1;
  file.quaternion = {0, 0, std::sqrt(0.5)};
  file.qoffset = {1, 2, 3};
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions) << lesions.failure().message();
  const auto place = corner(mask_of(lesions));
  EXPECT_NEAR(place.left, -(1 - 2), 1e-5);
  EXPECT_NEAR(place.posterior, -(2 + 1), 1e-5);
  EXPECT_NEAR(place.superior, 3, 1e-5);
}

TEST(Nifti, NegativeQfacMirrorsTheSlices)
{
  auto file = sample();
  file.sform_code = 0;
  file.qform_code = 1;
  file.pixdim[0] = -1;
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  EXPECT_EQ(corner(mask_of(lesions, 1)), (PatientPoint{-2, -2, -3}));
}

TEST(Nifti, WithTwoOrientationsThatSwapSidesIsRefused)
{
  auto file = sample();
  file.qform_code = 1;
  file.sform[0] = -1;
  expect_refusal(read_bytes(file.version_1()), MaskError::NoGeometry, "contradict each other");
  file.sform[5] = -2;
  expect_refusal(read_bytes(file.version_1()), MaskError::NoGeometry, "contradict each other");
}

TEST(Nifti, WithTwoPositionsThatDifferIsReadWithAWarning)
{
  auto file = sample();
  file.qform_code = 1;
  file.qoffset = {5, 0, 0};
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("sform is used")));
  EXPECT_EQ(mask_of(lesions).geometry().origin().left, 0.0);
}

TEST(Nifti, FittedToAStandardBrainIsRefusedBecauseItsLengthsAreNotThePatients)
{
  auto file = sample();
  file.sform_code = 4;
  file.sform[0] = 1.2;
  expect_refusal(read_bytes(file.version_1()), MaskError::NoGeometry, "contradicts itself");
}

TEST(Nifti, WithoutOrientationKeepsItsLengthsAndSaysSo)
{
  auto file = sample();
  file.sform_code = 0;
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("orientation unknown")));
  EXPECT_EQ(mask_of(lesions).geometry().voxel_volume_mm3(), 6.0);
}

TEST(Nifti, InMetresOrMicronsIsConverted)
{
  auto file = sample();
  file.units = 3;
  for (auto& value : file.pixdim) value *= 1000;
  for (auto& value : file.sform) value *= 1000;
  const auto microns = read_bytes(file.version_1());
  ASSERT_TRUE(microns);
  EXPECT_NEAR(mask_of(microns).geometry().voxel_volume_mm3(), 6.0, 1e-9);
  file.units = 1;
  for (auto& value : file.pixdim) value /= 1e6;
  for (auto& value : file.sform) value /= 1e6;
  const auto metres = read_bytes(file.version_1());
  ASSERT_TRUE(metres);
  EXPECT_NEAR(mask_of(metres).geometry().voxel_volume_mm3(), 6.0, 1e-6);
}

TEST(Nifti, WithoutUnitIsTakenAsMillimetresWithAWarning)
{
  auto file = sample();
  file.units = 0;
  const auto lesions = read_bytes(file.version_1());
  ASSERT_TRUE(lesions);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("millimetres assumed")));
  file.units = 5;
  expect_refusal(read_bytes(file.version_1()), MaskError::NoGeometry, "unknown unit");
}

TEST(Nifti, OfProbabilitiesIsRefusedAndAsksForAThreshold)
{
  auto file = sample();
  file.datatype = 16;
  file.bitpix = 32;
  auto values = labels();
  values[7] = 0.37;
  file.data = data_as<float>(values);
  expect_refusal(read_bytes(file.version_1()), MaskError::NotALabelMap, "threshold");
  values[7] = 2.0005;
  file.data = data_as<float>(values);
  EXPECT_TRUE(read_bytes(file.version_1()));
  values[7] = -1;
  file.data = data_as<float>(values);
  expect_refusal(read_bytes(file.version_1()), MaskError::NotALabelMap, "no labels");
  values[7] = std::nan("");
  file.data = data_as<float>(values);
  expect_refusal(read_bytes(file.version_1()), MaskError::NotALabelMap, "not a number");
}

TEST(Nifti, WithoutAnyLabelIsEmptyByName)
{
  auto file = sample();
  file.data = std::string(24, '\0');
  expect_refusal(read_bytes(file.version_1()), MaskError::Empty, "nothing to measure");
}

TEST(Nifti, OfFourDimensionsIsReadOnlyWithOneVolume)
{
  auto file = sample();
  file.dim[0] = 4;
  expect_sample(read_bytes(file.version_1()));
  file.dim[4] = 2;
  file.data += file.data;
  expect_refusal(read_bytes(file.version_1()), MaskError::Unsupported, "2 volumes");
}

TEST(Nifti, WithTrailingBytesIsReadWithAWarning)
{
  const auto lesions = read_bytes(sample().version_1() + "more");
  ASSERT_TRUE(lesions);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("more bytes")));
}
}  // namespace
}  // namespace nadir::segmentation
