#include "report/document/html.h"

#include <gtest/gtest.h>

using nadir::report::element;
using nadir::report::empty_element;
using nadir::report::text;

TEST(Html, EscapesEverythingThatCouldBecomeMarkup)
{
  EXPECT_EQ(text("<b a=\"1\" c='2'>&").markup(), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
}

TEST(Html, EscapesAttributeValues)
{
  EXPECT_EQ(element("p", {{"title", "\"><script>"}}, text("x")).markup(), "<p title=\"&quot;&gt;&lt;script&gt;\">x</p>");
  EXPECT_EQ(empty_element("meta", {{"content", "'"}}).markup(), "<meta content=\"&#39;\"/>");
}

// Unicode chart U+2400: pictures for C0 controls; U+2421 for DEL.
TEST(Html, ShowsControlCharactersInsteadOfSendingThem)
{
  EXPECT_EQ(text(std::string_view("\x00\x1b\n\x7f", 4)).markup(), "\u2400\u241b\u240a\u2421");
  EXPECT_EQ(text("\xC2\x9B").markup(), "\uFFFD");
}

TEST(Html, ShowsMarksThatTurnTheWritingDirection) { EXPECT_EQ(text("a\u202Eb\u2066").markup(), "a[U+202E]b[U+2066]"); }

TEST(Html, ReplacesBytesThatAreNoUtf8AndNoncharacters)
{
  EXPECT_EQ(text("a\xFFz").markup(), "a\uFFFDz");
  EXPECT_EQ(text("\uFFFE").markup(), "\uFFFD");
}

TEST(Html, KeepsOrdinaryTextOfAnyLanguage) { EXPECT_EQ(text("Röntgen − 5 × 3 mm, 肉腫").markup(), "Röntgen − 5 × 3 mm, 肉腫"); }

TEST(Html, CannotBeMadeFromAString)
{
  EXPECT_FALSE((std::is_constructible_v<nadir::report::Html, std::string>));
  EXPECT_FALSE((std::is_convertible_v<const char*, nadir::report::Html>));
}
