#include "report/identity/derived_uid.h"

#include <gmock/gmock.h>

#include <set>

namespace nadir::report
{
namespace
{
using ::testing::MatchesRegex;

TEST(DerivedUid, IsAUuidUnderTheRootThatDicomHasForThem)
{
  const auto uid = derived_uid({"lesion", "1.2.3", "T01"});
  EXPECT_THAT(uid, MatchesRegex("2\\.25\\.[1-9][0-9]*"));
  EXPECT_LE(uid.size(), 44u);  // PS3.5 B.2: the largest UUID has 39 decimal digits
}

// The first 16 bytes of SHA-256("1:a") with version 8 and variant 10, converted by Python's int(..., 16).
TEST(DerivedUid, IsTheDecimalValueOfTheDigest) { EXPECT_EQ(derived_uid({"a"}), "2.25.86913813795047908830783313576989631359"); }

TEST(DerivedUid, FollowsFromThePartsAlone) { EXPECT_EQ(derived_uid({"a", "b"}), derived_uid({"a", "b"})); }

TEST(DerivedUid, TellsWhereOnePartEnds)
{
  const std::set<std::string> uids{derived_uid({"ab", "c"}), derived_uid({"a", "bc"}), derived_uid({"abc"}), derived_uid({"abc", ""}),
                                   derived_uid({})};
  EXPECT_EQ(uids.size(), 5u);
}
}  // namespace
}  // namespace nadir::report
