#include "reading/audit/replay.h"

#include <gtest/gtest.h>

#include "tests/reading/record/random_reader.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::random_events;
using nadir::testing::stamp_of;

TEST(Replay, StopsAtAnEventOrAMoment)
{
  const auto events = random_events(21, 40);
  EXPECT_EQ(events_until(events, stamp_of(-1).when), 0);
  EXPECT_EQ(events_until(events, stamp_of(1'000'000).when), static_cast<std::int64_t>(events.size()));
  EXPECT_EQ(events_until(events, events[7].when), 8);
  ASSERT_TRUE(replay(events, 8));
  EXPECT_EQ(replay(events, 8)->events(), 8);
  EXPECT_FALSE(replay(events, static_cast<std::int64_t>(events.size()) + 1));
  EXPECT_FALSE(replay(events, -1));
}
