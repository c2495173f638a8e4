#include "report/document/time_axis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nadir;
using report::time_axis;
using ::testing::DoubleEq;
using ::testing::ElementsAre;

namespace
{
std::vector<measure::TimepointAssessment> dated(const std::vector<std::string>& dates)
{
  std::vector<measure::TimepointAssessment> timepoints(dates.size());
  for (std::size_t k = 0; k < dates.size(); ++k) timepoints[k].date = dates[k];
  return timepoints;
}
}  // namespace

// 2024 is a leap year: 29 days from 31 January to 29 February, 145 days to 24 June.
TEST(TimeAxis, IsProportionalToDaysWhenAllDatesAreKnown)
{
  const auto axis = time_axis(dated({"2024-01-31", "2024-02-29", "2024-06-24"}));
  EXPECT_TRUE(axis.is_by_date);
  EXPECT_THAT(axis.places, ElementsAre(DoubleEq(0.0), DoubleEq(0.2), DoubleEq(1.0)));
}

TEST(TimeAxis, HasEqualStepsWhenADateIsUnknownOrTheOrderIsAnother)
{
  for (const auto& dates : {std::vector<std::string>{"2024-01-31", "", "2024-06-24"},
                            {"2024-01-31", "2023-01-31", "2024-06-24"},
                            {"2024-01-31", "2024-01-31", "2024-06-24"},
                            {"2024-01-31", "2024-02-01", "2026-06-24"}})
  {
    const auto axis = time_axis(dated(dates));
    EXPECT_FALSE(axis.is_by_date);
    EXPECT_THAT(axis.places, ElementsAre(0.0, 0.5, 1.0));
  }
}

TEST(TimeAxis, PutsASingleTimePointInTheMiddle) { EXPECT_THAT(time_axis(dated({"2024-01-31"})).places, ElementsAre(0.5)); }

TEST(TimeAxis, OfNoTimePointIsEmpty) { EXPECT_TRUE(time_axis({}).places.empty()); }
