#include "report/deidentify/date_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nadir::report;

TEST(DateText, SpellsADateAsPeopleDo)
{
  EXPECT_THAT(spellings_of_date("20240131"), ::testing::IsSupersetOf({"2024-01-31", "31.01.2024", "01/31/2024", "2024/01/31"}));
  EXPECT_TRUE(spellings_of_date("2024").empty());
}

TEST(DateText, IsSeenInATextButNotInNumbersOrLabels)
{
  for (const char* text : {"T01 2024-01-31", "20240131", "scan of 31.01.2024", "01/31/2024"}) EXPECT_TRUE(has_date(text)) << text;
  for (const char* text : {"", "T01", "lesion 12", "2024", "12345678", "99.99.2024", "1.2.840.10008.5.1.4", "week 08-12"})
    EXPECT_FALSE(has_date(text)) << text;
}
