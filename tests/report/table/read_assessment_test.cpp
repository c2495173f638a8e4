#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/table/assessment_json.h"
#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"

using namespace nadir;
using report::DocumentError;
using report::from_json;
using report::to_json;
using ::testing::HasSubstr;

namespace
{
std::string replaced(std::string text, std::string_view what, std::string_view by)
{
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

void expect_refused(const std::string& text, DocumentError error, const std::string& message_part)
{
  const auto read = from_json(text);
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(error)) << read.failure().code();
  EXPECT_THAT(read.failure().message(), HasSubstr(message_part));
}
}  // namespace

TEST(ReadAssessment, GivesBackTheValueThatWasWritten)
{
  for (const auto& original : {test::sarcoma_assessment(), test::long_assessment(), measure::Assessment{}})
  {
    const auto read = from_json(to_json(original));
    ASSERT_TRUE(read) << read.failure().message();
    EXPECT_EQ(to_json(*read), to_json(original));
  }
}

TEST(ReadAssessment, GivesBackEachKindOfField)
{
  const auto original = test::sarcoma_assessment();
  const auto read = from_json(to_json(original));
  ASSERT_TRUE(read);
  const auto& lesion = read->timepoints.at(1).lesions.at(0);
  const auto& expected = original.timepoints[1].lesions[0];
  EXPECT_EQ(lesion.lesion.id, expected.lesion.id);
  EXPECT_EQ(lesion.lesion.role, expected.lesion.role);
  EXPECT_EQ(lesion.longest_diameter->from, expected.longest_diameter->from);
  EXPECT_EQ(lesion.longest_diameter->slice, expected.longest_diameter->slice);
  EXPECT_EQ(lesion.feret_3d->slice, std::nullopt);
  EXPECT_EQ(lesion.volume_estimates, expected.volume_estimates);
  EXPECT_EQ(read->timepoints[1].flags.at(0).literature_against, original.timepoints[1].flags[0].literature_against);
  EXPECT_EQ(read->timepoints[1].series.at(0).certificate, original.timepoints[1].series[0].certificate);
  EXPECT_EQ(read->timepoints[0].response.sum_of_diameters, original.timepoints[0].response.sum_of_diameters);
  EXPECT_EQ(read->timepoints[0].response.change_from_baseline_percent, std::nullopt);
}

TEST(ReadAssessment, KnowsWhatBecameOfSplitAndMergedTargets)
{
  auto original = test::long_assessment();
  auto& lesions = original.timepoints.back().lesions;
  lesions[0].state = "SPLIT";
  lesions[0].fragments = {Millimeters{8.5}, Millimeters{5}};
  lesions[1].state = "MERGED_INTO";
  lesions[1].merged_into = LesionId{"T01"};
  const auto read = from_json(to_json(original));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(read->timepoints.back().lesions[0].fragments, lesions[0].fragments);
  EXPECT_EQ(read->timepoints.back().lesions[1].merged_into, lesions[1].merged_into);
  EXPECT_THAT(to_json(original), HasSubstr("\"schema_version\": \"1.1.0\""));
  EXPECT_THAT(to_json(test::long_assessment()), HasSubstr("\"schema_version\": \"1.0.0\""));
}

TEST(ReadAssessment, KeepsWhatTheObjectsOfOthersCallALesion)
{
  auto original = test::long_assessment();
  original.timepoints.back().lesions[0].lesion.tracking = {"1.2.826.0.1.3680043.8.498.1", "Nodule 7"};
  const auto read = from_json(to_json(original));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(read->timepoints.back().lesions[0].lesion.tracking, original.timepoints.back().lesions[0].lesion.tracking);
  EXPECT_THAT(to_json(original), HasSubstr("\"schema_version\": \"1.2.0\""));
  original.timepoints.back().lesions[0].lesion.tracking.uid = "1.2.826.x";
  EXPECT_THAT(from_json(to_json(original)).failure().message(), HasSubstr("no DICOM UID"));
}

TEST(ReadAssessment, KeepsAThresholdThatAReaderSetWithTheAutomaticOneBesideIt)
{
  auto original = test::long_assessment();
  auto& tissue = original.timepoints.back().lesions[0].tissue.emplace();
  tissue.necrotic_fraction = measure::Banded{0.5, 0.25, 0.75};
  tissue.threshold_by_reader = measure::ReaderThreshold{{"enhancement", 0.41}, "x reference tissue", 0.28, {0.3125, 0.25, 0.4375}};
  const auto read = from_json(to_json(original));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(read->timepoints.back().lesions[0].tissue->threshold_by_reader, tissue.threshold_by_reader);
  EXPECT_THAT(to_json(original), HasSubstr("\"schema_version\": \"1.3.0\""));
}

