// REDCap: a data dictionary, events and records that REDCap takes, checked against the dictionary and read back equal.
#include <gmock/gmock.h>

#include "report/redcap/event_names.h"
#include "report/redcap/redcap_error.h"
#include "report/redcap/redcap_project.h"
#include "report/table/csv_rows.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/support/example_assessment.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir;
using namespace nadir::report;
using namespace nadir::report::redcap;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace
{
Project example()
{
  static const auto assessment = test::trial_assessment();
  return project_of(cases_of({{&assessment, "reader 1", std::string(64, 'd'), {}}})).value();
}

std::size_t column(const Project& project, const std::string& name)
{
  return static_cast<std::size_t>(std::find(project.columns.begin(), project.columns.end(), name) - project.columns.begin());
}

/// The first problem after one cell was changed.
std::string problem_after(std::size_t row, const std::string& name, const std::string& value)
{
  auto project = example();
  project.records.at(row).at(column(project, name)) = value;
  const auto problems = record_problems(project);
  return problems.empty() ? "" : problems.front();
}
}  // namespace

TEST(Redcap, HasTheEighteenColumnsInTheWordingOfRedcap)
{
  const auto rows = csv_rows(files_of(example()).dictionary).value();
  EXPECT_THAT(rows.front(), ElementsAre("Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
                                        "Choices, Calculations, OR Slider Labels", "Field Note",
                                        "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max",
                                        "Identifier?", "Branching Logic (Show field only if...)", "Required Field?", "Custom Alignment",
                                        "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?", "Field Annotation"));
  EXPECT_EQ(rows[1][0], "record_id");
  for (const auto& field : data_dictionary())
  {
    EXPECT_LE(field.name.size(), 26u) << field.name;
    EXPECT_EQ(field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << field.name;
  }
}

TEST(Redcap, WritesAnEventRowAndOneRowForEachLesion)
{
  const auto project = example();
  ASSERT_EQ(project.records.size(), 3u * (1 + 7));
  const auto cell = [&](std::size_t row, const char* name) { return project.records[row][column(project, name)]; };
  EXPECT_EQ(cell(0, "redcap_repeat_instrument"), "");
  EXPECT_EQ(cell(8, "redcap_event_name"), "week_8_arm_1");
  EXPECT_EQ(cell(8, "sum_mm"), "80.5");
  EXPECT_EQ(cell(8, "resp_overall"), "2");  // PR
  EXPECT_EQ(cell(9, "redcap_repeat_instrument"), "lesion");
  EXPECT_EQ(cell(9, "redcap_repeat_instance"), "1");
  EXPECT_EQ(cell(9, "les_state"), "7");  // SPLIT
  EXPECT_EQ(cell(9, "les_fragments_mm"), "30; 12.5");
  EXPECT_EQ(cell(9, "tp_label"), "");
  EXPECT_EQ(cell(1, "les_nodal"), "0");
}

TEST(Redcap, ReadsBackEqualWhateverTheTextsAre)
{
  std::size_t refused = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed)
  {
    auto assessment = test::random_assessment(seed, test::Texts::Odd);
    const auto cases = cases_of({{&assessment, "", std::string(64, 'd'), {}}});
    const auto project = project_of(cases);
    if (!project)
    {
      ++refused;
      continue;
    }
    const auto read = project_from(files_of(*project));
    ASSERT_TRUE(read) << seed;
    ASSERT_EQ(*read, *project) << seed;
    ASSERT_EQ(cases_from(*read), cases) << seed;
  }
  EXPECT_EQ(refused, 0u);
}

