#include "sample_data/phantom/uid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using nadir::phantom::uid_of;

// PS3.5 section 9.1 and annex B.2: at most 64 characters, digits and dots, no leading zero in a component.
TEST(Uid, ObeysTheStandard)
{
  for (std::uint64_t seed = 0; seed < 2000; ++seed)
  {
    const auto uid = uid_of("series", seed);
    ASSERT_TRUE(uid.starts_with("2.25."));
    const auto number = uid.substr(5);
    EXPECT_LE(uid.size(), 64u);
    EXPECT_NE(number.front(), '0');
    EXPECT_TRUE(std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) << uid;
  }
}

TEST(Uid, DependsOnNameAndSeed)
{
  std::set<std::string> uids;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    for (const auto* name : {"a", "b", "a/1", "a/11", "a/111"}) uids.insert(uid_of(name, seed));
  EXPECT_EQ(uids.size(), 500u);
  EXPECT_EQ(uid_of("a", 1), uid_of("a", 1));
}
