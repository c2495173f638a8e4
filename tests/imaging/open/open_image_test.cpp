#include "imaging/open/open_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "tests/segmentation/mask/nifti_bytes.h"
#include "tests/support/mr_series.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace
{
constexpr Tag series_uid{0x0020, 0x000e};
constexpr Tag series_number{0x0020, 0x0011};
constexpr Tag sop_uid{0x0008, 0x0018};
constexpr Tag study_uid{0x0020, 0x000d};
constexpr Tag patient_id{0x0010, 0x0020};
constexpr Tag echo_time{0x0018, 0x0081};
constexpr Tag repetition_time{0x0018, 0x0080};
constexpr Tag series_description{0x0008, 0x103e};

/// The series again under other UIDs, as T2.
std::vector<DicomObject> t2_series()
{
  auto slices = mr_series();
  for (std::size_t n = 0; n < slices.size(); ++n)
  {
    put_text(slices[n], series_uid, "UI", "1.2.3.77");
    put_text(slices[n], series_number, "IS", "77");
    put_text(slices[n], sop_uid, "UI", "1.2.3.77." + std::to_string(n + 1));
    put_text(slices[n], echo_time, "DS", "90");
    put_text(slices[n], repetition_time, "DS", "4000");
    put_text(slices[n], series_description, "LO", "t2_tse");
  }
  return slices;
}

void write_into(const TemporaryFolder& folder, const std::string& part, const std::vector<DicomObject>& slices)
{
  for (std::size_t n = 0; n < slices.size(); ++n)
  {
    const auto bytes = dicom_file(slices[n], syntax::explicit_little);
    folder.write(part + "/" + std::to_string(n), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
}

OpenConfig wanting(SequenceType type)
{
  OpenConfig config;
  config.wanted = {type};
  return config;
}
}  // namespace

TEST(OpenImage, GivesTheVolumeOfAFolderWithItsOrigin)
{
  const TemporaryFolder folder;
  write_series(folder, mr_series());
  const auto image = open_image(folder.path());
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->format, "DICOM");
  EXPECT_EQ(image->volume->geometry().size(), (GridSize{4, 4, 20}));
  EXPECT_EQ(image->sequence, SequenceType::T1);
  ASSERT_TRUE(image->stack);
  EXPECT_THAT(image->stack->slices, SizeIs(20));
  EXPECT_TRUE(image->patient);
  EXPECT_THAT(image->choice, IsEmpty());
  EXPECT_THAT(image->digest, SizeIs(64));
}

TEST(OpenImage, DigestDependsOnTheFilesAndNotOnTheirNames)
{
  const TemporaryFolder one, other, less;
  write_series(one, mr_series());
  write_into(other, "deep/er", mr_series());
  auto fewer = mr_series();
  fewer.pop_back();
  write_series(less, fewer);
  const auto digest = [](const TemporaryFolder& folder) { return open_image(folder.path()).value().digest; };
  EXPECT_EQ(digest(one), digest(other));
  EXPECT_NE(digest(one), digest(less));
}

TEST(OpenImage, OfSeveralSeriesAsksOrTakesTheWantedOne)
{
  const TemporaryFolder folder;
  write_into(folder, "t1", mr_series());
  write_into(folder, "t2", t2_series());
  EXPECT_TRUE(open_image(folder.path()).failure().is(OpenError::SeveralImages));
  const auto image = open_image(folder.path(), wanting(SequenceType::T2));
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->stack->series.text(), "1.2.3.77");
  EXPECT_THAT(image->choice, HasSubstr("T2"));
}

TEST(OpenImage, RefusesAFolderOfTwoPatientsWithoutNamingThem)
{
  const TemporaryFolder folder;
  auto others = t2_series();
  for (auto& slice : others)
  {
    put_text(slice, study_uid, "UI", "1.2.3.4.5.6");
    put_text(slice, patient_id, "LO", "SOMEBODY-ELSE");
  }
  auto first = mr_series();
  for (auto& slice : first) put_text(slice, patient_id, "LO", "PATIENT-ONE");
  write_into(folder, "a", first);
  write_into(folder, "b", others);
  const auto image = open_image(folder.path(), wanting(SequenceType::T2));
  ASSERT_TRUE(image.failure().is(OpenError::SeveralPatients)) << image.failure().message();
  EXPECT_THAT(image.failure().message(), Not(HasSubstr("SOMEBODY")));
}

TEST(OpenImage, SaysThatAFileOfTheFolderCouldNotBeUsed)
{
  const TemporaryFolder folder;
  write_series(folder, mr_series());
  const auto whole = dicom_file(mr_series().front(), syntax::explicit_little);
  folder.write("cut", {reinterpret_cast<const char*>(whole.data()), whole.size() - 9});
  const auto image = open_image(folder.path());
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_THAT(image->warnings, Contains(HasSubstr("not used")));
}

TEST(OpenImage, OpensAnImageFileOfAnotherProgram)
{
  const TemporaryFolder folder;
  NiftiBytes file;
  file.data[5] = 7;
  const auto path = folder.write("t1.nii.gz", gzip(file.version_1()));
  const auto image = open_image(path);
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->format, "NIfTI");
  EXPECT_FLOAT_EQ(image->volume->value({1, 1, 0}), 7.0f);
  EXPECT_FALSE(image->stack);
  EXPECT_FALSE(image->patient);
}

TEST(OpenImage, SaysThatAnEmptyFolderOrAForeignFileHoldsNoImage)
{
  const TemporaryFolder folder;
  EXPECT_TRUE(open_image(folder.path()).failure().is(OpenError::NoImage));
  folder.write("notes.txt", "no image");
  EXPECT_TRUE(open_image(folder.path()).failure().is(OpenError::NoImage));
  EXPECT_TRUE(open_image(folder.path() / "notes.txt").failure().is(OpenError::NoImage));
  EXPECT_FALSE(open_image(folder.path() / "absent"));
}

TEST(OpenImage, GivesTheRealSarcoma)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_001");
  const auto image = open_image(test_data() / "sts/STS_001/image");
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->volume->geometry().size().k, image->stack->certificate.slices);
}

TEST(OpenImage, ComputesTheAdcMapOfARealDiffusionSeries)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/philips_dwi");
  const auto image = open_image(test_data() / "mr-dicom/philips_dwi", wanting(SequenceType::Adc));
  ASSERT_TRUE(image) << image.failure().message();
  EXPECT_EQ(image->sequence, SequenceType::Adc);
  EXPECT_EQ(image->volume->unit(), "1e-6 mm2/s");
  EXPECT_THAT(image->choice, HasSubstr("computed"));
  EXPECT_EQ(*image->stack->sequence.b_value, 0.0);
}
