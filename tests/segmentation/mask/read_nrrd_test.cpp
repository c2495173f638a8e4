#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "binary_text.h"
#include "mask_reading.h"
#include "nrrd_bytes.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

using nadir::testing::bytes_of_numbers;
using nadir::testing::corner;
using nadir::testing::expect_refusal;
using nadir::testing::gzip;
using nadir::testing::mask_of;
using nadir::testing::nrrd_sample;
using nadir::testing::NrrdBytes;
using nadir::testing::read_bytes;
using nadir::testing::two_labels;

void expect_sample(const nadir::testing::Lesions& lesions)
{
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_EQ(lesions->at(1).label, 5);
  EXPECT_EQ(mask_of(lesions, 0).count(), 1u);
  EXPECT_EQ(mask_of(lesions, 1).count(), 2u);
  EXPECT_EQ(corner(mask_of(lesions, 0)), (PatientPoint{11, 22, 30}));
  EXPECT_EQ(corner(mask_of(lesions, 1)), (PatientPoint{12, 22, 33}));
  EXPECT_EQ(lesions->at(0).provenance.format, "NRRD");
}

TEST(Nrrd, RawIsRead) { expect_sample(read_bytes(nrrd_sample().bytes())); }

TEST(Nrrd, GzipIsRead)
{
  auto file = nrrd_sample();
  file.encoding = "encoding: gzip\n";
  file.data = gzip(two_labels());
  expect_sample(read_bytes(file.bytes()));
}

TEST(Nrrd, AsciiIsRead)
{
  auto file = nrrd_sample();
  file.encoding = "encoding: ascii\n";
  file.data.clear();
  for (const char label : two_labels()) file.data += std::to_string(static_cast<int>(label)) + (file.data.size() % 3 == 0 ? "\n" : " ");
  expect_sample(read_bytes(file.bytes()));
  file.data = "0 0 x";
  file.data += std::string(40, ' ');
  expect_refusal(read_bytes(file.bytes()), MaskError::Malformed, "no number");
  file.data = "0 0 0" + std::string(40, ' ');
  expect_refusal(read_bytes(file.bytes()), MaskError::Truncated, "fewer voxels");
}

TEST(Nrrd, WithWindowsLineEndsIsRead)
{
  auto file = nrrd_sample();
  auto bytes = file.bytes();
  std::string windows;
  for (const char c : bytes.substr(0, bytes.size() - 24)) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  expect_sample(read_bytes(windows + two_labels()));
}

TEST(Nrrd, BigEndianShortsAreRead)
{
  auto file = nrrd_sample();
  file.type = "type: short\n";
  file.more = "endian: big\n";
  std::vector<std::int16_t> values;
  for (const char label : two_labels()) values.push_back(label);
  file.data = bytes_of_numbers(values, std::endian::big);
  expect_sample(read_bytes(file.bytes()));
  file.more = "";
  expect_refusal(read_bytes(file.bytes()), MaskError::Malformed, "byte order");
}

TEST(Nrrd, OfRasSpaceIsTurnedIntoLps)
{
  auto file = nrrd_sample();
  file.space = "space: RAS\n";
  file.directions = "space directions: (-1,0,0) (0,-2,0) (0,0,3)\n";
  file.origin = "space origin: (-10,-20,30)\n";
  expect_sample(read_bytes(file.bytes()));
}

/// LAS is left-handed against LPS: the grid is turned over, the voxels stay where they are.
TEST(Nrrd, OfLasSpaceIsTurnedIntoLps)
{
  auto file = nrrd_sample();
  file.space = "space: left-anterior-superior\n";
  file.directions = "space directions: (1,0,0) (0,-2,0) (0,0,3)\n";
  file.origin = "space origin: (10,-20,30)\n";
  expect_sample(read_bytes(file.bytes()));
  file.directions = "space directions: (1,0,0) (0,2,0) (0,0,3)\n";
  const auto mirrored = read_bytes(file.bytes());
  ASSERT_TRUE(mirrored);
  EXPECT_EQ(corner(mask_of(mirrored)), (PatientPoint{11, 18, 30}));
  EXPECT_EQ(mask_of(mirrored).geometry().axes().k, (PatientVector{0, 0, -1}));
}

TEST(Nrrd, WithSpacingsOnlyKeepsItsLengthsAndSaysSo)
{
  auto file = nrrd_sample();
  file.space = "";
  file.directions = "spacings: 1 2 3\n";
  file.origin = "";
  const auto lesions = read_bytes(file.bytes());
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_EQ(mask_of(lesions).geometry().voxel_volume_mm3(), 6.0);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("orientation unknown")));
  file.directions = "";
  expect_refusal(read_bytes(file.bytes()), MaskError::NoGeometry, "neither space directions nor spacings");
}

TEST(Nrrd, WithDataInAnotherFileIsRefused)
{
  auto file = nrrd_sample();
  file.more += "data file: ../../etc/passwd\n";
  expect_refusal(read_bytes(file.bytes()), MaskError::Unsupported, "another file");
}

