#include "report/table/csv_rows.h"

#include <gmock/gmock.h>

#include <random>

#include "report/table/csv_text.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir::report;
using ::testing::ElementsAre;

TEST(CsvRows, GiveBackEveryTextThatWasWritten)
{
  std::mt19937_64 random(1);
  for (int i = 0; i < 5000; ++i)
  {
    const auto first = nadir::test::odd_text(random), second = nadir::test::odd_text(random);
    CsvText csv(CsvLineEnd::CarriageReturnLineFeed);
    csv.text(first).number(2.5).text(second).end_row();
    const auto rows = csv_rows(csv.str());
    ASSERT_TRUE(rows) << csv.str();
    ASSERT_EQ(rows->size(), 1u);
    ASSERT_EQ(rows->front().size(), 3u);
    EXPECT_EQ(unguarded(rows->front()[0]), first);
    EXPECT_EQ(unguarded(rows->front()[2]), second);
  }
}

TEST(CsvRows, NeverBeginWithWhatASpreadsheetRuns)
{
  for (const std::string text : {"=1+1", "+cmd", "-x", "@sum", "\tx", "\rx", "'=1"})
  {
    CsvText csv;
    csv.text(text).end_row();
    EXPECT_THAT(csv_rows(csv.str()).value(), ElementsAre(ElementsAre("'" + text)));
  }
}

TEST(CsvRows, AreNoneWhereTheFormatIsBroken)
{
  for (const std::string text : {"a,b", "\"a\n", "a\"b\n", "\"a\"b\n", "a\rb\n"}) EXPECT_FALSE(csv_rows(text)) << text;
  EXPECT_THAT(csv_rows("").value(), ElementsAre());
}
