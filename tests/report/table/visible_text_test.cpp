#include "report/table/visible_text.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "tests/report/support/random_assessment.h"

using namespace nadir::report;

TEST(VisibleText, SpellsControlCharactersAndItsOwnMark)
{
  EXPECT_EQ(visible_text("a\r\nb\x7f"), "a{U+000D}{U+000A}b{U+007F}");
  EXPECT_EQ(visible_text("{U+0041} {U"), "{U+007B}U+0041} {U");
  EXPECT_EQ(visible_text("Größe 大"), "Größe 大");
  EXPECT_EQ(ascii_text(" Größe😀 "), "{U+0020}Gr{U+00F6}{U+00DF}e{U+1F600}{U+0020}");
}

TEST(VisibleText, GivesBackEveryTextOfWellFormedUtf8)
{
  std::mt19937_64 random(2);
  for (int i = 0; i < 5000; ++i)
  {
    const auto text = original_text(visible_text(nadir::test::odd_text(random)));  // bytes that are no UTF-8 are repaired once
    EXPECT_EQ(original_text(visible_text(text)), text);
    EXPECT_EQ(original_text(ascii_text(text)), text);
    EXPECT_EQ(original_text(original_text(ascii_text(visible_text(text)))), text);
    const auto ascii = ascii_text(text);
    EXPECT_TRUE(std::all_of(ascii.begin(), ascii.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) << ascii;
  }
}