TEST(Nrrd, WithTwoAxesHasNoVolume)
{
  auto file = nrrd_sample();
  file.sizes = "dimension: 2\nsizes: 4 6\n";
  file.directions = "spacings: 1 1\n";
  file.space = file.origin = file.more = "";
  expect_refusal(read_bytes(file.bytes()), MaskError::NoGeometry, "three axes");
}

TEST(Nrrd, WithColoursIsRefused)
{
  auto file = nrrd_sample();
  file.sizes = "dimension: 4\nsizes: 3 4 3 2\n";
  file.directions = "space directions: none (1,0,0) (0,2,0) (0,0,3)\n";
  file.more = "kinds: RGB-color domain domain domain\n";
  expect_refusal(read_bytes(file.bytes()), MaskError::Unsupported, "3 values a voxel");
}

/// Two layers, voxel by voxel: in layer 0 label 1 at (1, 1, 0), in layer 1 label 1 at (1, 1, 0) too and label 2 at (0, 0, 0).
NrrdBytes layered()
{
  auto file = nrrd_sample();
  file.sizes = "dimension: 4\nsizes: 2 4 3 2\n";
  file.directions = "space directions: none (1,0,0) (0,2,0) (0,0,3)\n";
  file.more = "kinds: list domain domain domain\n"
              "Segment0_ID:=a\nSegment0_LabelValue:=1\nSegment0_Layer:=0\nSegment0_Name:=whole tumour\n"
              "Segment1_LabelValue:=1\nSegment1_Layer:=1\nSegment1_Name:=necrosis: core\n"
              "Segment2_LabelValue:=2\nSegment2_Layer:=1\nSegment2_Name:=rim\n"
              "Segment3_LabelValue:=7\nSegment3_Layer:=1\nSegment3_Name:=gone\n";
  file.data = std::string(48, '\0');
  file.data[2 * 5] = 1;
  file.data[2 * 5 + 1] = 1;
  file.data[1] = 2;
  return file;
}

TEST(SegNrrd, KeepsSegmentsThatOverlapApart)
{
  const auto lesions = read_bytes(layered().bytes());
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 4u);
  EXPECT_EQ(lesions->at(0).name, "whole tumour");
  EXPECT_EQ(lesions->at(1).name, "necrosis: core");
  EXPECT_EQ(corner(mask_of(lesions, 0)), corner(mask_of(lesions, 1)));
  EXPECT_EQ(corner(mask_of(lesions, 2)), (PatientPoint{10, 20, 30}));
}

TEST(SegNrrd, NumbersSegmentsWhenTheyShareALabelValue)
{
  const auto lesions = read_bytes(layered().bytes());
  ASSERT_TRUE(lesions);
  std::vector<int> labels;
  for (const auto& lesion : *lesions) labels.push_back(lesion.label);
  EXPECT_THAT(labels, ElementsAre(1, 2, 3, 4));
}

/// An empty segment may be a tumour that is gone: it must not vanish in silence.
TEST(SegNrrd, KeepsAnEmptySegmentAndSaysSo)
{
  const auto lesions = read_bytes(layered().bytes());
  ASSERT_TRUE(lesions);
  EXPECT_EQ(lesions->at(3).name, "gone");
  EXPECT_TRUE(mask_of(lesions, 3).is_empty());
  EXPECT_THAT(lesions->at(3).warnings, Contains(HasSubstr("no voxel")));
  EXPECT_THAT(lesions->at(0).warnings, Not(Contains(HasSubstr("no voxel"))));
}

TEST(SegNrrd, ThatNamesALayerThatIsNotThereIsRefused)
{
  auto file = layered();
  file.more += "Segment4_Layer:=2\n";
  expect_refusal(read_bytes(file.bytes()), MaskError::Malformed, "layer that does not exist");
}

/// Names go into JSON and HTML: bytes that are no UTF-8 must not reach them.
TEST(SegNrrd, MakesNamesUtf8)
{
  auto file = nrrd_sample();
  file.more += "Segment0_LabelValue:=1\nSegment0_Name:=Weichteil\xc3\xb6\xff\n";
  const auto lesions = read_bytes(file.bytes());
  ASSERT_TRUE(lesions);
  EXPECT_EQ(lesions->at(0).name, "Weichteil\xc3\xb6\xef\xbf\xbd");
}

TEST(SegNrrd, KeepsLabelsWithoutASegment)
{
  auto file = nrrd_sample();
  file.more += "Segment0_LabelValue:=5\nSegment0_Layer:=0\nSegment0_Name:=five\n";
  const auto lesions = read_bytes(file.bytes());
  ASSERT_TRUE(lesions);
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_EQ(lesions->at(0).label, 1);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("does not describe")));
  EXPECT_EQ(lesions->at(1).name, "five");
}
}  // namespace
}  // namespace nadir::segmentation
