#include "report/document/response_plots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/report/support/example_assessment.h"

using namespace nadir;
using report::PlotLimit;
using report::sum_plot;
using report::volume_plot;

namespace
{
std::vector<PlotLimit> limits_of(const report::LinePlot& plot, const std::string& style)
{
  std::vector<PlotLimit> found;
  std::copy_if(plot.limits.begin(), plot.limits.end(), std::back_inserter(found),
               [&](const PlotLimit& limit) { return limit.style == style; });
  return found;
}

measure::Assessment with_sums(const std::vector<std::pair<double, double>>& sums_and_nadirs)
{
  measure::Assessment assessment;
  for (const auto& [sum, nadir] : sums_and_nadirs)
  {
    auto& response = assessment.timepoints.emplace_back().response;
    response.sum_of_diameters = Millimeters{sum};
    response.baseline_sum = Millimeters{sums_and_nadirs.front().first};
    if (assessment.timepoints.size() > 1) response.nadir_sum = Millimeters{nadir};
  }
  return assessment;
}
}  // namespace

// RECIST 1.1 section 4.3.1: -30 % of 100 mm is 70 mm; +20 % of the nadir 50 mm is 60 mm.
TEST(SumPlot, DrawsTheLimitsOfResponseAndProgression)
{
  const auto plot = sum_plot(with_sums({{100, 0}, {50, 100}, {62, 50}}));
  ASSERT_EQ(limits_of(plot, "limit-pr").size(), 1u);
  EXPECT_DOUBLE_EQ(limits_of(plot, "limit-pr")[0].y, 70.0);
  const auto progression = limits_of(plot, "limit-pd");
  ASSERT_EQ(progression.size(), 2u);
  EXPECT_DOUBLE_EQ(progression[0].y, 120.0);
  EXPECT_DOUBLE_EQ(progression[1].y, 60.0);
  EXPECT_DOUBLE_EQ(limits_of(plot, "limit-nadir").at(0).y, 50.0);
}

// A trial that asks for -20 % and for +40 % with 10 mm: 80 mm of 100, and 70 mm above a nadir of 50.
TEST(SumPlot, DrawsTheLimitsOfTheTrial)
{
  auto assessment = with_sums({{100, 0}, {50, 100}, {62, 50}});
  assessment.limits = {20.0, 40.0, Millimeters{10.0}, Millimeters{0.1}};
  const auto plot = sum_plot(assessment);
  EXPECT_DOUBLE_EQ(limits_of(plot, "limit-pr").at(0).y, 80.0);
  EXPECT_DOUBLE_EQ(limits_of(plot, "limit-pd").back().y, 70.0);
}

// Rule N7: below a nadir of 25 mm the 5 mm decide: 10 mm -> 15 mm, not 12 mm.
TEST(SumPlot, LetsFiveMillimetersDecideForASmallNadir)
{
  const auto plot = sum_plot(with_sums({{12, 0}, {10, 12}, {13, 10}}));
  EXPECT_DOUBLE_EQ(limits_of(plot, "limit-pd").back().y, 15.0);
}

TEST(SumPlot, HasAGapAndSaysSoWhereTheSumIsIncomplete)
{
  const auto plot = sum_plot(test::long_assessment());
  EXPECT_FALSE(plot.lines.at(0).points.at(5).y);
  EXPECT_EQ(plot.lines[0].points[5].label, "no complete sum");
}

TEST(VolumePlot, HasNoTotalWhereATargetHasNoVolume)
{
  const auto plot = volume_plot(test::long_assessment());
  EXPECT_EQ(plot.lines.back().name, "all targets");
  EXPECT_FALSE(plot.lines.back().points.at(5).y);
}

TEST(VolumePlot, CountsAnAbsentLesionAsZero)
{
  const auto plot = volume_plot(test::long_assessment());
  const auto third = std::find_if(plot.lines.begin(), plot.lines.end(), [](const auto& line) { return line.name == "T03"; });
  ASSERT_NE(third, plot.lines.end());
  EXPECT_EQ(third->points.at(6).y, 0.0);
}

TEST(VolumePlot, OfAnAssessmentWithoutVolumesHasNoLines) { EXPECT_TRUE(volume_plot(measure::Assessment{}).lines.empty()); }
