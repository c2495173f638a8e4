// CDISC SDTM TU and TR as readings: the same patient as in READINGS.csv, and every doubt with file, line and variable.
#include "reading/table/sdtm/sdtm_source.h"

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::reading;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
const std::string tu_header = "USUBJID,TULNKID,TUTESTCD,TUORRES,TULOC,TUEVAL,TUEVALID,VISITNUM\n";
const std::string tr_header =
    "USUBJID,TRLNKID,TRTESTCD,TRORRES,TRORRESU,TRSTRESN,TRSTRESU,TRSTAT,TRREASND,TREVAL,TREVALID,VISITNUM,TRDTC\n";
const std::string target = "S,T01,TUMIDENT,TARGET,LIVER,INVESTIGATOR,,1\n";

/// A row of TR of subject S by the investigator: link, test, result, unit, visit, date.
std::string tr(const std::string& link, const std::string& test, const std::string& result, const std::string& unit,
               const std::string& visit)
{
  return "S," + link + "," + test + "," + result + "," + unit + ",,,,,INVESTIGATOR,," + visit + ",2024-01-0" + visit.substr(0, 1) + "\n";
}
std::string not_done(const std::string& link, const std::string& test, const std::string& reason, const std::string& visit)
{
  return "S," + link + "," + test + ",,,,,NOT DONE," + reason + ",INVESTIGATOR,," + visit + ",\n";
}

struct Tables
{
  nadir::testing::TemporaryFolder folder;
  Result<sdtm::SdtmSource> source;

  Tables(const std::string& tu, const std::string& results)
      : source(sdtm::SdtmSource::open(folder.write("tu.csv", tu_header + tu), folder.write("tr.csv", tr_header + results)))
  {
  }
  SubjectReadings subject(std::size_t position = 0) const { return source->reader()->read(position).value(); }
};

SubjectReadings subject_of(const std::string& tu, const std::string& results) { return Tables(tu, results).subject(); }

const LesionReading& said(const SubjectReadings& read, std::size_t lesion, std::size_t timepoint)
{
  return read.readers.at(0).readings.timepoints().at(timepoint).lesions.at(lesion);
}

void expect_problem(const std::string& tu, const std::string& results, const std::string& place)
{
  const auto read = subject_of(tu, results);
  EXPECT_THAT(read.readers, IsEmpty());
  ASSERT_THAT(read.problems, SizeIs(1)) << results;
  EXPECT_THAT(in_words("", read.problems[0]), HasSubstr(place));
}
void expect_warning(const std::string& tu, const std::string& results, const std::string& words)
{
  const auto read = subject_of(tu, results);
  EXPECT_THAT(read.problems, IsEmpty()) << results;
  ASSERT_THAT(read.warnings, SizeIs(1)) << results;
  EXPECT_THAT(in_words("", read.warnings[0]), HasSubstr(words));
}
const std::string baseline = tr("T01", "LDIAM", "20", "mm", "1");
}  // namespace

