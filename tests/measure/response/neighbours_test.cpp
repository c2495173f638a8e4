// Clauses of the flags (F1 to F8) and of the other criteria (X1 to X12) that only their own test reaches.
#include <gmock/gmock.h>

#include "measure/response/choi_mr/assess.h"
#include "measure/response/criteria.h"
#include "measure/response/criterion.h"
#include "measure/response/discordance/discordance.h"
#include "measure/response/lineage.h"
#include "measure/response/mrecist/assess.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/target_volume.h"
#include "measure/response/who/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using enum LesionState;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

namespace
{
LesionReading sized(double length, std::optional<double> volume, std::optional<double> viable)
{
  auto reading = mm(length);
  if (volume) reading.volume = Milliliters{*volume};
  if (viable) reading.viable_volume = Milliliters{*viable};
  return reading;
}

/// "F1", "F8", ... of the last time point.
std::vector<std::string> flags_at_end(const PatientReadings& readings)
{
  std::vector<std::string> ids;
  for (const auto& flag : discordance::flags(readings, recist_1_1::assess(readings, {}), readings.timepoints().size() - 1, {}))
    ids.push_back(flag.id.substr(0, 2));
  return ids;
}

PatientReadings one_target(const std::vector<LesionReading>& series)
{
  Patient patient({target("T1")});
  for (const auto& reading : series) patient.at({reading});
  return patient.readings();
}

std::vector<std::string> targets_of(const CriterionResponse& response)
{
  std::vector<std::string> words;
  for (const auto& at : response.timepoints) words.push_back(at.target);
  return words;
}

using AssessFunction = CriterionResponse(const PatientReadings&, const PatientResponse&, const Protocol&);

std::vector<std::string> targets_by(AssessFunction* assess, const PatientReadings& readings)
{
  const Protocol protocol;
  return targets_of(assess(readings, recist_1_1::assess(readings, protocol), protocol));
}
}  // namespace

TEST(Flags, OfVolumeNeedVolumesToCompareWith)
{
  EXPECT_THAT(flags_at_end(one_target({sized(50, {}, {}), sized(50, 100.0, {}), sized(50, 130.0, {})})), Contains("F1"));
  EXPECT_THAT(flags_at_end(one_target({sized(50, 0.0, {}), sized(50, 130.0, {})})), Not(Contains("F1")));
  EXPECT_THAT(flags_at_end(one_target({sized(50, 100.0, {}), sized(50, {}, {})})), Not(Contains("F1")));
}

TEST(Flags, OfNecrosisNeedBothFractions)
{
  const auto flags = [](const LesionReading& before, const LesionReading& now) { return flags_at_end(one_target({before, now})); };
  EXPECT_THAT(flags(sized(50, 100.0, 90.0), sized(50, 130.0, 91.0)), Contains("F2"));        // 90 % -> 70 % viable
  EXPECT_THAT(flags(sized(50, 100.0, 90.0), sized(50, 130.0, {})), Not(Contains("F2")));     // not known now
  EXPECT_THAT(flags(sized(50, 100.0, {}), sized(50, 130.0, 20.0)), Not(Contains("F2")));     // not known then
  EXPECT_THAT(flags(sized(50, 100.0, 90.0), sized(50, 130.0, 110.0)), Not(Contains("F2")));  // 85 %: 5 points
  EXPECT_THAT(flags(sized(50, 100.0, 50.0), sized(30, 60.0, 40.0)), Contains("F4"));
  EXPECT_THAT(flags(sized(50, 100.0, 50.0), sized(30, {}, 40.0)), Not(Contains("F4")));
  EXPECT_THAT(flags(sized(50, {}, 50.0), sized(30, 60.0, 40.0)), Not(Contains("F4")));
  EXPECT_THAT(flags(sized(50, 0.0, 0.0), sized(30, 60.0, 40.0)), Not(Contains("F4")));
  EXPECT_THAT(flags(sized(50, 100.0, 50.0), sized(30, 0.0, 0.0)), Not(Contains("F4")));
  EXPECT_THAT(flags(sized(50, {}, 50.0), sized(70, {}, 40.0)), Contains("F3"));  // viable volumes alone
  EXPECT_THAT(flags(sized(50, {}, 50.0), sized(70, {}, 50.1)), Not(Contains("F3")));
}

TEST(Flags, OfVolumeAreNotRaisedWhenANewLesionMakesProgression)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({sized(50, 100.0, {}), state(None)})
                            .at({sized(50, 130.0, {}), state(Unequivocal)})
                            .readings();
  EXPECT_THAT(flags_at_end(readings), Not(Contains("F1")));
}

