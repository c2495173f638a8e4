#include "report/document/isolated_words.h"

#include <gtest/gtest.h>

using nadir::report::isolated_words;

namespace
{
const std::string begin = "\u2067", end = "\u2069";
}

TEST(IsolatedWords, LeaveTextFromLeftToRightAsItIs)
{
  for (const std::string text : {"", "T01: 40.0 mm", "Größe 左大腿 бедро 😀", "  blanks  "}) EXPECT_EQ(isolated_words(text), text);
}

// Without the marks, the bidirectional algorithm (UAX #9) shows the number that follows an Arabic name on its other side.
TEST(IsolatedWords, KeepNumbersOutsideAnArabicName)
{
  EXPECT_EQ(isolated_words("T03 الورم في عضلة الفخذ: 40.0 mm"), "T03 " + begin + "الورم في عضلة الفخذ" + end + ": 40.0 mm");
  EXPECT_EQ(isolated_words("الورم 40.0 + עצם 12.0 mm"), begin + "الورم" + end + " 40.0 + " + begin + "עצם" + end + " 12.0 mm");
}

TEST(IsolatedWords, EndWithTheText)
{
  EXPECT_EQ(isolated_words("محمد"), begin + "محمد" + end);
  EXPECT_EQ(isolated_words("محمد "), begin + "محمد" + end + " ");
}
