// Rows and fields of RFC 4180, in one piece and in pieces of any size. Expected values follow from the standard's text.
#include "reading/table/csv_splitter.h"

#include <gmock/gmock.h>

using namespace nadir::reading;
using ::testing::ElementsAre;

namespace
{
struct Read
{
  std::vector<std::string> fields;
  std::uint64_t line = 0;
  std::string problem;
};

/// All rows when the text arrives `step` bytes at a time.
std::vector<Read> rows_of(std::string_view text, std::size_t step, CsvLimits limits = {})
{
  CsvSplitter splitter(limits);
  CsvRow row;
  std::vector<Read> rows;
  std::size_t begin = 0, end = std::min(step, text.size());
  for (;;)
  {
    const auto kind = end == text.size() ? CsvText::IsWhole : CsvText::MayGoOn;
    const auto got = splitter.next(text.substr(begin, end - begin), kind, row);
    if (got == CsvStep::End) return rows;
    if (got == CsvStep::NeedMore)
    {
      end = std::min(end + step, text.size());
      continue;
    }
    rows.push_back({{row.fields.begin(), row.fields.end()}, row.line, std::string(row.problem)});
    begin += row.bytes;
  }
}

std::vector<Read> rows_of(std::string_view text) { return rows_of(text, text.size()); }
}  // namespace

TEST(CsvSplitter, ReadsQuotedFieldsWithCommasLineEndsAndDoubledQuotes)
{
  const auto rows = rows_of("a,\"b,\"\"c\"\"\r\nd\",\r\ne,f,g");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_THAT(rows[0].fields, ElementsAre("a", "b,\"c\"\r\nd", ""));
  EXPECT_THAT(rows[1].fields, ElementsAre("e", "f", "g"));
  EXPECT_EQ(rows[1].line, 3u);
}

TEST(CsvSplitter, GivesTheSameRowsHoweverTheTextArrives)
{
  const std::string text = "a,b\r\n\"x\r\ny\",2\r\n\"bad\"z,3\n\"never closed,4\n5,6\r7,8\r\n\r\n9,\"\"\n";
  const auto whole = rows_of(text);
  for (std::size_t step = 1; step < text.size(); ++step)
  {
    const auto pieces = rows_of(text, step);
    ASSERT_EQ(pieces.size(), whole.size()) << step;
    for (std::size_t i = 0; i < whole.size(); ++i)
    {
      EXPECT_EQ(pieces[i].fields, whole[i].fields) << step;
      EXPECT_EQ(pieces[i].line, whole[i].line) << step;
      EXPECT_EQ(pieces[i].problem, whole[i].problem) << step;
    }
  }
}

TEST(CsvSplitter, OneStrayQuotationMarkCostsItsRowOnly)
{
  const auto rows = rows_of("a,b\n\"stray,1\nc,2\nd,3\n");
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_FALSE(rows[1].problem.empty());
  EXPECT_THAT(rows[2].fields, ElementsAre("c", "2"));
  EXPECT_EQ(rows[3].line, 4u);
}

TEST(CsvSplitter, RefusesWhatIsTooLongAndGoesOnAtTheNextLine)
{
  const CsvLimits limits{.row_bytes = 50, .field_bytes = 20, .columns = 3};
  const auto rows = rows_of(std::string(30, 'x') + "\n1,2,3,4\n" + std::string(200, 'y') + "\nok,1\n", 7, limits);
  EXPECT_FALSE(rows[0].problem.empty());
  EXPECT_FALSE(rows[1].problem.empty());
  EXPECT_FALSE(rows[2].problem.empty());
  EXPECT_THAT(rows.back().fields, ElementsAre("ok", "1"));
  EXPECT_EQ(rows.back().line, 4u);
}

TEST(CsvSplitter, RefusesBinaryRows) { EXPECT_FALSE(rows_of(std::string_view("a\0b,c\n", 6))[0].problem.empty()); }

// Rows of every kind: where the quick way splits, it must give the same beginning, line and length as the whole way.
TEST(CsvSplitter, SplitsTheBeginningOfARowAsTheWholeRow)
{
  const std::string text = "a,b,c\r\nd,e,f\n,,\n\"x\ny\",z,w\nlast,\"q\"\"r\",1\n\nonly\nm,n\ro,p\nend,of,text";
  CsvSplitter whole, quick;
  CsvRow row, beginning;
  std::string_view rest = text;
  int rows = 0;
  for (; whole.next(rest, CsvText::IsWhole, row) == CsvStep::Row; ++rows)
  {
    ASSERT_EQ(quick.next_beginning(rest, CsvText::IsWhole, 1, beginning), CsvStep::Row);
    EXPECT_EQ(beginning.bytes, row.bytes);
    EXPECT_EQ(beginning.line, row.line);
    EXPECT_EQ(beginning.is_blank(), row.is_blank());
    ASSERT_FALSE(beginning.fields.empty());
    EXPECT_EQ(beginning.fields[0], row.fields[0]);
    rest.remove_prefix(row.bytes);
  }
  EXPECT_EQ(rows, 10);
}

// Expected: by definition what the splitter gives that expects nothing.
TEST(CsvSplitter, GivesAReaderWhoExpectsAWidthTheSameRows)
{
  using namespace std::string_view_literals;
  const auto text = "a,b,c\r\n1,,\n,,\n\n1,2\n1,2,3,4\n\"x\ny\",2,3\n4,\"5\n6,z\0,7\n8\r9,10,11\n12,13,14\r\n15,16,17"sv;
  for (const std::size_t columns : {0u, 1u, 2u, 3u, 4u, 1001u})
  {
    CsvSplitter expecting, open;
    CsvRow row, same;
    auto rest = text;
    while (open.next(rest, CsvText::IsWhole, same) == CsvStep::Row)
    {
      ASSERT_EQ(expecting.next_of(columns, rest, CsvText::IsWhole, row), CsvStep::Row);
      EXPECT_EQ(row.fields, same.fields);
      EXPECT_EQ(row.problem, same.problem);
      EXPECT_EQ(row.line, same.line);
      ASSERT_EQ(row.bytes, same.bytes);
      rest.remove_prefix(row.bytes);
    }
    EXPECT_EQ(expecting.next_of(columns, rest, CsvText::IsWhole, row), CsvStep::End);
  }
}

TEST(CsvSplitter, RefusesTooManyColumnsAlsoWhereTheyAreExpected)
{
  CsvSplitter splitter(CsvLimits{.columns = 3});
  CsvRow row;
  ASSERT_EQ(splitter.next_of(4, "1,2,3,4\n", CsvText::IsWhole, row), CsvStep::Row);
  EXPECT_FALSE(row.problem.empty());
}

TEST(CsvSplitter, GivesAReaderWhoExpectsAWidthTheLineAfterALineThatIsTooLong)
{
  CsvSplitter splitter(CsvLimits{.row_bytes = 8, .field_bytes = 8});
  CsvRow row;
  ASSERT_EQ(splitter.next_of(2, "123456789", CsvText::MayGoOn, row), CsvStep::Row);
  ASSERT_EQ(splitter.next_of(2, "0,1\n2,3\n", CsvText::IsWhole, row), CsvStep::Row);
  EXPECT_FALSE(row.problem.empty());
  ASSERT_EQ(splitter.next_of(2, "2,3\n", CsvText::IsWhole, row), CsvStep::Row);
  EXPECT_THAT(row.fields, ElementsAre("2", "3"));
}