// F6 takes lines only: a node's long axis in another plane and a lesion without such a line change nothing.
TEST(Flags, OfThePlaneTakeLinesOfMeasuredLesions)
{
  auto in_plane = mm(30), across = mm(32);
  across.longest_in_any_plane = Millimeters{40};
  EXPECT_THAT(flags_at_end(one_target({in_plane, across})), Contains("F6"));
  auto node_before = short_axis_mm(20), node_now = short_axis_mm(20);
  node_now.longest_in_any_plane = Millimeters{60};
  EXPECT_THAT(flags_at_end(Patient({node("N1")}).at({node_before}).at({node_now}).readings()), Not(Contains("F6")));
  auto small = state(TooSmall);
  small.longest_in_any_plane = Millimeters{60};
  EXPECT_THAT(flags_at_end(Patient({target("T1"), target("T2")}).at({mm(30), mm(5)}).at({mm(30), small}).readings()), Not(Contains("F6")));
  const auto incomplete = Patient({target("T1"), target("T2")}).at({in_plane, mm(2)}).at({across, state(NotDone)}).readings();
  EXPECT_THAT(flags_at_end(incomplete), Contains("F6"));  // 40 mm alone are PD against 32 mm (T9)
}

TEST(Flags, OfCompleteResponseSayWhenItIsUnconfirmed)
{
  const auto series = [](const std::vector<std::string>& dates)
  {
    Patient patient({target("T1")});
    patient.at({mm(30)}, "2024-01-01");
    for (const auto& date : dates) patient.at({state(Absent)}, date);
    return flags_at_end(patient.readings());
  };
  EXPECT_THAT(series({"2024-03-01"}), Contains("F8"));
  EXPECT_THAT(series({"2024-03-01", "2024-03-28"}), Contains("F8"));
  EXPECT_THAT(series({"2024-03-01", "2024-03-29"}), Not(Contains("F8")));
}

TEST(Flags, OfTheNadirNeedACompleteSum)
{
  const auto readings =
      Patient({target("T1"), target("T2")}).at({mm(60), mm(40)}).at({mm(30), mm(10)}).at({mm(50), state(NotDone)}).readings();
  const auto flags = flags_at_end(readings);  // PD by 50 against 40, but the sum is not known
  EXPECT_THAT(flags, Not(Contains("F7")));
}

TEST(Flags, WithoutExplanationHaveTheSameIdsAndLevels)
{
  const auto readings = one_target({sized(50, 100.0, 90.0), sized(50, 130.0, 80.0)});
  const auto recist = recist_1_1::assess(readings, {});
  const Protocol protocol;
  const auto margins = recist_1_1::margins(readings, recist.timepoints[1], protocol);
  const auto plain = discordance::flags({readings, recist, 1, protocol, margins, Explain::No});
  const auto full = discordance::flags({readings, recist, 1, protocol, margins, Explain::Yes});
  ASSERT_EQ(plain.size(), full.size());
  ASSERT_FALSE(plain.empty());
  for (std::size_t i = 0; i < plain.size(); ++i)
  {
    EXPECT_EQ(plain[i].id + plain[i].level, full[i].id + full[i].level);
    EXPECT_TRUE(plain[i].explanation.empty());
  }
}