TEST(ReadAssessment, IsStableForTextThatNeededRepair)
{
  const std::string json = to_json(test::hostile_assessment());
  const auto read = from_json(json);
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(to_json(*read), json);
}

TEST(ReadAssessment, IsTheSameUnderAGermanLocale)
{
  const std::string json = to_json(test::sarcoma_assessment());
  const test::GermanLocale locale;
  if (!locale.is_set()) GTEST_SKIP() << "the system has no definition of the locale de_DE";
  const auto read = from_json(json);
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(to_json(*read), json);
}

TEST(ReadAssessment, RefusesAnUnknownKeyAndSaysWhere)
{
  expect_refused(replaced(to_json(test::sarcoma_assessment()), "\"organ\":", "\"colour\": 1, \"organ\":"), DocumentError::NotAsWritten,
                 "/timepoints/0/lesions/0/colour");
}

TEST(ReadAssessment, RefusesAMissingKey)
{
  expect_refused(replaced(to_json(test::sarcoma_assessment()), "\"nodal\": false,", ""), DocumentError::NotAsWritten,
                 "/timepoints/0/lesions/0/nodal");
}

TEST(ReadAssessment, RefusesAValueOfAnotherKind)
{
  const std::string json = to_json(test::sarcoma_assessment());
  expect_refused(replaced(json, "\"measurable\": true", "\"measurable\": \"yes\""), DocumentError::NotAsWritten, "measurable");
  expect_refused(replaced(json, "\"role\": \"target\"", "\"role\": \"tumour\""), DocumentError::NotAsWritten, "role");
  expect_refused(replaced(json, "\"slice\": 17", "\"slice\": 17.5"), DocumentError::NotAsWritten, "slice");
  expect_refused(replaced(json, "\"slice\": 17", "\"slice\": 4294967296"), DocumentError::NotAsWritten, "slice");
}

TEST(ReadAssessment, RefusesADiameterThatIsNotItsCalipersLength)
{
  expect_refused(replaced(to_json(test::sarcoma_assessment()), "\"longest_diameter_mm\": 100", "\"longest_diameter_mm\": 90"),
                 DocumentError::NotAsWritten, "longest_diameter_mm");
}

TEST(ReadAssessment, RefusesAResponseThatContradictsItself)
{
  expect_refused(replaced(to_json(test::sarcoma_assessment()), "\"overall\": \"SD\"", "\"overall\": \"PR\""), DocumentError::NotAsWritten,
                 "/timepoints/1/response/overall");
}

TEST(ReadAssessment, RefusesAnotherSchema)
{
  expect_refused(replaced(to_json(measure::Assessment{}), "nadir.assessment/1", "nadir.assessment/2"), DocumentError::OtherSchema,
                 "nadir.assessment/1");
  expect_refused("[]", DocumentError::OtherSchema, "nadir.assessment/1");
}

TEST(ReadAssessment, RefusesWhatIsNoJson)
{
  for (const char* text : {"", "{", "{\"schema\": \"nadir.assessment/1\",}", "\"\xFF\"", "{\"a\": 1e999}", "{\"a\": NaN}"})
    expect_refused(text, DocumentError::NotJson, "no JSON");
}

TEST(ReadAssessment, RefusesAKeyThatStandsTwice)
{
  expect_refused(replaced(to_json(test::sarcoma_assessment()), "\"patient\": \"P1\"", "\"patient\": \"P1\", \"patient\": \"P1\""),
                 DocumentError::NotJson, "twice");
}

TEST(ReadAssessment, RefusesAMillionOpenBracketsBeforeParsing)
{
  expect_refused(std::string(1'000'000, '['), DocumentError::TooDeep, "16 levels");
  expect_refused("{\"schema\":" + std::string(17, '[') + std::string(17, ']') + "}", DocumentError::TooDeep, "16 levels");
}

TEST(ReadAssessment, RefusesMoreThan64MebibytesBeforeParsing)
{
  expect_refused(std::string((64u << 20) + 1, ' '), DocumentError::TooLarge, "64 MiB");
}