TEST(Redcap, RefusesWhatTheDictionaryDoesNotAllow)
{
  EXPECT_EQ(problem_after(0, "sum_mm", "80.5"), "");
  EXPECT_THAT(problem_after(0, "sum_mm", "3001"), HasSubstr("row 1, sum_mm: the value is not allowed"));
  EXPECT_THAT(problem_after(0, "sum_mm", "80,5"), HasSubstr("not allowed"));
  EXPECT_THAT(problem_after(8, "resp_overall", "PR"), HasSubstr("not allowed"));
  EXPECT_THAT(problem_after(8, "tp_date", "06.03.2024"), HasSubstr("not allowed"));
  EXPECT_THAT(problem_after(8, "tp_label", ""), HasSubstr("required"));
  EXPECT_THAT(problem_after(9, "les_nodal", "yes"), HasSubstr("not allowed"));
  EXPECT_THAT(problem_after(9, "tp_label", "week 8"), HasSubstr("belongs to form timepoint"));
  EXPECT_THAT(problem_after(8, "les_id", "T01"), HasSubstr("belongs to form lesion"));
  EXPECT_THAT(problem_after(9, "redcap_repeat_instance", "2"), HasSubstr("twice"));
  EXPECT_THAT(problem_after(9, "redcap_event_name", "week_9_arm_1"), HasSubstr("no such event"));
  EXPECT_THAT(problem_after(9, "lesion_complete", "3"), HasSubstr("none of 0, 1 and 2"));
}

TEST(Redcap, KeepsOfADateWithoutADayWhatIsKnown)
{
  auto assessment = test::trial_assessment();
  assessment.timepoints[0].date = "2023";
  assessment.timepoints[1].date = "2024-03";
  const auto project = project_of(cases_of({{&assessment, "", "", {}}})).value();
  const auto cell = [&](std::size_t row, const char* name) { return project.records[row][column(project, name)]; };
  EXPECT_THAT((std::vector{cell(0, "tp_date"), cell(0, "tp_year"), cell(0, "tp_month")}), ElementsAre("", "2023", ""));
  EXPECT_THAT((std::vector{cell(8, "tp_date"), cell(8, "tp_year"), cell(8, "tp_month")}), ElementsAre("", "2024", "3"));
  EXPECT_EQ(cell(16, "tp_date"), assessment.timepoints[2].date);
  EXPECT_EQ(cell(16, "tp_year"), "");
  assessment.timepoints[1].date = "2024-3";
  EXPECT_TRUE(project_of(cases_of({{&assessment, "", "", {}}})).failure().is(RedcapError::ValueRefused));
}

TEST(Redcap, RefusesBeforeWriting)
{
  auto assessment = test::trial_assessment();
  assessment.timepoints[1].response.overall_response = "fine";
  EXPECT_TRUE(project_of(cases_of({{&assessment, "", "", {}}})).failure().is(RedcapError::ValueRefused));
  assessment = test::trial_assessment();
  assessment.patient = "a#b";
  EXPECT_TRUE(project_of(cases_of({{&assessment, "", "", {}}})).failure().is(RedcapError::NoRecordId));
  const auto hostile = test::hostile_assessment();
  EXPECT_FALSE(project_of(cases_of({{&hostile, "", "", {}}})));
}

TEST(Redcap, TellsSeveralReadersOfOnePatientApartAsDoubleEntryDoes)
{
  const auto assessment = test::trial_assessment();
  const auto cases = cases_of({{&assessment, "a", "", {}}, {&assessment, "b", "", {}}});
  EXPECT_EQ(cases[0].record, "P1--1");
  EXPECT_EQ(cases[1].record, "P1--2");
  EXPECT_THAT(record_problems(project_of(cases).value()), IsEmpty());
}

TEST(Redcap, MakesTheEventNamesThatRedcapMakes)
{
  EXPECT_THAT(unique_event_names({"Week 8", "week-8", "週 8", "a very long name of an event"}),
              ElementsAre("week_8_arm_1", "week8_arm_1", "8_arm_1", "a_very_long_name_o_arm_1"));
  EXPECT_THAT(unique_event_names({"基線", "A", "a"}), ElementsAre("event_1_arm_1", "a_arm_1", "event_3_arm_1"));
}