TEST(Volumes, OfPatientsWithoutTargetsAreNone)
{
  const auto readings = Patient({non_target("N1")}).at({state(Present)}).readings();
  EXPECT_FALSE(target_volume(readings, 0, VolumeKind::Whole));
  EXPECT_EQ(volume_in_words(9'999), "10.00 mL");
  EXPECT_EQ(volume_in_words(10'000), "10.0 mL");
}

TEST(Volumes, OfTheNadirAreTheSmallestEarlierOnes)
{
  const auto readings = one_target({sized(50, 90.0, {}), sized(50, 120.0, {}), sized(50, 80.0, {}), sized(50, 70.0, {})});
  EXPECT_EQ(volume_nadir(readings, 2, VolumeKind::Whole), 90'000);
  EXPECT_EQ(volume_nadir(readings, 3, VolumeKind::Whole), 80'000);
}

// X10 to X12 with a smallest growth: +30 % of 10 is PD by percent, but a protocol may want 5 more.
TEST(BySize, NeedsTheSmallestIncreaseToo)
{
  const auto recist = recist_1_1::assess(single_target({10, 13}), {});
  const auto word = [&](std::int64_t now, std::int64_t least)
  {
    const std::vector<SizeVisit> visits = {{10, 10, false}, {now, now, false}};
    return respond_by_size({"n", "mm", "c", "X", 1.0}, visits, {300, 200, least}, recist).timepoints[1].target;
  };
  EXPECT_EQ(word(13, 0), "PD");
  EXPECT_EQ(word(13, 4), "SD");
  EXPECT_EQ(word(13, 3), "PD");
  EXPECT_EQ(word(12, 0), "PD");
}

TEST(BySize, OfPatientsWithoutTargetsIsNotApplicable)
{
  const auto readings = Patient({non_target("N1")}).at({state(Present)}).at({state(Absent)}).readings();
  EXPECT_THAT(targets_by(choi_mr::assess, readings), ElementsAre("baseline", "NA"));
  EXPECT_THAT(targets_by(who::assess, readings), ElementsAre("baseline", "NA"));
  EXPECT_THAT(targets_by(mrecist::assess, readings), ElementsAre("baseline", "NA"));
}

TEST(ChoiMr, NeedsSumsAndAnEnhancementAboveNothing)
{
  auto dark = mm(100), bright = mm(100);
  dark.enhancement = 0.0, bright.enhancement = 1.0;
  EXPECT_THAT(targets_by(choi_mr::assess, one_target({dark, dark})), ElementsAre("baseline", "SD"));
  EXPECT_THAT(targets_by(choi_mr::assess, one_target({mm(100), bright})), ElementsAre("baseline", "SD"));
  EXPECT_THAT(targets_by(choi_mr::assess, one_target({bright, mm(100)})), ElementsAre("baseline", "SD"));
  EXPECT_THAT(targets_by(choi_mr::assess, one_target({bright, state(NotDone)})), ElementsAre("baseline", "NE"));
  EXPECT_THAT(targets_by(choi_mr::assess, one_target({state(NotDone), bright})), ElementsAre("baseline", "NE"));
}

TEST(Who, TakesProductsOfLinesOnly)
{
  auto both = mm(40), split = state(Split), merged = state(MergedInto);
  both.short_axis = Millimeters{20};
  split.longest_diameter = Millimeters{40}, split.short_axis = Millimeters{20};
  EXPECT_THAT(targets_by(who::assess, one_target({both, split})), ElementsAre("baseline", "SD"));
  EXPECT_THAT(targets_by(who::assess, one_target({both, state(TooSmall)})), ElementsAre("baseline", "NE"));
  EXPECT_THAT(targets_by(who::assess, one_target({mm(40), both})), ElementsAre("baseline", "NE"));
  merged.merged_into = LesionId("T1");
  const auto gone = Patient({target("T1"), target("T2")}).at({both, both}).at({both, merged}).readings();
  EXPECT_THAT(targets_by(who::assess, gone), ElementsAre("baseline", "PR"));  // half the product is left
}

TEST(Mrecist, TakesNodesByTheirShortAxisAndSplitLesionsByTheirViablePart)
{
  auto split = state(Split);
  split.longest_diameter = Millimeters{40}, split.viable_diameter = Millimeters{20};
  auto whole = mm(40);
  whole.viable_diameter = Millimeters{40};
  EXPECT_THAT(targets_by(mrecist::assess, one_target({whole, split})), ElementsAre("baseline", "PR"));
  const auto nodes = Patient({node("N1")}).at({short_axis_mm(20)}).at({short_axis_mm(9.9)}).at({short_axis_mm(10)}).readings();
  EXPECT_THAT(targets_by(mrecist::assess, nodes), ElementsAre("baseline", "CR", "PR"));
}

TEST(Lineage, SeesALesionOfNoLengthAsGone)
{
  const auto events = [](const std::vector<LesionReading>& series)
  {
    std::vector<std::string> words;
    for (const auto& edge : lineage(one_target(series))) words.emplace_back(name_of(edge.event));
    return words;
  };
  auto flat = mm(0), thin = mm(0);
  thin.short_axis = Millimeters{1};
  EXPECT_THAT(events({mm(20), flat, mm(4)}), ElementsAre("vanished", "reappeared"));
  EXPECT_THAT(events({mm(20), thin}), ElementsAre("continued"));
  EXPECT_THAT(events({mm(20), state(NotEvaluable), state(Absent), state(Absent)}),
              ElementsAre("was not evaluated", "vanished", "continued"));
  EXPECT_THAT(events({mm(20), state(TooSmall), state(TooSmall)}), ElementsAre("became too small to measure", "continued"));
}

TEST(Words, OfNothingAreNoCategoryAndNoCriterion)
{
  EXPECT_FALSE(parse_category(""));
  EXPECT_FALSE(parse_criterion(""));
  EXPECT_EQ(parse_lesion_state(""), NotDone);
}

// After everything is gone a part of nothing shows nothing: 0 against a nadir of 0 is no growth.
TEST(BySize, OfAPartOfNothingIsNotEvaluable)
{
  const auto recist = recist_1_1::assess(single_target({10, 0, 0}), {});
  const std::vector<SizeVisit> visits = {{10, 10, false}, {0, 0, true}, {std::nullopt, 0, false}};
  EXPECT_EQ(respond_by_size({"n", "mm", "c", "X", 1.0}, visits, {}, recist).timepoints[2].target, "NE");
}

TEST(Flags, PrintTheirLimits)
{
  const auto readings = one_target({sized(50, 100.0, {}), sized(50, 130.0, {})});
  const auto flags = discordance::flags(readings, recist_1_1::assess(readings, {}), 1, {});
  ASSERT_FALSE(flags.empty());
  EXPECT_EQ(flags[0].numbers.back().second, "+20 % notice, +40 % flag, +72.8 % strong");
}

TEST(Mrecist, WithOneTargetUnknownIsIncomplete)
{
  auto viable = mm(40);
  viable.viable_diameter = Millimeters{30};
  for (const bool first : {true, false})
  {
    const auto now = first ? std::vector{mm(40), viable} : std::vector{viable, mm(40)};
    EXPECT_THAT(targets_by(mrecist::assess, Patient({target("T1"), target("T2")}).at({viable, viable}).at(now).readings()),
                ElementsAre("baseline", "NE"));
  }
}
