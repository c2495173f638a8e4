#include "imaging/dicom/loader/slice_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nadir::imaging;

namespace
{
SliceSource slice(const char* path, int frame)
{
  SliceSource source;
  source.path = path;
  source.frame = frame;
  return source;
}

std::vector<std::size_t> lengths(const std::vector<SliceSource>& slices, std::size_t most)
{
  std::vector<std::size_t> result;
  for (const auto& run : runs_of(slices, most)) result.push_back(run.count);
  return result;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;
}  // namespace

TEST(SliceRuns, JoinNeighbouringFramesOfOneFile)
{
  EXPECT_THAT(lengths({slice("a", 0), slice("a", 1), slice("a", 2), slice("b", 3), slice("b", 4)}, 10), ElementsAre(3, 2));
}

TEST(SliceRuns, NeverJoinFramesThatGoBackwardsOrLeaveAGap)
{
  EXPECT_THAT(lengths({slice("a", 2), slice("a", 1), slice("a", 0)}, 10), ElementsAre(1, 1, 1));
  EXPECT_THAT(lengths({slice("a", 0), slice("a", 2), slice("a", 4)}, 10), ElementsAre(1, 1, 1));
}

TEST(SliceRuns, AreNoLongerThanWished) { EXPECT_THAT(lengths({slice("a", 0), slice("a", 1), slice("a", 2)}, 2), ElementsAre(2, 1)); }

TEST(SliceRuns, OfNothingAreNone) { EXPECT_THAT(lengths({}, 2), IsEmpty()); }
