#include "report/document/glance_timepoints.h"

#include <gmock/gmock.h>

using namespace nadir;
using report::glance_timepoints;
using ::testing::ElementsAre;

namespace
{
measure::Assessment with_sums(const std::vector<double>& sums)
{
  measure::Assessment assessment;
  for (const double sum : sums)
  {
    assessment.timepoints.emplace_back();
    assessment.timepoints.back().response.sum_of_diameters = Millimeters{sum};
  }
  return assessment;
}
}  // namespace

TEST(GlanceTimepoints, AreAllOfAFew) { EXPECT_THAT(glance_timepoints(with_sums({80, 70, 60, 65})), ElementsAre(0, 1, 2, 3)); }

TEST(GlanceTimepoints, OfManyAreBaselineNadirAndTheLatestTwo)
{
  EXPECT_THAT(glance_timepoints(with_sums({80, 70, 60, 65, 66, 75})), ElementsAre(0, 2, 4, 5));
}

// The call of the latest rests on the smallest sum before it, not on its own.
TEST(GlanceTimepoints, ShowTheNadirThatTheLatestWasJudgedFrom)
{
  EXPECT_THAT(glance_timepoints(with_sums({198, 185, 144, 145, 150, 121})), ElementsAre(0, 2, 4, 5));
}
