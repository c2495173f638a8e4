#include "imaging/dicom/slice_steps.h"

#include <gtest/gtest.h>

// Truth: positions laid out by hand along a known normal.
using namespace nadir;
using namespace nadir::imaging;

namespace
{
constexpr PatientVector up{0, 0, 1};

std::vector<PatientPoint> at_heights(const std::vector<double>& heights)
{
  std::vector<PatientPoint> positions;
  for (const double height : heights) positions.push_back({0, 0, height});
  return positions;
}

StepVerdict verdict(const std::vector<double>& heights) { return judge(measure_steps(at_heights(heights), up)); }
}  // namespace

TEST(SliceSteps, EvenStepsAreMeasuredAlongTheNormalOfAnObliqueStack)
{
  const PatientVector normal{0, 0.6, 0.8};
  std::vector<PatientPoint> positions;
  for (int k = 0; k < 10; ++k) positions.push_back(PatientPoint{5, -7, 100} + (k * 4.5) * normal);
  const auto steps = measure_steps(positions, normal);
  EXPECT_NEAR(steps.median, 4.5, 1e-12);
  EXPECT_NEAR(steps.mean, 4.5, 1e-12);
  EXPECT_NEAR(steps.largest_deviation, 0.0, 1e-12);
  EXPECT_NEAR(steps.largest_drift, 0.0, 1e-12);
  EXPECT_EQ(judge(steps), StepVerdict::Even);
}

TEST(SliceSteps, OnePercentIsTheLimit)
{
  EXPECT_EQ(verdict({0, 30, 60, 90.29, 120.29, 150.29}), StepVerdict::Even);
  EXPECT_EQ(verdict({0, 30, 60, 90.9, 120.9, 150.9}), StepVerdict::Uneven);
}

TEST(SliceSteps, HundredthOfAMillimetreIsAllowedToThinSlices) { EXPECT_EQ(verdict({0, 0.5, 1.009, 1.509, 2.009}), StepVerdict::Even); }

TEST(SliceSteps, PositionsRoundedToATenthAreToldApartFromJitter)
{
  EXPECT_EQ(verdict({0, 3.3, 6.7, 10.0, 13.3, 16.7, 20.0}), StepVerdict::Rounded);  // true step 3.3333
  EXPECT_EQ(verdict({0, 3.0, 6.4, 9.0, 12.0, 15.4, 18.0}), StepVerdict::Uneven);
}

TEST(SliceSteps, MissingSlicesAreCounted)
{
  const auto steps = measure_steps(at_heights({0, 5, 10, 20, 25, 40}), up);
  EXPECT_EQ(judge(steps), StepVerdict::Missing);
  EXPECT_EQ(missing_slices(steps), 3);
}

TEST(SliceSteps, SlowDriftOfStepsIsUneven)
{
  std::vector<double> heights{0};
  for (int k = 0; k < 100; ++k) heights.push_back(heights.back() + (k < 50 ? 3.0 : 3.025));
  EXPECT_EQ(verdict(heights), StepVerdict::Uneven);
}

TEST(SliceSteps, TiltIsATrendAndRoundingIsNone)
{
  std::vector<PatientPoint> tilted, rounded;
  for (int k = 0; k < 20; ++k)
  {
    tilted.push_back({0, 0.01 * k, 5.0 * k});
    rounded.push_back({0, k % 2 == 0 ? 0.0 : 0.05, 5.0 * k});
  }
  EXPECT_NEAR(measure_steps(tilted, up).systematic_drift, 0.19, 1e-9);
  EXPECT_LT(measure_steps(rounded, up).systematic_drift, 0.02);
  EXPECT_NEAR(measure_steps(rounded, up).largest_drift, 0.05, 1e-12);
}

TEST(SliceSteps, TwoSlicesAreEven) { EXPECT_EQ(verdict({0, 7}), StepVerdict::Even); }
