// SDTM datasets of readings: rows a data manager expects, refusals before anything is written, and the same reading when it is read back.
#include "report/cdisc/submission.h"

#include <gmock/gmock.h>

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/location.h"
#include "report/cdisc/reason_category.h"
#include "report/cdisc/text_pieces.h"
#include "report/table/visible_text.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/support/example_assessment.h"

using namespace nadir;
using namespace nadir::report::cdisc;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace
{
const Dataset& dataset(const Submission& submission, const std::string& name)
{
  for (const auto& each : submission.datasets)
    if (each.name == name) return each;
  throw std::out_of_range(name);
}

/// Rows as "A|B|C" of some variables.
std::vector<std::string> rows(const Dataset& from, const std::vector<std::string>& variables)
{
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < from.rows.size(); ++i)
  {
    std::string line;
    for (const auto& variable : variables) line += (&variable == &variables.front() ? "" : "|") + text_at(from, i, variable);
    lines.push_back(line);
  }
  return lines;
}

Submission submission_of_one(const measure::Assessment& assessment)
{
  const auto made = submission_of(test::study_of({&assessment}));
  EXPECT_TRUE(made) << made.failure().message();
  return made.value();
}

void expect_refused(const measure::Assessment& assessment, CdiscError error, const std::string& words)
{
  const auto made = submission_of(test::study_of({&assessment}));
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.failure().is(error)) << made.failure().code();
  EXPECT_THAT(made.failure().message(), HasSubstr(words));
}
}  // namespace

TEST(Submission, IdentifiesEachLesionOnceWithPlaceAndSide)
{
  const auto assessment = test::trial_assessment();
  EXPECT_THAT(rows(dataset(submission_of_one(assessment), "TU"),
                   {"TUSEQ", "TULNKID", "TUTESTCD", "TUORRES", "TULOC", "TULAT", "VISITNUM", "TUDTC"}),
              ElementsAre("1|T01|TUMIDENT|TARGET|SOFT TISSUE||1|2024-01-10", "2|T02|TUMIDENT|TARGET|LUNG|LEFT|1|2024-01-10",
                          "3|T03|TUMIDENT|TARGET|LUNG|LEFT|1|2024-01-10", "4|T04|TUMIDENT|TARGET|LYMPH NODE||1|2024-01-10",
                          "5|NT01|TUMIDENT|NON-TARGET|PLEURA||1|2024-01-10", "6|NT02|TUMIDENT|NON-TARGET|LYMPH NODE||1|2024-01-10",
                          "7|T01.1|TUSPLIT|TARGET|SOFT TISSUE||2|2024-03-06", "8|T01.2|TUSPLIT|TARGET|SOFT TISSUE||2|2024-03-06",
                          "9|T02/T03|TUMERGE|TARGET|LUNG|LEFT|2|2024-03-06", "10|NEW01|TUMIDENT|NEW|BRAIN||3|2024-05-01"));
}

TEST(Submission, WritesEachStateInTheTermsOfTheStandard)
{
  const auto assessment = test::trial_assessment();
  const auto made = submission_of_one(assessment);
  EXPECT_THAT(
      rows(dataset(made, "TR"), {"VISITNUM", "TRLNKID", "TRTESTCD", "TRORRES", "TRORRESU", "TRSTRESC", "TRSTRESN", "TRSTAT", "TRREASND"}),
      ElementsAre("1|T01|LDIAM|80.0|mm|80.0|80||", "1|T02|LDIAM|20.0|mm|20.0|20||", "1|T03|LDIAM|15.0|mm|15.0|15||",
                  "1|T04|LPERP|18.0|mm|18.0|18||", "1|NT01|TUMSTATE|PRESENT||PRESENT|||", "1|NT02|LNSTATE|PATHOLOGICAL||PATHOLOGICAL|||",
                  "1||SUMDIAM|133.0|mm|133.0|133||", "1||SUMNLNLD|115.0|mm|115.0|115||", "2|T01.1|LDIAM|30.0|mm|30.0|30||",
                  "2|T01.2|LDIAM|12.5|mm|12.5|12.5||", "2|T02/T03|LDIAM|33.0|mm|33.0|33||", "2|T03|LDIAM|||||NOT DONE|TUMOR MERGED",
                  "2|T04|LPERP|TOO SMALL TO MEASURE||5.0|5||", "2|NT01|TUMSTATE|ABSENT||ABSENT|||",
                  "2|NT02|LNSTATE|NON-PATHOLOGICAL||NON-PATHOLOGICAL|||", "2||SUMDIAM|80.5|mm|80.5|80.5||",
                  "2||SUMNLNLD|75.5|mm|75.5|75.5||", "2||PCBSD|-39.5|%|-39.5|-39.5||", "2||PCNSD|-39.5|%|-39.5|-39.5||",
                  "2||ACNSD|-52.5|mm|-52.5|-52.5||", "3|T01|LDIAM|||||NOT DONE|NOT EVALUABLE", "3|T02|LDIAM|0.0|mm|0.0|0||",
                  "3|T03|LDIAM|||||NOT DONE|TUMOR NOT ASSESSED", "3|T04|LPERP|9.0|mm|9.0|9||",
                  "3|NT01|TUMSTATE|ENLARGEMENT FROM NADIR||ENLARGEMENT FROM NADIR|||", "3|NT02|LNSTATE|PATHOLOGICAL||PATHOLOGICAL|||",
                  "3|NT02|TUMSTATE|ENLARGEMENT FROM NADIR||ENLARGEMENT FROM NADIR|||", "3|NEW01|TUMSTATE|UNEQUIVOCAL||UNEQUIVOCAL|||"));
  EXPECT_THAT(rows(dataset(made, "SUPPTR"), {"RDOMAIN", "IDVAR", "IDVARVAL", "QNAM", "QVAL"}),
              ElementsAre("TR|TRSEQ|21|TRREASNE|POOR SCAN QUALITY", "TR|TRSEQ|21|TRREASW|movement artefact", "TR|TRSEQ|25|TRREASW|doubled",
                          "TR|TRSEQ|26|TRREASW|doubled, too"));
}

