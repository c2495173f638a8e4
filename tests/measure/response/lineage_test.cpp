#include "measure/response/lineage.h"

#include <gmock/gmock.h>

#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
std::vector<std::string> story(const PatientReadings& readings)
{
  std::vector<std::string> words;
  for (const auto& edge : lineage(readings)) words.push_back(in_words(readings, edge));
  return words;
}
LesionReading because(LesionReading reading, const std::string& reason)
{
  reading.reason = reason;
  return reading;
}
LesionReading absent() { return state(LesionState::Absent); }
LesionReading unseen() { return state(LesionState::NotEvaluable); }
}  // namespace

TEST(Lineage, FollowsALesionThatVanishesAndReappears)
{
  const auto readings = Patient({target("T1")}).at({mm(30)}).at({state(LesionState::TooSmall)}).at({absent()}).at({mm(6)}).readings();
  EXPECT_THAT(story(readings), ElementsAre("T1 at time point 1: became too small to measure", "T1 at time point 2: vanished",
                                           "T1 at time point 3: reappeared"));
}
TEST(Lineage, FollowsMergersAndSeparations)
{
  auto merged = state(LesionState::MergedInto);
  merged.merged_into = LesionId("T1");
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(55), merged}).at({mm(30), mm(20)}).readings();
  EXPECT_THAT(story(readings), ElementsAre("T1 at time point 1: continued", "T1 at time point 2: continued",
                                           "T2 at time point 1: merged into T1", "T2 at time point 2: separated again"));
}
TEST(Lineage, CountsTheFragmentsOfASplit)
{
  auto split = state(LesionState::Split);
  split.fragments = {Millimeters{10}, Millimeters{8}, Millimeters{5}};
  EXPECT_THAT(story(Patient({target("T1")}).at({mm(30)}).at({split}).readings()), ElementsAre("T1 at time point 1: split into 3 parts"));
}
TEST(Lineage, TellsLocalTreatmentFromOtherReasons)
{
  const auto readings = Patient({target("T1"), target("T2")})
                            .at({mm(30), mm(30)})
                            .at({because(unseen(), "resected in week 6"), because(unseen(), "motion artefact")})
                            .readings();
  EXPECT_THAT(story(readings), ElementsAre("T1 at time point 1: was treated locally", "T2 at time point 1: was not evaluated"));
}
TEST(Lineage, BridgesTimePointsAtWhichALesionWasNotSeen)
{
  const auto edges = lineage(Patient({target("T1")}).at({mm(30)}).at({unseen()}).at({mm(20)}).readings());
  EXPECT_EQ(edges[1].from_timepoint, 0U);
  EXPECT_EQ(edges[1].event, LineageEvent::Continued);
}
TEST(Lineage, ANewLesionAppearsOnceAndMayReappear)
{
  const auto none = state(LesionState::None), there = state(LesionState::Unequivocal);
  const auto readings = Patient({new_lesion("L1")}).at({none}).at({there}).at({there}).at({none}).at({there}).readings();
  EXPECT_THAT(story(readings), ElementsAre("L1 at time point 1: appeared", "L1 at time point 2: continued", "L1 at time point 3: vanished",
                                           "L1 at time point 4: reappeared"));
}
