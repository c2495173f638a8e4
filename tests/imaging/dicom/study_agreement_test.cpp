#include "imaging/dicom/study_agreement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nadir::imaging;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace
{
Study study_of(const std::vector<ImageStack>& stacks)
{
  Study study;
  for (const auto& stack : stacks) study.series.emplace_back().stacks.push_back(stack);
  return study;
}

ImageStack stack(const std::string& acquired, const std::string& body_part)
{
  ImageStack result;
  result.acquisition_time = acquired;
  result.body_part = body_part;
  return result;
}
}  // namespace

TEST(StudyAgreement, IsSilentAboutOneDayAndAboutWhatIsNotGiven)
{
  EXPECT_THAT(study_disagreements(study_of({stack("20240131101500", "THIGH"), stack("20240131113000", "THIGH"), stack("", "")})),
              IsEmpty());
}

TEST(StudyAgreement, WarnsOfTwoDaysWithoutShowingThem)
{
  const auto remarks = study_disagreements(study_of({stack("20240131101500", "THIGH"), stack("20240201101500", "THIGH")}));
  ASSERT_THAT(remarks, SizeIs(1));
  EXPECT_EQ(remarks[0].severity, Severity::Warning);
  EXPECT_EQ(remarks[0].code, "identity.mixed-days");
  EXPECT_THAT(remarks[0].text, Not(HasSubstr("2024")));
}

TEST(StudyAgreement, NotesTwoBodyParts)
{
  const auto remarks = study_disagreements(study_of({stack("", "THIGH"), stack("", "CHEST")}));
  ASSERT_THAT(remarks, SizeIs(1));
  EXPECT_EQ(remarks[0].severity, Severity::Note);
  EXPECT_THAT(remarks[0].text, HasSubstr("CHEST, THIGH"));
}
