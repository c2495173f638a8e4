#include "report/table/json_text.h"

#include <gtest/gtest.h>

#include <limits>

#include "imaging/result/expects.h"

using nadir::report::JsonText;

namespace
{
std::string json_of(double value)
{
  JsonText out;
  out.number(value);
  return std::move(out).finish();
}

std::string json_of(std::string_view value)
{
  JsonText out;
  out.text(value);
  return std::move(out).finish();
}
}  // namespace

TEST(JsonText, WritesTheShortestDecimalThatReadsBackTheSame)
{
  EXPECT_EQ(json_of(0.1), "0.1\n");
  EXPECT_EQ(json_of(87.3), "87.3\n");
  EXPECT_EQ(json_of(0.1 + 0.2), "0.30000000000000004\n");
  EXPECT_EQ(json_of(-0.0), "0\n");
}

TEST(JsonText, WritesNullForWhatIsNoNumber)
{
  EXPECT_EQ(json_of(std::numeric_limits<double>::quiet_NaN()), "null\n");
  EXPECT_EQ(json_of(std::numeric_limits<double>::infinity()), "null\n");
}

TEST(JsonText, EscapesControlCharactersAndReplacesBrokenUtf8)
{
  EXPECT_EQ(json_of("a\"b\\c\n\x01\x7f"), "\"a\\\"b\\\\c\\n\\u0001\\u007f\"\n");
  EXPECT_EQ(json_of("\xFFz"), "\"\xEF\xBF\xBDz\"\n");
}

TEST(JsonText, KeepsTheOrderOfTheCallsAndIndents)
{
  JsonText out;
  out.begin_object();
  out.key("b");
  out.begin_array();
  out.integer(1);
  out.integer(2);
  out.end_array();
  out.key("a");
  out.begin_object();
  out.end_object();
  out.key("p");
  out.point({1.5, -2.0, 0.0});
  out.end_object();
  EXPECT_EQ(std::move(out).finish(), "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {},\n  \"p\": [1.5, -2, 0]\n}\n");
}

TEST(JsonText, ThatIsNotClosedIsABug)
{
  JsonText out;
  out.begin_object();
  EXPECT_THROW(std::move(out).finish(), nadir::ContractViolation);
}
