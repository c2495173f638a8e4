#include "report/table/assessment_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"

using namespace nadir;
using report::to_json;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(AssessmentJson, NamesItsSchemaFirst)
{
  EXPECT_THAT(to_json(measure::Assessment{}),
              ::testing::StartsWith("{\n  \"schema\": \"nadir.assessment/1\",\n  \"schema_version\": \"1.0.0\",\n"));
}

// The keys of issue 2, section "Assessing"; the values are those of the example.
TEST(AssessmentJson, HasTheKeysAndValuesOfTheIssue)
{
  const std::string json = to_json(test::sarcoma_assessment());
  for (const char* line :
       {"\"label\": \"follow-up\"", "\"date\": \"2024-04-24\"", "\"longest_diameter_mm\": 96", "\"short_axis_mm\": 78",
        "\"volume_ml\": 380", "\"sum_of_diameters_mm\": 96", "\"change_from_baseline_percent\": -4", "\"change_from_nadir_percent\": -4",
        "\"change_from_nadir_mm\": -4", "\"target_response\": \"SD\"", "\"non_target_response\": \"NA\"", "\"overall_response\": \"SD\"",
        "\"feret_3d_mm\": 120", "\"id\": \"F1 SD-VOLUP\"", "\"clause\": \"RECIST 1.1 table 1\"", "\"from\": [-48, 12.25, 42.5]",
        "\"sop_instance_uid\": \"1.2.826.0.1.3680043.8.498.1001.17\"", "\"new_lesions\": []", "\"who_product_mm2\": 7488"})
    EXPECT_THAT(json, HasSubstr(line));
}

TEST(AssessmentJson, SaysNullAndNeverZeroForWhatIsAbsent)
{
  measure::Assessment assessment;
  auto& lesion = assessment.timepoints.emplace_back().lesions.emplace_back();
  lesion.longest_diameter = measure::Caliper{};
  lesion.longest_diameter->length = Millimeters{std::nan("")};
  const std::string json = to_json(assessment);
  for (const char* line : {"\"date\": null", "\"sum_of_diameters_mm\": null", "\"volume_ml\": null", "\"voxels\": null",
                           "\"longest_diameter_mm\": null", "\"target_response\": null", "\"mask_sha256\": null", "\"slice\": null"})
    EXPECT_THAT(json, HasSubstr(line));
  EXPECT_THAT(json, Not(HasSubstr("nan")));
}

TEST(AssessmentJson, IsTheSameTextUnderAGermanLocale)
{
  const std::string expected = to_json(test::long_assessment());
  const test::GermanLocale locale;
  if (!locale.is_set()) GTEST_SKIP() << "the system has no definition of the locale de_DE";
  EXPECT_EQ(to_json(test::long_assessment()), expected);
}

TEST(AssessmentJson, HasNoRawControlCharacter)
{
  for (const char c : to_json(test::hostile_assessment())) EXPECT_FALSE((c != '\n' && static_cast<unsigned char>(c) < 0x20) || c == 0x7f);
}

TEST(AssessmentJson, HasNoPixels) { EXPECT_LT(to_json(test::long_assessment()).size(), 400'000u); }
