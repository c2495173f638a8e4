// What has to hold for every patient, whatever the numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/target_response.h"
#include "tests/measure/response/patient_builder.h"
#include "tests/measure/response/random_patient.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;

namespace
{
constexpr unsigned patients = 3000;

std::vector<Category> overall(const PatientReadings& readings, const Protocol& protocol = {})
{
  std::vector<Category> categories;
  for (const auto& at : recist_1_1::assess(readings, protocol, Explain::No).timepoints) categories.push_back(at.overall);
  return categories;
}

/// The same patient with the lesions in another order.
PatientReadings permuted(const PatientReadings& readings, unsigned seed)
{
  std::vector<std::size_t> order(readings.lesions().size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), std::mt19937(seed));
  std::vector<ReadLesion> lesions;
  for (const auto i : order) lesions.push_back(readings.lesions()[i]);
  auto timepoints = readings.timepoints();
  for (std::size_t t = 0; t < timepoints.size(); ++t)
    for (std::size_t i = 0; i < order.size(); ++i) timepoints[t].lesions[i] = readings.timepoints()[t].lesions[order[i]];
  return PatientReadings::make(lesions, timepoints).value();
}

int severity(Category category)
{
  if (category == Category::CompleteResponse) return 0;
  if (category == Category::PartialResponse) return 1;
  return category == Category::StableDisease ? 2 : 3;
}

ReportedLength tenths(std::int64_t value) { return ReportedLength::from_micrometers(100 * value); }
}  // namespace

TEST(Properties, TheOrderOfLesionsDoesNotMatter)
{
  for (unsigned seed = 0; seed < patients; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    ASSERT_EQ(overall(readings), overall(permuted(readings, seed))) << seed;
  }
}

TEST(Properties, TheOrderOfRowsOfTimePointsDoesNotMatter)
{
  for (unsigned seed = 0; seed < patients; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    auto timepoints = readings.timepoints();
    std::shuffle(timepoints.begin(), timepoints.end(), std::mt19937(seed));
    ASSERT_EQ(overall(readings), overall(PatientReadings::make(readings.lesions(), timepoints).value())) << seed;
  }
}

TEST(Properties, ReasonsDoNotChangeTheCall)
{
  for (unsigned seed = 0; seed < patients; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    const auto explained = recist_1_1::assess(readings, {}, Explain::Yes), plain = recist_1_1::assess(readings, {}, Explain::No);
    for (std::size_t t = 0; t < plain.timepoints.size(); ++t)
    {
      ASSERT_EQ(explained.timepoints[t].overall, plain.timepoints[t].overall) << seed;
      ASSERT_TRUE(plain.timepoints[t].findings.empty());
      ASSERT_TRUE(t == 0 || !explained.timepoints[t].findings.empty());
    }
  }
}

TEST(Properties, LaterTimePointsDoNotChangeEarlierOnes)
{
  for (unsigned seed = 0; seed < patients; ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    Protocol protocol;
    protocol.switches.equivocal_new_lesion_backdates = false;  // the one rule that looks ahead (NL2)
    auto timepoints = readings.timepoints();
    timepoints.pop_back();
    const auto all = overall(readings, protocol);
    const auto fewer = overall(PatientReadings::make(readings.lesions(), timepoints).value(), protocol);
    ASSERT_TRUE(std::equal(fewer.begin(), fewer.end(), all.begin())) << seed;
  }
}

// Without nodes a longer lesion never makes the target response of its own time point better.
TEST(Properties, ALongerLesionIsNeverABetterResponse)
{
  for (int baseline = 50; baseline <= 400; baseline += 7)
    for (int first = 0; first <= 400; first += 13)
    {
      int before = -1;
      for (int current = 0; current <= 500; ++current)
      {
        const auto response = recist_1_1::assess(single_target({baseline / 10.0, first / 10.0, current / 10.0}), {}, Explain::No);
        const int now = severity(response.timepoints[2].target);
        ASSERT_GE(now, before) << baseline << " " << first << " " << current;
        before = now;
      }
    }
}

// N7, the "25 mm nadir rule": below 25.0 mm +5 mm decides, from there on +20 %.
TEST(Properties, ProgressionIsFiveMillimetersBelowANadirOfTwentyFiveAndTwentyPercentAbove)
{
  for (int nadir = 0; nadir <= 600; ++nadir)
    for (int sum = 0; sum <= 800; ++sum)
      ASSERT_EQ(recist_1_1::is_progression(tenths(sum), tenths(nadir), {}), nadir < 250 ? sum - nadir >= 50 : 10 * sum >= 12 * nadir)
          << nadir << " " << sum;
}

TEST(Properties, PartialResponseIsExactlyThreeTenthsLess)
{
  for (int baseline = 1; baseline <= 600; ++baseline)
    for (int sum = 0; sum <= baseline; ++sum)
      ASSERT_EQ(recist_1_1::is_partial_response(tenths(sum), tenths(baseline), {}), 10 * sum <= 7 * baseline) << baseline << " " << sum;
}

// Lengths that lie on the coarser grid give the same calls at every finer quantum.
TEST(Properties, AFinerQuantumDoesNotChangeLengthsThatLieOnTheGrid)
{
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i)
  {
    const auto length = [&] { return static_cast<double>(std::uniform_int_distribution<>(0, 120)(random)); };
    const auto readings = single_target({length() + 10, length(), length(), length()});
    std::vector<std::vector<Category>> calls;
    for (const auto micrometers : {1, 10, 100, 500, 1000})
    {
      Protocol protocol;
      protocol.length_quantum = ReportedLength::from_micrometers(micrometers);
      calls.push_back(overall(readings, protocol));
    }
    for (const auto& call : calls) ASSERT_EQ(call, calls[0]);
  }
}

// Millimetres or centimetres: ten times every length, limit and quantum is the same patient.
TEST(Properties, AnotherUnitOfLengthIsTheSamePatient)
{
  Protocol tenfold;
  tenfold.length_quantum = from_millimeters(1);
  tenfold.target.progression_minimum_increase = from_millimeters(50);
  tenfold.target.normal_node_below = from_millimeters(100);
  tenfold.target.too_small_counts = from_millimeters(50);
  std::mt19937 random(4);
  for (int i = 0; i < 2000; ++i)
  {
    std::vector<double> lengths, larger;
    for (int v = 0; v < 4; ++v)
    {
      const int length = std::uniform_int_distribution<>(v == 0 ? 100 : 0, 1000)(random);
      lengths.push_back(length / 10.0);
      larger.push_back(length);
    }
    ASSERT_EQ(overall(single_target(lengths)), overall(single_target(larger), tenfold));
  }
}

TEST(Properties, RoundingIsHalfAwayFromZeroOnTheDecimalNumber)
{
  const auto rounded = [](double length) { return ReportedLength::rounded(Millimeters{length}, tenths(1)).micrometers() / 100; };
  for (int hundredths = 0; hundredths < 30000; ++hundredths) ASSERT_EQ(rounded(hundredths / 100.0), (hundredths + 5) / 10) << hundredths;
  EXPECT_EQ(rounded(35.0499), 350);
}