TEST(Submission, WritesTheResponsesAfterBaselineOnly)
{
  const auto assessment = test::trial_assessment();
  EXPECT_THAT(
      rows(dataset(submission_of_one(assessment), "RS"), {"RSSEQ", "RSTESTCD", "RSTEST", "RSCAT", "RSORRES", "VISITNUM", "RSLNKGRP"}),
      ElementsAre("1|TRGRESP|Target Response|RECIST 1.1|PR|2|", "2|NTRGRESP|Non-target Response|RECIST 1.1|CR|2|",
                  "3|OVRLRESP|Overall Response|RECIST 1.1|PR|2|A2", "4|TRGRESP|Target Response|RECIST 1.1|NE|3|",
                  "5|NTRGRESP|Non-target Response|RECIST 1.1|PD|3|", "6|NEWLPROG|New Lesion Progression|RECIST 1.1|UNEQUIVOCAL|3|",
                  "7|OVRLRESP|Overall Response|RECIST 1.1|PD|3|A3"));
}

TEST(Submission, RelatesTheDatasetsToEachOther)
{
  const auto assessment = test::trial_assessment();
  EXPECT_THAT(rows(dataset(submission_of_one(assessment), "RELREC"), {"RDOMAIN", "USUBJID", "IDVAR", "IDVARVAL", "RELTYPE", "RELID"}),
              ElementsAre("TU||TULNKID||ONE|TUTR", "TR||TRLNKID||MANY|TUTR", "TR||TRLNKGRP||MANY|TRRS", "RS||RSLNKGRP||ONE|TRRS"));
}

TEST(Submission, TellsTwoReadersAndTheAdjudicatorApart)
{
  const auto assessment = test::trial_assessment();
  auto study = test::study_of({&assessment, &assessment, &assessment});
  study.readings[0].evaluator = {"INDEPENDENT ASSESSOR", "RADIOLOGIST 1", Accepted::No};
  study.readings[1].evaluator = {"INDEPENDENT ASSESSOR", "RADIOLOGIST 2", Accepted::No};
  study.readings[2].evaluator = {"ADJUDICATOR", "", Accepted::Yes};
  const auto made = submission_of(study);
  ASSERT_TRUE(made) << made.failure().message();
  const auto lines = rows(dataset(*made, "TU"), {"TUSEQ", "TULNKID", "TUEVAL", "TUEVALID", "TUACPTFL"});
  EXPECT_EQ(lines[0], "1|R1-T01|INDEPENDENT ASSESSOR|RADIOLOGIST 1|");
  EXPECT_EQ(lines[10], "11|R2-T01|INDEPENDENT ASSESSOR|RADIOLOGIST 2|");
  EXPECT_EQ(lines[20], "21|ADJ-T01|ADJUDICATOR||Y");
  EXPECT_EQ(rows(dataset(*made, "RS"), {"RSLNKGRP", "RSACPTFL"}).back(), "ADJ-A3|Y");
  EXPECT_EQ(carried_by(study), carried_by(made->datasets).value());
}

