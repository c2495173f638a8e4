#include "report/vocabulary/body_site.h"

#include <gmock/gmock.h>

#include <set>

#include "report/vocabulary/site_names.h"

namespace nadir::report
{
namespace
{
std::string told(std::string_view organ, bool is_node = false)
{
  const auto site = is_node ? node_site_of(organ) : body_site_of(organ);
  if (!site) return "";
  return site->site.meaning + (site->laterality ? " " + std::string(cdisc_laterality(*site->laterality)) : "");
}

TEST(BodySite, PrefersTheRegionToWhatFillsIt)
{
  EXPECT_EQ(told("soft tissue, left thigh"), "Thigh LEFT");
  EXPECT_EQ(told("soft tissue"), "Soft tissue");
  EXPECT_EQ(told("Right femur, thigh"), "Femur RIGHT");
}

TEST(BodySite, TakesTheLongerName)
{
  EXPECT_EQ(told("thoracic spine"), "Thoracic spine");
  EXPECT_EQ(told("small bowel"), "Small intestine");
  EXPECT_EQ(told("Lower Leg"), "Lower leg");
}

TEST(BodySite, OfANodeIsTheNodesOfItsRegion)
{
  EXPECT_EQ(told("lymph node, left groin", true), "inguinal lymph node LEFT");
  EXPECT_EQ(told("lymph node, para-aortic", true), "aortic lymph node");
  EXPECT_EQ(told("", true), "Lymph node");
}

TEST(BodySite, IsNotGuessed)
{
  for (const auto* words : {"", "somewhere", "livery", "Leber", "\xE8\x82\x9D\xE8\x87\x93"}) EXPECT_EQ(told(words), "") << words;
}

TEST(BodySite, NamesAreSmallWordsAndEachStandsForOneCode)
{
  std::set<std::string_view> seen;
  for (const auto& name : site_names())
  {
    EXPECT_TRUE(seen.insert(name.name).second) << name.name;
    EXPECT_FALSE(name.code.empty() || name.meaning.empty() || name.cdisc.empty()) << name.name;
    EXPECT_LE(name.meaning.size(), 64u);
  }
}
}  // namespace
}  // namespace nadir::report
