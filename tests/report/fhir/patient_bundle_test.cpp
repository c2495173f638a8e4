// FHIR R4 bundles of the mCODE profiles: what they say of a case, what is refused before anything is written, and the case when read back.
#include "report/fhir/patient_bundle.h"

#include <gmock/gmock.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "report/fhir/carried_case.h"
#include "report/fhir/fhir_error.h"
#include "report/fhir/formats.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/fhir/bundle_example.h"
#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir;
using namespace nadir::report::fhir;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
std::string bundle_of(const measure::Assessment& assessment)
{
  const auto made = to_patient_bundle(test::bundle_source(assessment));
  EXPECT_TRUE(made) << made.failure().message();
  return made.value().text;
}

/// The first problem of the example bundle after a text in it was replaced.
std::string problem_after(const std::string& what, const std::string& by)
{
  static const auto bundle = bundle_of(test::trial_assessment());
  auto text = bundle;
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  const auto problems = bundle_problems(text.replace(at, what.size(), by));
  return problems.empty() ? "" : problems.front();
}

void expect_refused(const measure::Assessment& assessment, const std::string& words)
{
  const auto made = to_patient_bundle(test::bundle_source(assessment));
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.failure().is(FhirError::ValueRefused));
  EXPECT_THAT(made.failure().message(), HasSubstr(words));
}
}  // namespace

TEST(PatientBundle, SaysWhatTheAssessmentSays)
{
  const auto assessment = test::trial_assessment();
  const auto bundle = nlohmann::json::parse(bundle_of(assessment));
  std::map<std::string, int> kinds;
  for (const auto& entry : bundle.at("entry")) ++kinds[entry.at("resource").at("resourceType").get<std::string>()];
  EXPECT_EQ(kinds["Patient"], 1);
  EXPECT_EQ(kinds["BodyStructure"], 7);
  EXPECT_EQ(kinds["DiagnosticReport"], 3);
  const auto text = bundle.dump();
  EXPECT_THAT(text, HasSubstr("RECIST 1.1: PR, sum of diameters 80.5 mm."));
  EXPECT_THAT(text, HasSubstr("\"code\":\"268910001\""));  // PR: improved
  EXPECT_THAT(text, HasSubstr("\"code\":\"271299001\""));  // PD: worsened
}

TEST(PatientBundle, IsReadBackEqualWhateverTheTextsAre)
{
  for (std::uint64_t seed = 0; seed < 1000; ++seed)
  {
    const auto assessment = test::random_assessment(seed, test::Texts::Odd);
    const auto source = test::bundle_source(assessment);
    const auto made = to_patient_bundle(source);
    ASSERT_TRUE(made) << seed << made.failure().message();
    ASSERT_EQ(carried_by(made->text).value(), carried_by(source)) << seed;
  }
}

// A node of which only the short axis was drawn has a number that counts; mcode-tumor-size has no place for it.
TEST(PatientBundle, CarriesAShortAxisWithoutALongestDiameter)
{
  auto assessment = test::trial_assessment();
  auto& node = assessment.timepoints[0].lesions[0];
  node.short_axis = node.longest_diameter;
  node.longest_diameter.reset();
  const auto bundle = bundle_of(assessment);
  EXPECT_THAT(bundle, HasSubstr("\"code\": \"C96685\""));
  EXPECT_THAT(bundle_problems(bundle), IsEmpty());
  const auto carried = carried_by(bundle).value();
  EXPECT_EQ(carried.timepoints[0].lesions.at(node.lesion.id.text()).short_axis, node.short_axis->length.value());
}

TEST(PatientBundle, CarriesWhatBecameOfSplitAndMergedLesions)
{
  auto assessment = test::trial_assessment();
  auto& lesions = assessment.timepoints[1].lesions;
  lesions[0].state = "SPLIT";
  lesions[0].fragments = {Millimeters{8.5}, Millimeters{5}};
  lesions[1].state = "MERGED_INTO";
  lesions[1].merged_into = lesions[0].lesion.id;
  const auto bundle = bundle_of(assessment);
  EXPECT_THAT(bundle_problems(bundle), IsEmpty());
  const auto carried = carried_by(bundle).value();
  EXPECT_THAT(carried.timepoints[1].lesions.at(lesions[0].lesion.id.text()).fragments, ::testing::ElementsAre(8.5, 5.0));
  EXPECT_EQ(carried.timepoints[1].lesions.at(lesions[1].lesion.id.text()).merged_into, lesions[0].lesion.id.text());
}

TEST(PatientBundle, IsTheSameBytesUnderAGermanLocale)
{
  const auto text = bundle_of(test::trial_assessment());
  const test::GermanLocale german;
  EXPECT_EQ(bundle_of(test::trial_assessment()), text);
}

