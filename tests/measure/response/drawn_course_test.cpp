// The rules over many draws at once against the engine itself.
#include "measure/response/recist_1_1/drawn_course.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <random>

#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/certainty.h"
#include "tests/measure/response/patient_builder.h"
#include "tests/measure/response/random_patient.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using recist_1_1::NormalDraws;
using recist_1_1::Repeatability;

namespace
{
const Repeatability perfect{Millimeters{0}, 0.0, ""};

/// A protocol with every switch and limit chosen by the seed.
Protocol random_protocol(std::uint64_t seed)
{
  std::mt19937_64 random(seed);
  const auto yes = [&] { return random() % 2 == 0; };
  Protocol protocol;
  protocol.switches = {yes(), yes(), yes(), yes(), yes(), yes(), yes(), yes()};
  protocol.confirmation.required = yes();
  if (yes()) protocol.length_quantum = ReportedLength::from_micrometers(1000);
  if (yes()) protocol.target.progression_increase_permille = 250, protocol.target.partial_response_decrease_permille = 333;
  return protocol;
}

/// Shares of the categories at each time point when every length is drawn alone and every drawn patient goes through the engine.
std::vector<std::map<Category, double>> slow_shares(const PatientReadings& readings, int draws)
{
  std::mt19937_64 random(3);
  std::vector<std::map<Category, double>> shares(readings.timepoints().size());
  for (int draw = 0; draw < draws; ++draw)
  {
    auto timepoints = readings.timepoints();
    for (auto& timepoint : timepoints)
      for (const auto target : readings.of_role(LesionRole::Target))
      {
        auto& reading = timepoint.lesions[target];
        if (reading.state != LesionState::Measured && reading.state != LesionState::Split) continue;
        const auto draw_again = [&](Millimeters& length)
        {
          if (length.value() == 0.0) return;
          const auto deviation = std::numbers::sqrt2 * Repeatability{}.deviation(length, reading.slice_spacing).value();
          length = Millimeters{std::max(0.1, length.value() + std::normal_distribution<>(0.0, deviation)(random))};
        };
        for (auto& fragment : reading.fragments) draw_again(fragment);
        if (reading.fragments.empty()) draw_again(*(reading.short_axis ? reading.short_axis : reading.longest_diameter));
      }
    const auto response = recist_1_1::assess(PatientReadings::make(readings.lesions(), timepoints).value(), {}, Explain::No);
    for (std::size_t t = 0; t < shares.size(); ++t) shares[t][response.timepoints[t].overall] += 1.0 / draws;
  }
  return shares;
}

std::string place(std::uint64_t seed, std::size_t t) { return "seed " + std::to_string(seed) + ", time point " + std::to_string(t); }
}  // namespace

TEST(DrawnCourse, OfPerfectReadingsGivesTheCategoriesOfTheEngineUnderEveryProtocol)
{
  for (std::uint64_t seed = 0; seed < 20'000; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    const auto protocol = random_protocol(seed);
    const auto certainty = recist_1_1::certainty(readings, protocol, perfect, {1, 1});
    const auto response = recist_1_1::assess(readings, protocol, Explain::No);
    for (std::size_t t = 0; t < response.timepoints.size(); ++t)
      ASSERT_EQ(certainty[t].of(response.timepoints[t].overall), 1.0) << place(seed, t);
  }
}

// Slow and quick way draw different numbers: three standard errors of 1000 draws each, at 50 %, are 0.067.
TEST(DrawnCourse, AgreesWithDrawingEveryLengthAloneThroughTheEngine)
{
  for (std::uint64_t seed = 0; seed < 150; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    const auto quick = recist_1_1::certainty(readings, {});
    const auto slow = slow_shares(readings, 1000);
    for (std::size_t t = 0; t < slow.size(); ++t)
      for (const auto& [category, share] : slow[t]) EXPECT_NEAR(quick[t].of(category), share, 0.067) << place(seed, t);
  }
}

// 20 lesions of 2 m: 5 mm steps of micrometres no longer fit the 24 bits of a float.
TEST(DrawnCourse, IsExactForSumsThatDoNotFitAFloat)
{
  const std::vector<ReadLesion> lesions = []
  {
    std::vector<ReadLesion> made;
    for (int i = 0; i < 20; ++i) made.push_back(target("T" + std::to_string(i)));
    return made;
  }();
  Patient patient(lesions);
  patient.at(std::vector<LesionReading>(20, mm(2000))).at(std::vector<LesionReading>(20, mm(2400)));
  auto below = std::vector<LesionReading>(20, mm(2400));
  below.front() = mm(2399.9);
  Patient near(lesions);
  near.at(std::vector<LesionReading>(20, mm(2000))).at(below);
  EXPECT_EQ(recist_1_1::certainty(patient.readings(), {}, perfect, {1, 1})[1].of(Category::ProgressiveDisease), 1.0);
  EXPECT_EQ(recist_1_1::certainty(near.readings(), {}, perfect, {1, 1})[1].of(Category::StableDisease), 1.0);
}

// A node of 10 mm read again lies below 10 mm in half of all cases: P(CR) = 1/2 without any other target.
TEST(DrawnCourse, AsksOfANodeAtTheLimitWhetherItIsNormal)
{
  const auto readings = Patient({node("N1")}).at({short_axis_mm(20)}).at({short_axis_mm(10)}).readings();
  EXPECT_NEAR(recist_1_1::certainty(readings, {})[1].of(Category::CompleteResponse), 0.5, 0.02);
}
// A non-nodal target that was measured is there, however small: no draw makes it disappear.
TEST(DrawnCourse, NeverMakesAMeasuredLesionDisappear)
{
  const auto readings = single_target({30, 0.5});
  EXPECT_EQ(recist_1_1::certainty(readings, {})[1].of(Category::CompleteResponse), 0.0);
  EXPECT_EQ(recist_1_1::certainty(readings, {})[1].of(Category::PartialResponse), 1.0);
}

TEST(NormalDraws, HaveMeanZeroVarianceOneAndIndependentColumns)
{
  const NormalDraws draws(1000, 1);
  std::vector<float> first, second;
  const auto a = draws.column(3, first), b = draws.column(70, second);
  EXPECT_NEAR(std::accumulate(a.begin(), a.end(), 0.0), 0.0, 1e-3);
  EXPECT_NEAR(std::inner_product(a.begin(), a.end(), a.begin(), 0.0) / 1000, 1.0, 0.005);
  EXPECT_NEAR(std::inner_product(b.begin(), b.end(), b.begin(), 0.0) / 1000, 1.0, 0.005);
  EXPECT_NEAR(std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / 1000, 0.0, 0.1);
}
TEST(NormalDraws, AreOtherNumbersWithAnotherSeed)
{
  std::vector<float> scratch;
  const NormalDraws one(100, 1), two(100, 2);
  const auto a = one.column(0, scratch), b = two.column(0, scratch);
  EXPECT_FALSE(std::equal(a.begin(), a.end(), b.begin()));
}
