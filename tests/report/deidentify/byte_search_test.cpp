#include "report/deidentify/byte_search.h"

#include <gtest/gtest.h>

#include <random>

using nadir::report::ByteSearch;

TEST(ByteSearch, FindsAWordAtTheBeginningInTheMiddleAndAtTheEnd)
{
  const ByteSearch search({"Muster", "20240131"});
  for (const std::string text : {"Muster and more", "of Muster.", "Muster", "x20240131"}) EXPECT_TRUE(search.finds_any_in(text)) << text;
  for (const std::string text : {"", "Mus", "Muste", "muster", "2024013"}) EXPECT_FALSE(search.finds_any_in(text)) << text;
}

// The same answer as std::string::find on random bytes of a small alphabet, where there are many near misses.
TEST(ByteSearch, FindsWhatASearchWordByWordFinds)
{
  std::mt19937 random(7);
  const auto text_of = [&](std::size_t length)
  {
    std::string text(length, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int k = 0; k < 2000; ++k)
  {
    const std::set<std::string> words{text_of(4), text_of(5), text_of(7)};
    const std::string text = text_of(40);
    const bool is_there =
        std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
    EXPECT_EQ(ByteSearch(words).finds_any_in(text), is_there) << text;
  }
}
