#include <gmock/gmock.h>

#include "measure/response/choi_mr/assess.h"
#include "measure/response/mrecist/assess.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/viable_volume/assess.h"
#include "measure/response/volumetric/assess.h"
#include "measure/response/who/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using testing::ElementsAre;

namespace
{
std::vector<std::string> words(const CriterionResponse& response)
{
  std::vector<std::string> overall;
  for (const auto& at : response.timepoints) overall.push_back(at.overall);
  overall.erase(overall.begin());
  return overall;
}
PatientReadings series(const std::vector<LesionReading>& readings)
{
  Patient patient({target("T1")});
  for (const auto& reading : readings) patient.at({reading});
  return patient.readings();
}
LesionReading volume(double milliliters)
{
  auto reading = mm(100);
  reading.volume = Milliliters{milliliters};
  return reading;
}
LesionReading viable_volume_of(double milliliters)
{
  auto reading = mm(100);
  reading.viable_volume = Milliliters{milliliters};
  return reading;
}
LesionReading product(double length, double width)
{
  auto reading = mm(length);
  reading.short_axis = Millimeters{width};
  return reading;
}
LesionReading viable(double length)
{
  auto reading = mm(100);
  reading.viable_diameter = Millimeters{length};
  return reading;
}
LesionReading enhancing(double length, double ratio)
{
  auto reading = mm(length);
  reading.enhancement = ratio;
  return reading;
}
LesionReading absent() { return state(LesionState::Absent); }

std::vector<std::string> volumetric_words(const std::vector<LesionReading>& readings, std::size_t limits = 0)
{
  const auto patient = series(readings);
  return words(volumetric::assess(patient, recist_1_1::assess(patient, {}), Protocol{}.volume_limits[limits]));
}
std::vector<std::string> who_words(const PatientReadings& patient)
{
  return words(who::assess(patient, recist_1_1::assess(patient, {}), {}));
}
std::vector<std::string> mrecist_words(const std::vector<LesionReading>& readings)
{
  const auto patient = series(readings);
  return words(mrecist::assess(patient, recist_1_1::assess(patient, {}), {}));
}
std::vector<std::string> choi_words(const std::vector<LesionReading>& readings)
{
  const auto patient = series(readings);
  return words(choi_mr::assess(patient, recist_1_1::assess(patient, {}), {}));
}
}  // namespace

// X11: 0.7^3 = 0.343 and 1.2^3 = 1.728 of a sphere's volume.
TEST(Volumetric, SphereLimitsAreInclusive)
{
  EXPECT_THAT(volumetric_words({volume(1000), volume(343)}), ElementsAre("PR"));
  EXPECT_THAT(volumetric_words({volume(1000), volume(343.001)}), ElementsAre("SD"));
  EXPECT_THAT(volumetric_words({volume(1000), volume(1728)}), ElementsAre("PD"));
  EXPECT_THAT(volumetric_words({volume(1000), volume(1727.999)}), ElementsAre("SD"));
}
TEST(Volumetric, MacdonaldLimitsAreInclusive)
{
  EXPECT_THAT(volumetric_words({volume(1000), volume(350), volume(489.999), volume(490)}, 1), ElementsAre("PR", "SD", "PD"));
}
TEST(Volumetric, ProgressionIsCountedFromTheSmallestVolume)
{
  EXPECT_THAT(volumetric_words({volume(1000), volume(100), volume(180)}), ElementsAre("PR", "PD"));
}
TEST(Volumetric, ATargetThatIsGoneHasNoVolume) { EXPECT_THAT(volumetric_words({volume(1000), absent()}), ElementsAre("CR")); }
TEST(Volumetric, WithoutAVolumeIsNotEvaluable)
{
  EXPECT_THAT(volumetric_words({volume(1000), mm(50)}), ElementsAre("NE"));
  EXPECT_THAT(volumetric_words({mm(50), volume(1000)}), ElementsAre("NE"));
}
TEST(Volumetric, APartOfTheTargetsMayShowProgression)
{
  const auto patient = Patient({target("T1"), target("T2")}).at({volume(500), volume(500)}).at({volume(1800), mm(10)}).readings();
  EXPECT_THAT(words(volumetric::assess(patient, recist_1_1::assess(patient, {}), Protocol{}.volume_limits[0])), ElementsAre("PD"));
}
TEST(Volumetric, ANewLesionIsProgression)
{
  const auto patient = Patient({target("T1"), new_lesion("L1")})
                           .at({volume(1000), state(LesionState::None)})
                           .at({volume(100), state(LesionState::Unequivocal)})
                           .readings();
  EXPECT_THAT(words(volumetric::assess(patient, recist_1_1::assess(patient, {}), Protocol{}.volume_limits[0])), ElementsAre("PD"));
}
TEST(Volumetric, NeverChangesTheRecistCategory)
{
  const auto patient = series({volume(1000), volume(5000)});
  EXPECT_EQ(recist_1_1::assess(patient, {}).timepoints[1].overall, Category::StableDisease);
}

