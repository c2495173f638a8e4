#include "measure/assessment/identity_check.h"

#include <gmock/gmock.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
TimepointImages timepoint(const std::string& label, const std::string& acquired)
{
  TimepointImages images;
  images.label = TimepointLabel{label};
  images.identity = {"ID-4711", "HOSPITAL", "DOE^JANE", "19600131", "F"};
  images.acquired = acquired;
  imaging::Study study;
  study.series.emplace_back().stacks.push_back(nadir::testing::axial_stack("1.1", imaging::SequenceType::T1));
  study.series.back().stacks.back().body_part = "THIGH";
  study.series.back().stacks.back().certificate.laterality = "L";
  images.scan.studies.push_back(study);
  return images;
}

imaging::ImageStack& stack_of(TimepointImages& images) { return images.scan.studies[0].series[0].stacks[0]; }

std::vector<TimepointImages> pair() { return {timepoint("baseline", "20240101"), timepoint("follow-up", "20240301")}; }

std::vector<nadir::measure::Question> questions_of(const std::vector<TimepointImages>& timepoints)
{
  std::vector<const TimepointImages*> all;
  for (const auto& images : timepoints) all.push_back(&images);
  return nadir::measure::identity_questions(all);
}

void expect_one_question(const std::vector<TimepointImages>& timepoints, const std::string& key)
{
  const auto questions = questions_of(timepoints);
  ASSERT_EQ(questions.size(), 1u) << key;
  EXPECT_EQ(questions[0].key, key);
  EXPECT_FALSE(require_answers(questions, {}));
  EXPECT_TRUE(require_answers(questions, {key}));
}
}  // namespace

TEST(IdentityCheck, AsksNothingOfTheSamePatientInOrder) { EXPECT_TRUE(questions_of(pair()).empty()); }

TEST(IdentityCheck, AsksAboutAnotherPatientId)
{
  auto timepoints = pair();
  timepoints[1].identity.patient_id = "ID-4712";
  expect_one_question(timepoints, "patient-id");
}

TEST(IdentityCheck, AsksAboutTheSameIdOfAnotherIssuer)
{
  auto timepoints = pair();
  timepoints[1].identity.issuer = "OTHER";
  expect_one_question(timepoints, "patient-id");
}

TEST(IdentityCheck, AsksAboutAnotherSexBirthDateSideOrBodyPart)
{
  auto sex = pair();
  sex[1].identity.sex = "M";
  expect_one_question(sex, "sex");
  auto birth = pair();
  birth[1].identity.birth_date = "19610131";
  expect_one_question(birth, "birth-date");
  auto side = pair();
  stack_of(side[1]).certificate.laterality = "R";
  expect_one_question(side, "laterality");
  auto part = pair();
  stack_of(part[1]).body_part = "KNEE";
  expect_one_question(part, "body-part");
}

TEST(IdentityCheck, AsksWhenTheFollowUpWasAcquiredFirst)
{
  auto timepoints = pair();
  timepoints[1].acquired = "20231201";
  expect_one_question(timepoints, "order");
  EXPECT_TRUE(require_answers(questions_of(timepoints), {}).failure().is(AssessmentError::OrderQuestion));
}

TEST(IdentityCheck, ComparesLaterTimePointsWithEachOther)
{
  auto timepoints = pair();
  timepoints.push_back(timepoint("third", "20240201"));
  timepoints[0].identity = {};
  timepoints[2].identity.patient_id = "ID-4712";
  const auto questions = questions_of(timepoints);
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_EQ(questions[0].key, "patient-id");
  EXPECT_EQ(questions[1].key, "order");
}

TEST(IdentityCheck, TakesADateWithoutATimeForNoOrderWithinTheDay)
{
  auto timepoints = pair();
  timepoints[0].acquired = "20240101120000";
  timepoints[1].acquired = "20240101";
  EXPECT_TRUE(questions_of(timepoints).empty());
}

