#include "report/document/base64.h"

#include <gtest/gtest.h>

using nadir::report::base64_of;
using nadir::report::bytes_of_base64;

// RFC 4648 section 10.
TEST(Base64, AgreesWithTheStandardsExamples)
{
  EXPECT_EQ(base64_of(""), "");
  EXPECT_EQ(base64_of("f"), "Zg==");
  EXPECT_EQ(base64_of("fo"), "Zm8=");
  EXPECT_EQ(base64_of("foo"), "Zm9v");
  EXPECT_EQ(base64_of("foob"), "Zm9vYg==");
  EXPECT_EQ(base64_of("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
}

TEST(Base64, TakesEveryByte) { EXPECT_EQ(base64_of(std::string_view("\x00\xFF\xFE", 3)), "AP/+"); }

TEST(Base64, IsReadBackAndNothingElseIs)
{
  for (const std::string bytes : {"", "f", "fo", "foo", "foob"}) EXPECT_EQ(bytes_of_base64(base64_of(bytes)), bytes);
  for (const char* text : {"Zg=", "Zg", "Z===", "Zh==", "Zm9v\n", "Zm8 ", "Z-9v"}) EXPECT_FALSE(bytes_of_base64(text)) << text;
}
