#include "measure/response/recist_1_1/assess.h"

#include <gmock/gmock.h>

#include "measure/response/recist_1_1/new_lesions.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
std::vector<std::string> overall(const PatientReadings& readings, const Protocol& protocol = {})
{
  std::vector<std::string> words;
  for (const auto& at : recist_1_1::assess(readings, protocol).timepoints) words.emplace_back(name_of(at.overall));
  words.erase(words.begin());
  return words;
}
std::vector<std::string> overall(const std::vector<double>& lengths, const Protocol& protocol = {})
{
  return overall(single_target(lengths), protocol);
}
PatientReadings single_node(const std::vector<double>& axes)
{
  Patient patient({node("N1")});
  for (const auto axis : axes) patient.at({short_axis_mm(axis)});
  return patient.readings();
}
LesionReading missing() { return state(LesionState::NotDone); }
LesionReading absent() { return state(LesionState::Absent); }
LesionReading present() { return state(LesionState::Present); }
LesionReading equivocal() { return state(LesionState::Equivocal); }
LesionReading unequivocal() { return state(LesionState::Unequivocal); }
LesionReading nothing() { return state(LesionState::None); }
}  // namespace

// Section 10 of the specification: the probes that separate existing programs.
TEST(Recist, ExactlyThirtyPercentLessIsPartialResponse) { EXPECT_THAT(overall({14, 9.8}), ElementsAre("PR")); }
TEST(Recist, ATenthMoreThanThirtyPercentLessIsStable) { EXPECT_THAT(overall({14, 9.9}), ElementsAre("SD")); }
TEST(Recist, ExactlyTwentyPercentMoreIsProgression) { EXPECT_THAT(overall({27, 32.4}), ElementsAre("PD")); }
TEST(Recist, ExactlyFiveMillimetersMoreIsProgression) { EXPECT_THAT(overall({3.2, 8.2}), ElementsAre("PD")); }
TEST(Recist, ProgressionIsCountedFromTheNadir) { EXPECT_THAT(overall({100, 50, 62}), ElementsAre("PR", "PD")); }
TEST(Recist, ThirtyPercentButThreeMillimetersMoreIsStable) { EXPECT_THAT(overall({12, 10, 13}), ElementsAre("SD", "SD")); }
TEST(Recist, KeepsAPartialResponse) { EXPECT_THAT(overall({100, 70, 80}), ElementsAre("PR", "PR")); }
TEST(Recist, RoundsEachLengthOnceToTheQuantum)
{
  EXPECT_THAT(overall({100, 70.04}), ElementsAre("PR"));
  Protocol fine;
  fine.length_quantum = ReportedLength::from_micrometers(10);
  EXPECT_THAT(overall({100, 70.04}, fine), ElementsAre("SD"));
}
TEST(Recist, RoundsLengthsAndNotTheSum)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(50), mm(50)}).at({mm(35.04), mm(35.04)}).readings();
  EXPECT_THAT(overall(readings), ElementsAre("PR"));
}
TEST(Recist, AnyRemnantAfterOverallCompleteResponseIsProgression)
{
  EXPECT_THAT(overall({50, 0, 4}), ElementsAre("CR", "PD"));
  EXPECT_THAT(overall({50, 0, 4.95}), ElementsAre("CR", "PD"));
}
TEST(Recist, AfterTargetCompleteResponseAloneProgressionNeedsFiveMillimeters)
{
  const auto at = [](double length)
  {
    return overall(Patient({target("T1"), non_target("NT1")})
                       .at({mm(50), present()})
                       .at({absent(), present()})
                       .at({mm(length), present()})
                       .readings());
  };
  EXPECT_THAT(at(30), ElementsAre("PR", "PD"));
  EXPECT_THAT(at(5.0), ElementsAre("PR", "PD"));
  EXPECT_THAT(at(4.9), ElementsAre("PR", "PR"));
}
TEST(Recist, NormalNodesThatGrowStayComplete) { EXPECT_THAT(overall(single_node({20, 4, 9.5})), ElementsAre("CR", "CR")); }
TEST(Recist, ANodeOfTenMillimetersIsNotNormal)
{
  EXPECT_THAT(overall(single_node({20, 10.0})), ElementsAre("PR"));
  EXPECT_THAT(overall(single_node({20, 9.95})), ElementsAre("PR"));  // reported as 10.0
  EXPECT_THAT(overall(single_node({20, 9.94})), ElementsAre("CR"));  // reported as 9.9
}
TEST(Recist, ANodeReappearsAtTenMillimeters) { EXPECT_THAT(overall(single_node({20, 9, 10})), ElementsAre("CR", "PD")); }
TEST(Recist, TheMeasuredPartAloneMayShowProgression)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(50), mm(50)}).at({missing(), mm(130)}).readings();
  EXPECT_THAT(overall(readings), ElementsAre("PD"));
}
TEST(Recist, AnIncompleteSumIsNeverAResponse)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(50), mm(50)}).at({mm(30), missing()}).readings();
  EXPECT_THAT(overall(readings), ElementsAre("NE"));
}
TEST(Recist, AnIncompleteSumDoesNotLowerTheNadir)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(50), mm(50)}).at({mm(30), missing()}).at({mm(55), mm(55)}).readings();
  EXPECT_THAT(overall(readings), ElementsAre("NE", "SD"));
}
TEST(Recist, TooSmallCountsFiveMillimetersAndIsNotComplete)
{
  const auto response = recist_1_1::assess(Patient({target("T1")}).at({mm(50)}).at({state(LesionState::TooSmall)}).readings(), {});
  EXPECT_EQ(response.timepoints[1].sum, from_millimeters(5));
  EXPECT_EQ(response.timepoints[1].overall, Category::PartialResponse);
}
TEST(Recist, AMergedMassCountsOnce)
{
  auto merged = state(LesionState::MergedInto);
  merged.merged_into = LesionId("T1");
  const auto response = recist_1_1::assess(Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(55), merged}).readings(), {});
  EXPECT_EQ(response.timepoints[1].sum, from_millimeters(55));
  EXPECT_EQ(response.timepoints[1].target, Category::StableDisease);
}
TEST(Recist, FragmentsAreRoundedOneByOneAndAdded)
{
  auto split = state(LesionState::Split);
  split.fragments = {Millimeters{10.04}, Millimeters{10.04}};
  const auto response = recist_1_1::assess(Patient({target("T1")}).at({mm(30)}).at({split}).readings(), {});
  EXPECT_EQ(response.timepoints[1].sum, from_millimeters(20));
}
TEST(Recist, AProvenEquivocalLesionCountsFromWhereItWasFirstSeen)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(50), nothing()})
                            .at({mm(30), nothing()})
                            .at({mm(30), equivocal()})
                            .at({mm(30), unequivocal()})
                            .readings();
  EXPECT_THAT(overall(readings), ElementsAre("PR", "PD", "PD"));
}
TEST(Recist, AnEquivocalLesionThatVanishedInBetweenIsNotBackdated)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(50), nothing()})
                            .at({mm(30), equivocal()})
                            .at({mm(30), nothing()})
                            .at({mm(30), unequivocal()})
                            .readings();
  EXPECT_THAT(overall(readings), ElementsAre("PR", "PR", "PD"));
}
TEST(Recist, NothingIsNewAtBaseline)
{
  const auto readings =
      Patient({target("T1"), new_lesion("L1")}).at({mm(50), equivocal()}).at({mm(50), equivocal()}).at({mm(50), unequivocal()}).readings();
  const auto lesions = recist_1_1::new_lesions(readings, {});
  EXPECT_EQ(lesions[0].state, LesionState::None);
  EXPECT_THAT(lesions[1].backdated, ElementsAre(1U));
  EXPECT_THAT(lesions[1].unequivocal, ElementsAre(1U));
  EXPECT_TRUE(lesions[2].backdated.empty());
}
TEST(Recist, ALesionNotExaminedInBetweenIsStillBackdated)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(50), nothing()})
                            .at({mm(50), equivocal()})
                            .at({mm(50), missing()})
                            .at({mm(50), unequivocal()})
                            .readings();
  EXPECT_THAT(overall(readings), ElementsAre("PD", "SD", "PD"));
}
TEST(Recist, ElevatedMarkersPreventACompleteResponse)
{
  const auto readings = Patient({target("T1"), non_target("NT1")})
                            .at({mm(50), present()})
                            .at({absent(), absent()})
                            .with_markers(Markers::Elevated)
                            .readings();
  EXPECT_THAT(overall(readings), ElementsAre("PR"));
}
TEST(Recist, WithoutAnyDiseaseAtBaselineNoResponseIsAssigned)
{
  const auto readings = Patient({new_lesion("L1")}).at({nothing()}).at({nothing()}).at({unequivocal()}).readings();
  EXPECT_THAT(overall(readings), ElementsAre("NED", "PD"));
}
TEST(Recist, VisitsAfterProgressionAreMarked)
{
  const auto response = recist_1_1::assess(single_target({50, 70, 30}), {});
  EXPECT_FALSE(response.timepoints[1].after_progression);
  EXPECT_TRUE(response.timepoints[2].after_progression);
}
TEST(Recist, EveryStepNamesItsRuleInOrder)
{
  const auto response = recist_1_1::assess(single_target({39, 48}), {});
  std::vector<std::string> rules;
  for (const auto& finding : response.timepoints[1].findings) rules.push_back(finding.rule);
  EXPECT_THAT(rules, ElementsAre("T5", "T6", "T10", "NL1", "O1"));
  EXPECT_EQ(response.timepoints[1].findings[2].explanation,
            "the sum rose (+23.1 %, +9.0 mm) from the nadir of 39.0 mm to 48.0 mm; PD needs at least 20 % and 5.0 mm");
}
TEST(Recist, APercentageNeverShowsALimitThatWasNotReached)
{
  const auto response = recist_1_1::assess(single_target({250, 175.1}), {});
  EXPECT_EQ(response.timepoints[1].change_from_baseline->text, "-29.96 % (below 30 %)");
  EXPECT_EQ(response.timepoints[1].target, Category::StableDisease);
}