TEST(IdentityCheck, AsksAboutTheSidesOfTheMeasuredSeries)
{
  auto left = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);
  auto right = left;
  left.certificate.laterality = "L";
  right.certificate.laterality = "R";
  ASSERT_EQ(site_questions(left, right, "T01").size(), 1u);
  EXPECT_TRUE(site_questions(left, left, "T01").empty());
}

TEST(IdentityCheck, TakesWhatOneSideDoesNotSayForNoDifference)
{
  auto timepoints = pair();
  timepoints[1].identity = {};
  stack_of(timepoints[1]).body_part.clear();
  EXPECT_TRUE(questions_of(timepoints).empty());
}

TEST(IdentityCheck, NeverShowsThePatient)
{
  auto timepoints = pair();
  timepoints[1].identity = {"ID-4712", "HOSPITAL", "ROE^JOHN", "19700202", "M"};
  const auto answered = require_answers(questions_of(timepoints), {});
  ASSERT_FALSE(answered);
  for (const auto* secret : {"4711", "4712", "DOE", "ROE", "1960", "1970"})
    EXPECT_THAT(answered.failure().message(), Not(HasSubstr(secret)));
  EXPECT_THAT(answered.failure().message(), HasSubstr("--confirm patient-id,birth-date,sex"));
}

namespace
{
segmentation::MaskProvenance mask_of_the_patient()
{
  segmentation::MaskProvenance mask;
  mask.patient = {"ID-4711", "HOSPITAL", "DOE^JANE", "19600131", "F"};
  mask.referenced_series = SeriesUid{"1.2.1.1"};
  mask.frame_of_reference = FrameOfReferenceUid{"1.2.9"};
  return mask;
}

TimepointImages images_in_frame()
{
  auto images = timepoint("baseline", "20240101");
  stack_of(images).certificate.frame_of_reference = FrameOfReferenceUid{"1.2.9"};
  return images;
}

std::vector<std::string> keys_of(const std::vector<Question>& questions)
{
  std::vector<std::string> keys;
  for (const auto& question : questions) keys.push_back(question.key);
  return keys;
}
}  // namespace

TEST(MaskIdentity, AsksNothingOfTheSamePatientNorOfAFileThatNamesNobody)
{
  EXPECT_TRUE(mask_questions(mask_of_the_patient(), images_in_frame(), "T01").empty());
  EXPECT_TRUE(mask_questions({}, images_in_frame(), "T01").empty());
  EXPECT_TRUE(mask_questions(mask_of_the_patient(), TimepointImages{}, "T01").empty());
}

TEST(MaskIdentity, AsksAboutAMaskOfAnotherPatientWithoutShowingWho)
{
  auto mask = mask_of_the_patient();
  mask.patient.patient_id = "ID-4712";
  const auto questions = mask_questions(mask, images_in_frame(), "T01");
  EXPECT_THAT(keys_of(questions), ::testing::ElementsAre("patient-id"));
  EXPECT_THAT(questions[0].text, HasSubstr("T01"));
  EXPECT_THAT(questions[0].text, Not(HasSubstr("471")));
  mask.patient.patient_id = "";
  mask.patient.name = "ROE^RICHARD";
  EXPECT_THAT(keys_of(mask_questions(mask, images_in_frame(), "T01")), ::testing::ElementsAre("patient-name"));
}

TEST(MaskIdentity, AsksWhenSeriesAndFrameOfReferenceAreBothOthers)
{
  auto mask = mask_of_the_patient();
  mask.referenced_series = SeriesUid{"9.9"};
  EXPECT_TRUE(mask_questions(mask, images_in_frame(), "T01").empty());
  mask.frame_of_reference = FrameOfReferenceUid{"9.9.9"};
  EXPECT_THAT(keys_of(mask_questions(mask, images_in_frame(), "T01")), ::testing::ElementsAre("mask-images"));
}