TEST(Sdtm, TakesLengthsInMillimetersAndCentimeters)
{
  const auto read = subject_of(target, baseline + tr("T01", "LDIAM", "1.4", "cm", "2"));
  ASSERT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.readers.at(0).reader, "INVESTIGATOR");
  EXPECT_EQ(said(read, 0, 0).longest_diameter, Millimeters{20});
  EXPECT_NEAR(said(read, 0, 1).longest_diameter->value(), 14.0, 1e-9);
  EXPECT_EQ(said(read, 0, 1).state, LesionState::Measured);
}
TEST(Sdtm, TakesTheShortAxisOfANodeFromLperpOrTheOlderDiameter)
{
  const std::string node = "S,T01,TUMIDENT,TARGET,LYMPH NODE,INVESTIGATOR,,1\n";
  const auto read =
      subject_of(node, tr("T01", "LPERP", "18", "mm", "1") + tr("T01", "LDIAM", "25", "mm", "1") + tr("T01", "DIAMETER", "9", "mm", "2"));
  ASSERT_THAT(read.problems, IsEmpty());
  EXPECT_TRUE(read.readers[0].readings.lesions()[0].lesion.nodal);
  EXPECT_EQ(said(read, 0, 0).short_axis, Millimeters{18});
  EXPECT_EQ(said(read, 0, 1).short_axis, Millimeters{9});
}
TEST(Sdtm, KnowsTheStatesOfATarget)
{
  const auto read = subject_of(target, baseline + tr("T01", "LDIAM", "0", "mm", "2") + tr("T01", "LDIAM", "TOO SMALL TO MEASURE", "", "3") +
                                           not_done("T01", "LDIAM", "NOT EVALUABLE", "4") +
                                           not_done("T01", "LDIAM", "SCAN NOT PERFORMED", "5") + tr("T01", "TUMSTATE", "ABSENT", "", "6"));
  ASSERT_THAT(read.problems, IsEmpty());
  std::vector<LesionState> states;
  for (std::size_t t = 1; t < 6; ++t) states.push_back(said(read, 0, t).state);
  EXPECT_THAT(states, ElementsAre(LesionState::Absent, LesionState::TooSmall, LesionState::NotEvaluable, LesionState::NotDone,
                                  LesionState::Absent));
}
TEST(Sdtm, AddsThePartsOfASplitLesion)
{
  const auto read = subject_of(target, baseline + tr("T01.1", "LDIAM", "8", "mm", "2") + tr("T01.2", "LDIAM", "5", "mm", "2"));
  ASSERT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(said(read, 0, 1).state, LesionState::Split);
  EXPECT_THAT(said(read, 0, 1).fragments, ElementsAre(Millimeters{8}, Millimeters{5}));
}
TEST(Sdtm, GivesTheMergedMassToTheFirstLesionOfTheLink)
{
  const std::string two = target + "S,T02,TUMIDENT,TARGET,LIVER,INVESTIGATOR,,1\nS,T01/T02,TUMERGE,TARGET,LIVER,INVESTIGATOR,,2\n";
  const auto read = subject_of(two, baseline + tr("T02", "LDIAM", "15", "mm", "1") + tr("T01/T02", "LDIAM", "33", "mm", "2") +
                                        not_done("T02", "LDIAM", "TUMOR MERGED", "2"));
  ASSERT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(said(read, 0, 1).longest_diameter, Millimeters{33});
  EXPECT_EQ(said(read, 1, 1).state, LesionState::MergedInto);
  EXPECT_EQ(said(read, 1, 1).merged_into, LesionId("T01"));
}
TEST(Sdtm, KnowsTheStatesOfNonTargetsAndNewLesions)
{
  const std::string lesions = "S,NT01,TUMIDENT,NON-TARGET,BONE,INVESTIGATOR,,1\nS,NT02,TUMIDENT,NON-TARGET,LYMPH NODE,INVESTIGATOR,,1\n"
                              "S,NEW01,TUMIDENT,NEW,BRAIN,INVESTIGATOR,,2\n";
  const auto read = subject_of(lesions, tr("NT01", "TUMSTATE", "PRESENT", "", "1") + tr("NT02", "LNSTATE", "PATHOLOGICAL", "", "1") +
                                            tr("NT01", "TUMSTATE", "ABSENT", "", "2") + tr("NT02", "LNSTATE", "NON-PATHOLOGICAL", "", "2") +
                                            tr("NEW01", "TUMSTATE", "EQUIVOCAL", "", "2"));
  ASSERT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(said(read, 0, 1).state, LesionState::Equivocal);
  EXPECT_EQ(said(read, 1, 0).state, LesionState::Present);
  EXPECT_EQ(said(read, 1, 1).state, LesionState::Absent);
  EXPECT_EQ(said(read, 2, 0).state, LesionState::Present);
  EXPECT_EQ(said(read, 2, 1).state, LesionState::Absent);
}
TEST(Sdtm, KeepsReadersApart)
{
  const auto read = subject_of("S,T01,TUMIDENT,TARGET,LIVER,INDEPENDENT ASSESSOR,RADIOLOGIST 1,1\nS,T01,TUMIDENT,TARGET,LUNG,INDEPENDENT "
                               "ASSESSOR,RADIOLOGIST 2,1\n",
                               "S,T01,LDIAM,20,mm,20,mm,,,INDEPENDENT ASSESSOR,RADIOLOGIST 2,1,\nS,T01,LDIAM,21,mm,21,mm,,,INDEPENDENT "
                               "ASSESSOR,RADIOLOGIST 1,1,\n");
  ASSERT_THAT(read.readers, SizeIs(2));
  EXPECT_EQ(read.readers[0].reader, "RADIOLOGIST 1");
  EXPECT_EQ(read.readers[0].readings.timepoints()[0].lesions[0].longest_diameter, Millimeters{21});
  EXPECT_EQ(read.readers[1].readings.lesions()[0].lesion.organ, "LUNG");
}
TEST(Sdtm, NumbersTimePointsByTheVisitsOfTheStudyFromTheBaselineOn)
{
  const Tables tables("R,T01,TUMIDENT,TARGET,LIVER,INVESTIGATOR,,10\n" + target,
                      "R,T01,LDIAM,20,mm,,,,,INVESTIGATOR,,10,\nR,T01,LDIAM,20,mm,,,,,INVESTIGATOR,,20.1,\n" + baseline);
  const auto read = tables.subject(0);
  const auto& timepoints = read.readers.at(0).readings.timepoints();
  ASSERT_THAT(timepoints, SizeIs(2));
  EXPECT_EQ(timepoints[1].sequence, 1);
}
TEST(Sdtm, IgnoresDerivedRows) { EXPECT_THAT(subject_of(target, baseline + tr("", "SUMDIAM", "20", "mm", "1")).warnings, IsEmpty()); }