TEST(PatientBundle, IsNotWrittenWithWhatAServerRefuses)
{
  auto bad = test::trial_assessment();
  bad.timepoints[1].date = "11/03/2024";
  expect_refused(bad, "effectiveDateTime is no date");
  bad = test::trial_assessment();
  bad.timepoints[1].series = {{SeriesUid{"1.2.x"}, "s", "T1", "axial", true, {}, {}, {}}};
  expect_refused(bad, "a series UID is none");
  bad = test::trial_assessment();
  bad.timepoints[0].lesions[0].longest_diameter->length = Millimeters{std::numeric_limits<double>::quiet_NaN()};
  expect_refused(bad, "valueQuantity");
  bad = test::trial_assessment();
  bad.timepoints[0].lesions[0].longest_diameter->length = Millimeters{-1.0};
  expect_refused(bad, "no length in mm");
  bad = test::trial_assessment();
  bad.patient = "   ";
  expect_refused(bad, "Patient");
}

TEST(PatientBundle, NoticesSeededFaults)
{
  EXPECT_EQ(problem_after("\"2024-03-06\"", "\"2024-03-06\""), "");
  EXPECT_THAT(problem_after("\"2024-03-06\"", "\"2024-3-6\""), HasSubstr("is no date"));
  EXPECT_THAT(problem_after("\"status\": \"preliminary\"", "\"status\": \"done\""), HasSubstr("the status is not"));
  EXPECT_THAT(problem_after("\"value\": 80,", "\"value\": \"80\","), HasSubstr("no number"));
  EXPECT_THAT(problem_after("\"21889-1\"", "\"21889-2\""), HasSubstr("code of a tumor size"));
  EXPECT_THAT(problem_after("\"33728-7\"", "\"33729-5\""), HasSubstr("longest dimension"));
  EXPECT_THAT(problem_after("\"code\": \"mm\"", "\"code\": \"[in_i]\""), HasSubstr("no length in mm"));
  EXPECT_THAT(problem_after("\"113091000\"", "\"113091001\""), HasSubstr("method"));
  EXPECT_THAT(problem_after("\"268910001\"", "\"268910002\""), HasSubstr("disease status"));
  EXPECT_THAT(problem_after("\"effectiveDateTime\"", "\"effectivePeriod\""), HasSubstr("effectivePeriod is not known"));
  EXPECT_THAT(problem_after("\"gender\": \"unknown\"", "\"gender\": \"male\""), HasSubstr("sex"));
  EXPECT_THAT(problem_after("urn:oid:2.25.10", "urn:oid:2.25.010"), HasSubstr("tracking UID"));
  EXPECT_THAT(problem_after("\"focus\"", "\"foccus\""), HasSubstr("not known"));
  EXPECT_THAT(problem_after("\"C18058\"", "\"C18059\""), HasSubstr("no category"));
  EXPECT_THAT(problem_after("\"location\": {", "\"location\": {}, \"x\": {"), HasSubstr("x is not known"));
  EXPECT_THAT(problem_after("{", "["), HasSubstr("no bundle"));
}

TEST(PatientBundle, IsPreliminaryUntilSomebodySigned)
{
  const auto assessment = test::trial_assessment();
  auto source = test::bundle_source(assessment);
  EXPECT_THAT(to_patient_bundle(source).value().text, Not(HasSubstr("\"final\"")));
  source.status = "final";
  EXPECT_THAT(to_patient_bundle(source).value().text, Not(HasSubstr("\"preliminary\"")));
  source.status = "certain";
  EXPECT_FALSE(to_patient_bundle(source));
}

TEST(PatientBundle, TellsPeopleTheReportInXhtml)
{
  auto assessment = test::trial_assessment();
  assessment.timepoints[0].label = TimepointLabel{"week <1> & \"2\""};
  const auto bundle = nlohmann::json::parse(bundle_of(assessment));
  for (const auto& entry : bundle.at("entry"))
    if (const auto& resource = entry.at("resource"); resource.at("resourceType") == "DiagnosticReport")
    {
      EXPECT_EQ(resource.at("text").at("status"), "generated");
      const auto told = resource.at("text").at("div").get<std::string>();
      EXPECT_THAT(told, HasSubstr("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>week &lt;1&gt; &amp; &quot;2&quot;: RECIST 1.1"));
      EXPECT_THAT(told, HasSubstr("<p>T01: MEASURED, "));
      return;
    }
  FAIL() << "no report";
}

TEST(PatientBundle, HasNoSexNameOrBirthDate)
{
  const auto text = bundle_of(test::trial_assessment());
  EXPECT_THAT(text, HasSubstr("\"gender\": \"unknown\""));
  EXPECT_THAT(text, Not(HasSubstr("birthDate")));
  EXPECT_THAT(text, Not(HasSubstr("family")));
}

TEST(FhirFormats, AreThoseOfTheStandard)
{
  EXPECT_TRUE(is_uid("1.2.840.10008.1.2"));
  for (const auto* bad : {"", "1.", ".1", "1..2", "1.02", "3.1", "1.a"}) EXPECT_FALSE(is_uid(bad)) << bad;
  EXPECT_FALSE(is_uid("1." + std::string(63, '1')));
  EXPECT_TRUE(is_instant("2024-01-31T23:59:59Z"));
  for (const auto* bad : {"2024-01-31T24:00:00Z", "2024-02-30T00:00:00Z", "2024-01-31", "2024-01-31T00:00:00"})
    EXPECT_FALSE(is_instant(bad)) << bad;
  EXPECT_FALSE(is_text("  "));
  EXPECT_FALSE(is_text("a\nb"));
}
