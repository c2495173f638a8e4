#include "imaging/bias/shading_field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace nadir::testing
{
namespace
{
using imaging::ShadingField;
using imaging::ShadingSample;

/// A shading as the model has it, of geometric mean about 1.
double made(PatientPoint p) { return std::exp(0.004 * p.left - 0.003 * p.posterior + 2e-5 * p.superior * p.superior - 2e-5 * 400.0); }

/// Samples in a shell around a lesion of 30 mm: none inside.
std::vector<ShadingSample> shell()
{
  std::vector<ShadingSample> samples;
  for (int i = -60; i <= 60; i += 6)
    for (int j = -60; j <= 60; j += 6)
      for (int k = -40; k <= 40; k += 8)
        if (const PatientPoint p{static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}; norm(p - PatientPoint{}) > 30.0)
          samples.push_back({p, made(p)});
  return samples;
}

TEST(ShadingField, OfTheTissueAroundHoldsInsideTheLesion)
{
  const auto field = ShadingField::fit(shell(), 1e-6);
  ASSERT_TRUE(field);
  const double gain = field->at({0, 0, 0}) / made({0, 0, 0});
  for (const PatientPoint p : {PatientPoint{15, 0, 0}, PatientPoint{-10, 12, 8}, PatientPoint{0, -20, -10}})
    EXPECT_NEAR(field->at(p) / made(p) / gain, 1.0, 0.005);
}

TEST(ShadingField, KeepsItsGeometricMeanAtOne)
{
  const auto samples = shell();
  const auto field = ShadingField::fit(samples, 1e-6);
  double sum = 0.0;
  for (const auto& sample : samples) sum += std::log(field->at(sample.place));
  EXPECT_NEAR(sum / static_cast<double>(samples.size()), 0.0, 0.01);
}

TEST(ShadingField, DoesNotRunAwayFarFromItsSamples)
{
  const auto field = ShadingField::fit(shell());
  EXPECT_LT(field->at({1000, 0, 0}), 2.0);
  EXPECT_GT(field->at({-1000, 0, 0}), 0.5);
}

TEST(ShadingField, NeedsSamplesInDifferentPlaces)
{
  EXPECT_FALSE(ShadingField::fit(std::vector<ShadingSample>(10)));
  EXPECT_FALSE(ShadingField::fit(std::vector<ShadingSample>(100)));
}
}  // namespace
}  // namespace nadir::testing
