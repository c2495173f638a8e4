#include "measure/response/counterfactual.h"

#include <gmock/gmock.h>

#include "measure/response/recist_1_1/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
std::vector<std::string> row(const PatientReadings& readings, const std::string& question)
{
  for (const auto& entry : counterfactuals(readings, {}))
    if (entry.question == question) return entry.overall;
  return {"no such row"};
}
PatientReadings two_targets()
{
  return Patient({target("T1"), target("T2")}).at({mm(60), mm(40)}).at({mm(30), mm(40)}).at({mm(45), mm(40)}).readings();
}
}  // namespace

TEST(Counterfactual, BeginsWithTheCallItself)
{
  EXPECT_THAT(counterfactuals(two_targets(), {})[0].overall, ElementsAre("baseline", "PR", "PD"));
}
TEST(Counterfactual, LeavesOutEachTarget)
{
  EXPECT_THAT(row(two_targets(), "without T1"), ElementsAre("baseline", "SD", "SD"));  // 40, 40, 40
  EXPECT_THAT(row(two_targets(), "without T2"), ElementsAre("baseline", "PR", "PD"));  // 60, 30, 45
}
TEST(Counterfactual, DropsOneValueAtATime) { EXPECT_THAT(row(two_targets(), "T1 missing"), ElementsAre("", "NE", "NE")); }
TEST(Counterfactual, CountsProgressionFromAnotherNadir)
{
  EXPECT_THAT(row(two_targets(), "nadir at time point 0"), ElementsAre("", "PR", "PR"));  // 85 against 100; the PR is kept
  EXPECT_THAT(row(two_targets(), "nadir at time point 1"), ElementsAre("", "", "PD"));
}
TEST(Counterfactual, ShowsEveryCriterionThatHasNumbers)
{
  EXPECT_THAT(row(two_targets(), "iRECIST"), ElementsAre("baseline", "iPR", "iUPD"));
  EXPECT_THAT(row(two_targets(), "WHO"), ElementsAre("no such row"));
}
TEST(Counterfactual, EveryCellOfALeftOutTargetEqualsItsOwnAssessment)
{
  const auto alone = recist_1_1::assess(single_target({60, 30, 45}), {}, Explain::No);
  std::vector<std::string> words;
  for (const auto& at : alone.timepoints) words.emplace_back(name_of(at.overall));
  EXPECT_EQ(row(two_targets(), "without T2"), words);
}
TEST(Counterfactual, ALesionMergedIntoTheOneLeftOutCountsAsNotExamined)
{
  auto merged = state(LesionState::MergedInto);
  merged.merged_into = LesionId("T1");
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(55), merged}).readings();
  EXPECT_THAT(row(readings, "without T1"), ElementsAre("baseline", "NE"));
}