TEST(Submission, CountsStudyDaysWithoutADayZero)
{
  const auto assessment = test::trial_assessment();
  auto study = test::study_of({&assessment});
  study.readings[0].treatment_start = measure::parse_calendar_day("2024-01-11");
  const auto made = submission_of(study);
  const auto& tr = dataset(made.value(), "TR");
  EXPECT_EQ(text_at(tr, 0, "TRDY"), "-1");  // the day before the first one
  EXPECT_EQ(text_at(tr, 8, "TRDY"), "56");  // 2024-03-06 is 55 days after the first, which is day 1
  EXPECT_EQ(text_at(tr, 0, "TRLOBXFL"), "Y");
  EXPECT_EQ(text_at(tr, 8, "TRLOBXFL"), "");
  EXPECT_EQ(position_of(dataset(submission_of_one(assessment), "TR"), "TRDY"),
            dataset(submission_of_one(assessment), "TR").variables.size());
}

TEST(Submission, StatesTheSideOfANode)
{
  auto assessment = test::trial_assessment();
  for (auto& timepoint : assessment.timepoints)
    for (auto& lesion : timepoint.lesions)
      if (lesion.lesion.nodal) lesion.lesion.organ = "lymph node, left axilla";
  const auto made = submission_of_one(assessment);
  EXPECT_THAT(rows(dataset(made, "TU"), {"TULOC", "TULAT"}), ::testing::Contains("LYMPH NODE|LEFT"));
  EXPECT_THAT(rows(dataset(made, "SUPPTU"), {"QVAL"}), ::testing::Contains("lymph node, left axilla"));
}

// A conformance engine compares the epoch of a record with its study day.
TEST(Submission, PutsNothingBeforeTheFirstDayOfTreatmentUnderTreatment)
{
  const auto assessment = test::trial_assessment();  // 2024-01-10, 2024-03-06, 2024-05-01
  auto study = test::study_of({&assessment});
  const auto epochs = [&](const char* start)
  {
    study.readings[0].treatment_start = measure::parse_calendar_day(start);
    const auto made = submission_of(study);
    const auto lines = rows(dataset(made.value(), "RS"), {"EPOCH"});
    return std::pair{text_at(dataset(*made, "TR"), 0, "EPOCH") + " " + lines.front() + " " + lines.back(), made->notices};
  };
  EXPECT_EQ(epochs("2024-01-10").first, "SCREENING TREATMENT TREATMENT");
  EXPECT_EQ(epochs("2024-04-01").first, "SCREENING SCREENING TREATMENT");
  EXPECT_THAT(epochs("2024-04-01").second, ::testing::Contains(::testing::HasSubstr("follow-up lies before the first day")));
  EXPECT_EQ(epochs("2023-12-01").first, "TREATMENT TREATMENT TREATMENT");
  EXPECT_THAT(epochs("2023-12-01").second, ::testing::Contains(::testing::HasSubstr("baseline lies after the first day")));
}

TEST(Submission, GivesOneNumberToAVisitOfSeveralSubjects)
{
  auto first = test::trial_assessment(), second = test::trial_assessment();
  second.patient = "P2";
  second.timepoints[1].label = TimepointLabel{"unscheduled"};
  const auto made = submission_of(test::study_of({&first, &second}));
  ASSERT_TRUE(made) << made.failure().message();
  std::map<std::string, std::string> names;
  for (const auto& line : rows(dataset(*made, "TR"), {"VISITNUM", "VISIT"})) names[line.substr(0, 1)] = line.substr(2);
  EXPECT_THAT(names,
              ElementsAre(std::pair{"1", "baseline"}, std::pair{"2", "week 8"}, std::pair{"3", "unscheduled"}, std::pair{"4", "week 16"}));
}

TEST(Submission, RefusesVisitsInContradictoryOrders)
{
  auto first = test::trial_assessment(), second = test::trial_assessment();
  second.patient = "P2";
  std::swap(second.timepoints[1].label, second.timepoints[2].label);
  const auto made = submission_of(test::study_of({&first, &second}));
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.failure().is(CdiscError::VisitsUnordered));
}