TEST(ViableVolume, IsCompleteWhenNothingViableIsLeft)
{
  const auto patient = series({viable_volume_of(900), viable_volume_of(0)});
  EXPECT_THAT(words(viable_volume::assess(patient, recist_1_1::assess(patient, {}), Protocol{}.volume_limits[0])), ElementsAre("CR"));
}

// X10.
TEST(Who, HalfTheProductIsPartialResponse)
{
  EXPECT_THAT(who_words(series({product(100, 50), product(50, 50)})), ElementsAre("PR"));
  EXPECT_THAT(who_words(series({product(100, 50), product(50.1, 50)})), ElementsAre("SD"));
}
TEST(Who, OneLesionGrowingByAQuarterIsProgression)
{
  const auto grown = [](double length)
  {
    return who_words(Patient({target("T1"), target("T2")})
                         .at({product(100, 50), product(20, 10)})
                         .at({product(10, 10), product(length, 10)})
                         .readings());
  };
  EXPECT_THAT(grown(25), ElementsAre("PD"));
  EXPECT_THAT(grown(24.9), ElementsAre("PR"));
}
TEST(Who, ALesionGrowsFromItsOwnSmallestProduct)
{
  EXPECT_THAT(who_words(series({product(100, 50), product(60, 50), product(75, 50)})), ElementsAre("SD", "PD"));
}
TEST(Who, WithoutAPerpendicularIsNotEvaluable) { EXPECT_THAT(who_words(series({product(100, 50), mm(80)})), ElementsAre("NE")); }
TEST(Who, EverythingGoneIsComplete) { EXPECT_THAT(who_words(series({product(100, 50), absent()})), ElementsAre("CR")); }

// X7.
TEST(Mrecist, MeasuresTheViablePartOnly)
{
  EXPECT_THAT(mrecist_words({viable(100), viable(70)}), ElementsAre("PR"));
  EXPECT_THAT(mrecist_words({viable(100), viable(0)}), ElementsAre("CR"));
  EXPECT_THAT(mrecist_words({viable(10), viable(12)}), ElementsAre("PD"));  // no smallest absolute increase
  EXPECT_THAT(mrecist_words({viable(10), viable(11.9)}), ElementsAre("SD"));
}
TEST(Mrecist, WithoutAViableDiameterIsNotEvaluable) { EXPECT_THAT(mrecist_words({viable(100), mm(90)}), ElementsAre("NE")); }

// X8, X9.
TEST(ChoiMr, TenPercentOfSizeOrFifteenOfEnhancementIsPartialResponse)
{
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(90, 2.0)}), ElementsAre("PR"));
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(100, 1.7)}), ElementsAre("PR"));
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(90.1, 1.701)}), ElementsAre("SD"));
}
TEST(ChoiMr, GrowthIsProgressionUnlessEnhancementFell)
{
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(110, 2.0)}), ElementsAre("PD"));
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(110, 1.7)}), ElementsAre("PR"));
  EXPECT_THAT(choi_words({enhancing(100, 2.0), enhancing(109.9, 2.0)}), ElementsAre("SD"));
}
TEST(ChoiMr, WithoutNormalisedEnhancementSizeAloneDecides) { EXPECT_THAT(choi_words({mm(100), mm(110)}), ElementsAre("PD")); }
TEST(ChoiMr, EverythingGoneIsComplete) { EXPECT_THAT(choi_words({enhancing(100, 2.0), absent()}), ElementsAre("CR")); }
