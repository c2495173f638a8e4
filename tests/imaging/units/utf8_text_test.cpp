#include "imaging/units/utf8_text.h"

#include <gtest/gtest.h>

using nadir::append_utf8;
using nadir::first_code_point;

// Examples of RFC 3629 section 7 and the Unicode Standard table 3-7.
TEST(Utf8Text, ReadsWhatItWroteForEveryLengthOfSequence)
{
  for (const char32_t value : {U'A', U'\u00e9', U'\u2212', U'\ufffd', U'\U0001F600', U'\U0010FFFF'})
  {
    std::string text;
    append_utf8(text, value);
    const auto read = first_code_point(text);
    EXPECT_EQ(read.value, value);
    EXPECT_EQ(read.bytes, text.size());
  }
}

TEST(Utf8Text, WritesTheBytesOfTheStandard)
{
  std::string text;
  append_utf8(text, U'\u2212');
  EXPECT_EQ(text, "\xE2\x88\x92");
}

TEST(Utf8Text, ReplacesOneByteOfAnythingThatIsNotWellFormed)
{
  for (const std::string_view bad :
       {"\xFF", "\xC0\xAF", "\xE2\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2(\xA1", "\xF0\x80\x80\xAF"})
  {
    EXPECT_EQ(first_code_point(bad).value, 0xFFFDu);
    EXPECT_EQ(first_code_point(bad).bytes, 1u);
  }
}