TEST(Sdtm, NamesFileLineAndVariableOfAProblem)
{
  expect_problem(target, baseline + tr("T09", "LDIAM", "3", "mm", "2"), "tr.csv:3: column TRLNKID: TU does not identify \"T09\"");
  expect_problem(target, baseline + tr("", "LDIAM", "3", "mm", "2"), "tr.csv:3: column TRLNKID: the link is empty");
  expect_problem(target, baseline + tr("T01", "LDIAM", "3", "", "2"), "tr.csv:3: column TRORRESU: the result has no unit");
  expect_problem(target, baseline + tr("T01", "LDIAM", "3", "inch", "2"), "tr.csv:3: column TRORRESU: \"inch\"");
  expect_problem(target, baseline + tr("T01", "LDIAM", "1e400", "mm", "2"), "tr.csv:3: column TRORRES:");
  expect_problem(target, baseline + tr("T01", "LDIAM", "-3", "mm", "2"), "tr.csv:3: column TRORRES:");
  expect_problem(target, baseline + baseline, "tr.csv:3: column TRTESTCD: the same test");
  expect_problem(target, baseline + "S,T01,LDIAM,2.1,cm,12,mm,,,INVESTIGATOR,,2,\n", "tr.csv:3: column TRSTRESN: it is 12");
  expect_problem(target, baseline + tr("T01", "TUMSTATE", "GONE", "", "2"), "tr.csv:3: column TRORRES: \"GONE\"");
  expect_problem(target, baseline + "S,T01,LDIAM,3,mm,,,,,INVESTIGATOR,,,\n", "tr.csv:3: column VISITNUM: the visit has no number");
  expect_problem(target + "S,T01,TUMIDENT,NON-TARGET,LIVER,INVESTIGATOR,,1\n", baseline, "tu.csv:3: column TULNKID: the link \"T01\"");
  expect_problem(target + "S,T02,TUMIDENT,MAYBE,LIVER,INVESTIGATOR,,1\n", baseline, "tu.csv:3: column TUORRES: \"MAYBE\"");
  expect_problem(target, "S,T01,LDIAM,3,mm\n" + baseline, "tr.csv:2: the row has 5 columns");
}
TEST(Sdtm, AMergedLesionWithASizeOfItsOwnIsAProblem)
{
  const std::string two = target + "S,T02,TUMIDENT,TARGET,LIVER,INVESTIGATOR,,1\n";
  expect_problem(
      two, baseline + tr("T02", "LDIAM", "15", "mm", "1") + tr("T01/T02", "LDIAM", "33", "mm", "2") + tr("T02", "LDIAM", "15", "mm", "2"),
      "\"T02\" has a result of its own");
}
TEST(Sdtm, ATargetPresentWithoutALengthIsAProblem)
{
  expect_problem(target, baseline + tr("T01", "TUMSTATE", "PRESENT", "", "2"), "tr.csv:3: column TRORRES:");
}
TEST(Sdtm, ANewLesionWithoutAResultIsUnequivocalWithAWarning)
{
  expect_warning(target + "S,NEW01,TUMIDENT,NEW,BRAIN,INVESTIGATOR,,2\n", baseline + tr("T01", "LDIAM", "20", "mm", "2"),
                 "tu.csv:3: column TULNKID:");
}
TEST(Sdtm, WhatIsOnlyDoubtfulIsAWarning)
{
  expect_warning(target + target, baseline, "tu.csv:3: column TULNKID:");
  expect_warning(target, baseline + tr("T01", "LMAXSP", "3", "mm", "2") + tr("T01", "LMAXSP", "3", "mm", "1"),
                 "tr.csv:3: column TRTESTCD: \"LMAXSP\"");
  expect_warning(target + "S,T01,TUOTHER,Y,,INVESTIGATOR,,1\n", baseline, "tu.csv:3: column TUTESTCD:");
  expect_warning(target, baseline + "S,T01,LDIAM,3,mm,,,,,INVESTIGATOR,,2,2024-03\n",
                 "tr.csv:3: column TRDTC: the date is not a whole day");
  expect_warning(target, baseline + tr("T01", "LDIAM", "22", "mm", "0"), "tr.csv:3: column VISITNUM:");
  expect_warning("S,NT01,TUMIDENT,NON-TARGET,BONE,INVESTIGATOR,,1\n",
                 tr("NT01", "TUMSTATE", "PRESENT", "", "1") + tr("NT01", "TUMSTATE", "ENLARGEMENT FROM NADIR", "", "2"),
                 "unequivocal progression");
}
TEST(Sdtm, AMissingVariableRefusesTheTable)
{
  nadir::testing::TemporaryFolder folder;
  const auto source = sdtm::SdtmSource::open(folder.write("tu.csv", tu_header), folder.write("tr.csv", "USUBJID,TRLNKID\n"));
  ASSERT_FALSE(source.has_value());
  EXPECT_THAT(source.failure().message(), HasSubstr("trtestcd"));
}
TEST(Sdtm, ASubjectOfOneTableOnlyIsAProblem)
{
  const Tables tables(target, "R,T01,LDIAM,3,mm,,,,,INVESTIGATOR,,1,\n");
  ASSERT_EQ(tables.source->count(), 2U);
  const auto without_lesions = tables.subject(0).problems, without_results = tables.subject(1).problems;
  ASSERT_THAT(without_lesions, SizeIs(1));
  ASSERT_THAT(without_results, SizeIs(1));
  EXPECT_THAT(in_words("", without_lesions[0]), HasSubstr("tr.csv:2: column TRLNKID"));
  EXPECT_THAT(in_words("", without_results[0]), HasSubstr("tu.csv:2: TR has no measurement"));
}
