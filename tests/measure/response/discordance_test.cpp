#include "measure/response/discordance/discordance.h"

#include <gmock/gmock.h>

#include "measure/response/recist_1_1/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;

namespace
{
LesionReading with_volume(double length, double volume, std::optional<double> viable = std::nullopt)
{
  auto reading = mm(length);
  reading.volume = Milliliters{volume};
  if (viable) reading.viable_volume = Milliliters{*viable};
  return reading;
}
/// Without contrast: what is not liquid is known within bounds, what lives is not.
LesionReading with_solid(double length, double volume, double least, double most)
{
  auto reading = with_volume(length, volume);
  reading.solid_volume = VolumeBounds{Milliliters{least}, Milliliters{most}};
  return reading;
}
std::vector<Flag> flags_of(const PatientReadings& readings)
{
  return discordance::flags(readings, recist_1_1::assess(readings, {}), readings.timepoints().size() - 1, {});
}
std::vector<Flag> flags_of(const LesionReading& before, const LesionReading& after)
{
  return flags_of(Patient({target("T1")}).at({before}).at({after}).readings());
}
/// Level of one flag, "" when it was not raised.
std::string level(const std::vector<Flag>& flags, const std::string& id)
{
  for (const auto& flag : flags)
    if (flag.id == id) return flag.level;
  return "";
}
}  // namespace