TEST(Submission, RefusesWhatAReceiverCouldNotTake)
{
  const auto good = test::trial_assessment();
  auto bad = good;
  bad.timepoints[2].label = bad.timepoints[1].label;
  expect_refused(bad, CdiscError::VisitsUnordered, "label");
  bad = good;
  bad.timepoints[1].date = "06.03.2024";
  expect_refused(bad, CdiscError::DateInvalid, "time point 2");
  bad = good;
  bad.timepoints[1].lesions[0].state = "SHRUNK";
  expect_refused(bad, CdiscError::LesionInvalid, "time point 2, lesion T01");
  bad = good;
  bad.timepoints[0].lesions[0].response_contribution = Millimeters{79.0};
  expect_refused(bad, CdiscError::LesionInvalid, "differ");
  bad = good;
  bad.timepoints[0].lesions[0].longest_diameter.reset();
  expect_refused(bad, CdiscError::LesionInvalid, "missing");
  bad = good;
  bad.timepoints[1].lesions[2].merged_into = LesionId{"T09"};
  expect_refused(bad, CdiscError::LesionInvalid, "MERGED_INTO");
  bad = good;
  bad.timepoints[1].response.overall_response = "fine";
  expect_refused(bad, CdiscError::ResponseInvalid, "time point 2");
  bad = good;
  bad.patient = "Müller, Hans";
  expect_refused(bad, CdiscError::IdentifierInvalid, "USUBJID");
  bad = good;
  bad.timepoints[1].label = TimepointLabel{std::string(201, 'w')};
  expect_refused(bad, CdiscError::TextTooLong, "VISIT has more than 200 bytes");
  bad = good;
  bad.timepoints[2].lesions[0].reason = std::string(2001, 'w');
  expect_refused(bad, CdiscError::TextTooLong, "TRREASW");
  expect_refused(test::hostile_assessment(), CdiscError::IdentifierInvalid, "USUBJID");
}

TEST(Submission, RefusesReadingsThatAreNotToldApart)
{
  const auto assessment = test::trial_assessment();
  const auto made = submission_of(test::study_of({&assessment, &assessment}));
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.failure().is(CdiscError::SameReadingTwice));
  auto study = test::study_of({&assessment});
  study.id.clear();
  EXPECT_TRUE(submission_of(study).failure().is(CdiscError::NoStudy));
}

TEST(Submission, SpeaksOfVolumesOnlyWhenAsked)
{
  const auto assessment = test::trial_assessment();
  auto study = test::study_of({&assessment});
  study.imaging_rows = ImagingRows::Yes;
  const auto lines = rows(dataset(submission_of(study).value(), "TR"), {"TRLNKID", "TRTESTCD", "TRORRES", "TRORRESU"});
  EXPECT_EQ(lines[1], "T01|VOLUME|268.083|mL");
}

TEST(Location, IsATermWhereTheWordsNameASiteAndKeepsTheWordsOtherwise)
{
  const auto of = [](const std::string& organ, bool nodal) {
    return location_of({LesionId{"T01"}, measure::LesionRole::Target, organ, nodal});
  };
  EXPECT_EQ(of("right thigh", false), (Location{"THIGH", "RIGHT", "", true}));
  EXPECT_EQ(of("Right thigh", false), (Location{"THIGH", "RIGHT", "Right thigh", true}));
  EXPECT_EQ(of("soft tissue, left thigh", false), (Location{"THIGH", "LEFT", "soft tissue, left thigh", true}));
  EXPECT_EQ(of("somewhere else", false), (Location{"SOMEWHERE ELSE", "", "", false}));
  EXPECT_EQ(of("left axilla", true), (Location{"LYMPH NODE", "LEFT", "left axilla", true}));
  EXPECT_EQ(of("大腿", false), (Location{"", "", "大腿", true}));
  EXPECT_EQ(of("not stated", false), (Location{"", "", "", true}));
  for (const std::string organ : {"right thigh", "Right thigh", "liver", "大腿", "not stated", "=1+1"})
    EXPECT_EQ(organ_of(of(organ, false)), organ);
}

TEST(ReasonCategory, IsATermOnlyWhereTheWordsNameExactlyOne)
{
  EXPECT_EQ(reason_category("Movement artefact"), "POOR SCAN QUALITY");
  EXPECT_EQ(reason_category("resected in March"), "RESECTION OR FOCAL THERAPY PERFORMED");
  EXPECT_EQ(reason_category("artefact after surgery"), "");
  EXPECT_EQ(reason_category("no idea"), "");
}

TEST(TextPieces, HaveAtMost200BytesInAsciiAndMakeTheTextAgain)
{
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Größe 大 {U+000A} and ";
  std::string joined;
  for (const auto& piece : text_pieces(text))
  {
    EXPECT_LE(report::ascii_text(piece).size(), 200u);
    joined += piece;
  }
  EXPECT_EQ(joined, text);
  EXPECT_THAT(text_pieces(std::string(200, 'w')), ::testing::SizeIs(1));
  EXPECT_THAT(text_pieces(""), ::testing::IsEmpty());
}