TEST(Discordance, GradesVolumeGrowthInStableDiseaseAtItsExactLimits)
{
  const auto growth = [](double volume) { return level(flags_of(with_volume(100, 1000), with_volume(100, volume)), "F1 SD-VOLUP"); };
  EXPECT_EQ(growth(1199.999), "");
  EXPECT_EQ(growth(1200), "notice");
  EXPECT_EQ(growth(1399.999), "notice");
  EXPECT_EQ(growth(1400), "flag");
  EXPECT_EQ(growth(1727.999), "flag");
  EXPECT_EQ(growth(1728), "strong");
}
TEST(Discordance, LeavesVolumeGrowthInProgressionAlone)
{
  EXPECT_EQ(level(flags_of(with_volume(100, 1000), with_volume(130, 2000)), "F1 SD-VOLUP"), "");
}
TEST(Discordance, SeesVolumeGrowthBehindAKeptPartialResponse)
{
  const auto readings =
      Patient({target("T1")}).at({with_volume(100, 1000)}).at({with_volume(70, 500)}).at({with_volume(75, 900)}).readings();
  EXPECT_EQ(level(flags_of(readings), "F1 SD-VOLUP"), "strong");
}
TEST(Discordance, NeedsTheVolumeOfEveryTarget)
{
  const auto readings = Patient({target("T1"), target("T2")})
                            .at({with_volume(100, 1000), mm(50)})
                            .at({with_volume(100, 2000), with_volume(50, 10)})
                            .readings();
  EXPECT_EQ(level(flags_of(readings), "F1 SD-VOLUP"), "");
}
TEST(Discordance, TellsNecroticGrowthFromViableGrowth)
{
  EXPECT_EQ(level(flags_of(with_volume(100, 1000, 900), with_volume(105, 1500, 700)), "F2 VOLUP-NECROSIS"), "flag");
  EXPECT_EQ(level(flags_of(with_volume(100, 1000, 900), with_volume(105, 1500, 1200)), "F2 VOLUP-NECROSIS"), "flag");  // 90 -> 80 %
  EXPECT_EQ(level(flags_of(with_volume(100, 1000, 900), with_volume(105, 1500, 1201)), "F2 VOLUP-NECROSIS"), "");
}
TEST(Discordance, NamesPossiblePseudoProgressionAndLeavesTheCategory)
{
  const auto readings = Patient({target("T1")}).at({with_volume(100, 1000, 900)}).at({with_volume(130, 2000, 900)}).readings();
  EXPECT_EQ(level(flags_of(readings), "F3 PD-NECROTIC"), "flag");
  EXPECT_EQ(recist_1_1::assess(readings, {}).timepoints[1].overall, Category::ProgressiveDisease);
}
TEST(Discordance, TellsGrowthByLiquidWithoutContrastWhereBandsAreApart)
{
  const std::string f2 = "F2 VOLUP-NECROSIS";
  EXPECT_EQ(level(flags_of(with_solid(100, 1000, 700, 1000), with_solid(105, 1500, 0, 700)), f2), "flag");     // did not grow
  EXPECT_EQ(level(flags_of(with_solid(100, 1000, 900, 1000), with_solid(105, 1500, 500, 1200)), f2), "flag");  // 90 -> at most 80 %
  EXPECT_EQ(level(flags_of(with_solid(100, 1000, 900, 1000), with_solid(105, 1500, 500, 1201)), f2), "");
  EXPECT_EQ(level(flags_of(with_solid(100, 1000, 900, 1000), with_solid(105, 1500, 0, 1500)), f2), "");  // liquid or myxoid
}
TEST(Discordance, NamesProgressionByLiquidWithoutContrast)
{
  const std::string f3 = "F3 PD-NECROTIC";
  const auto before = with_solid(100, 1000, 700, 1000);
  EXPECT_EQ(level(flags_of(before, with_solid(130, 2000, 100, 700)), f3), "flag");
  EXPECT_EQ(level(flags_of(before, with_solid(130, 2000, 100, 701)), f3), "");
  EXPECT_EQ(level(flags_of(with_volume(100, 1000), with_solid(130, 2000, 0, 100)), f3), "");  // nothing known of the baseline
  auto without_whole = with_solid(130, 2000, 100, 700);
  without_whole.volume.reset();
  EXPECT_EQ(level(flags_of(before, without_whole), f3), "");
}
TEST(Discordance, DoesNotCompareLiquidBeforeWithDeathTold)
{
  // What took up no contrast is dead, and may have been as solid before: "dead" and "liquid" are not one measure.
  auto now = with_volume(130, 2000, 1500);
  now.solid_volume = VolumeBounds{Milliliters{400}, Milliliters{600}};
  EXPECT_EQ(level(flags_of(with_solid(100, 1000, 900, 1000), now), "F3 PD-NECROTIC"), "");
}
TEST(Discordance, NamesAPartialResponseWithMoreViableTumour)
{
  EXPECT_EQ(level(flags_of(with_volume(100, 1000, 500), with_volume(60, 400, 300)), "F4 PR-VIABLE"), "flag");
  EXPECT_EQ(level(flags_of(with_volume(100, 1000, 500), with_volume(60, 400, 200)), "F4 PR-VIABLE"), "");
}
TEST(Discordance, TakesARoundedVoxelForNoRiseOfTheViableFraction)
{
  EXPECT_EQ(level(flags_of(with_volume(100, 10000, 9993), with_volume(60, 4000, 4000)), "F4 PR-VIABLE"), "");
  EXPECT_EQ(level(flags_of(with_volume(100, 10000, 9900), with_volume(60, 4000, 4000)), "F4 PR-VIABLE"), "flag");
}
TEST(Discordance, NamesACategoryWithinTwoQuantaOfALimit)
{
  EXPECT_EQ(level(flags_of(mm(100), mm(119.8)), "F5 NEAR-LIMIT"), "notice");
  EXPECT_EQ(level(flags_of(mm(100), mm(119.7)), "F5 NEAR-LIMIT"), "");
}
TEST(Discordance, IsSilentAboutTheLimitOfALesionThatIsGone)
{
  EXPECT_EQ(level(flags_of(mm(100), state(LesionState::Absent)), "F5 NEAR-LIMIT"), "");
}
TEST(Discordance, UsesTheSitesOwnRepeatability)
{
  const auto readings = single_target({100, 117});
  discordance::FlagLimits limits;
  limits.repeatability = from_millimeters(3);
  EXPECT_EQ(level(discordance::flags(readings, recist_1_1::assess(readings, {}), 1, {}, limits), "F5 NEAR-LIMIT"), "notice");
}
TEST(Discordance, NamesGrowthOutsideTheAcquiredPlane)
{
  auto before = mm(100), after = mm(102);
  before.longest_in_any_plane = Millimeters{100};
  after.longest_in_any_plane = Millimeters{130};
  EXPECT_EQ(level(flags_of(before, after), "F6 PLANE"), "notice");
  after.longest_in_any_plane = Millimeters{110};
  EXPECT_EQ(level(flags_of(before, after), "F6 PLANE"), "");
}
TEST(Discordance, NamesProgressionBelowBaseline)
{
  EXPECT_EQ(level(flags_of(single_target({100, 50, 62})), "F7 NADIR-ONLY"), "notice");
  EXPECT_EQ(level(flags_of(single_target({100, 90, 108})), "F7 NADIR-ONLY"), "");
}
TEST(Discordance, NamesAnUnconfirmedResponse)
{
  EXPECT_EQ(level(flags_of(single_target({100, 50})), "F8 UNCONFIRMED"), "notice");
  const auto confirmed =
      Patient({target("T1")}).at({mm(100)}, "2024-01-01").at({mm(50)}, "2024-03-01").at({mm(50)}, "2024-03-29").readings();
  EXPECT_EQ(level(flags_of(confirmed), "F8 UNCONFIRMED"), "");
}
TEST(Discordance, GivesNumbersAndLiteratureForBothSides)
{
  const auto flags = flags_of(with_volume(100, 1000, 900), with_volume(105, 1500, 700));
  ASSERT_FALSE(flags.empty());
  for (const auto& flag : flags)
  {
    EXPECT_FALSE(flag.numbers.empty()) << flag.id;
    EXPECT_FALSE(flag.literature_for.empty()) << flag.id;
    EXPECT_FALSE(flag.literature_against.empty()) << flag.id;
  }
}
TEST(Discordance, HasNothingToSayAtBaseline)
{
  const auto readings = single_target({100, 50});
  EXPECT_TRUE(discordance::flags(readings, recist_1_1::assess(readings, {}), 0, {}).empty());
}
