#include "report/deidentify/name_text.h"

#include <algorithm>
#include <array>

#include "imaging/units/utf8_text.h"

namespace nadir::report
{
namespace
{
struct LetterRange
{
  char32_t first, last;
  const char* base;
};

/// Letters of Latin scripts and what they are without their marks (Unicode blocks Latin-1 Supplement and Latin Extended-A).
constexpr std::array<LetterRange, 55> letters{{
    {0xC0, 0xC5, "a"},   {0xC6, 0xC6, "ae"},  {0xC7, 0xC7, "c"},     {0xC8, 0xCB, "e"},      {0xCC, 0xCF, "i"},     {0xD0, 0xD0, "d"},
    {0xD1, 0xD1, "n"},   {0xD2, 0xD6, "o"},   {0xD8, 0xD8, "o"},     {0xD9, 0xDC, "u"},      {0xDD, 0xDD, "y"},     {0xDE, 0xDE, "th"},
    {0xDF, 0xDF, "ss"},  {0xE0, 0xE5, "a"},   {0xE6, 0xE6, "ae"},    {0xE7, 0xE7, "c"},      {0xE8, 0xEB, "e"},     {0xEC, 0xEF, "i"},
    {0xF0, 0xF0, "d"},   {0xF1, 0xF1, "n"},   {0xF2, 0xF6, "o"},     {0xF8, 0xF8, "o"},      {0xF9, 0xFC, "u"},     {0xFD, 0xFD, "y"},
    {0xFE, 0xFE, "th"},  {0xFF, 0xFF, "y"},   {0x100, 0x105, "a"},   {0x106, 0x10D, "c"},    {0x10E, 0x111, "d"},   {0x112, 0x11B, "e"},
    {0x11C, 0x123, "g"}, {0x124, 0x127, "h"}, {0x128, 0x131, "i"},   {0x132, 0x133, "ij"},   {0x134, 0x135, "j"},   {0x136, 0x138, "k"},
    {0x139, 0x142, "l"}, {0x143, 0x14B, "n"}, {0x14C, 0x151, "o"},   {0x152, 0x153, "oe"},   {0x154, 0x159, "r"},   {0x15A, 0x161, "s"},
    {0x162, 0x167, "t"}, {0x168, 0x173, "u"}, {0x174, 0x175, "w"},   {0x176, 0x178, "y"},    {0x179, 0x17E, "z"},   {0x17F, 0x17F, "s"},
    {0x218, 0x219, "s"}, {0x21A, 0x21B, "t"}, {0x1E02, 0x1E03, "b"}, {0x1E9E, 0x1E9E, "ss"}, {0x1EA0, 0x1EB7, "a"}, {0x1EB8, 0x1EC7, "e"},
    {0x300, 0x36F, ""},
}};

constexpr std::array<LetterRange, 10> spelled{{{0xC4, 0xC4, "ae"},
                                               {0xE4, 0xE4, "ae"},
                                               {0xD6, 0xD6, "oe"},
                                               {0xF6, 0xF6, "oe"},
                                               {0xDC, 0xDC, "ue"},
                                               {0xFC, 0xFC, "ue"},
                                               {0xC5, 0xC5, "aa"},
                                               {0xE5, 0xE5, "aa"},
                                               {0xD8, 0xD8, "oe"},
                                               {0xF8, 0xF8, "oe"}}};

template <std::size_t Count> const char* base_of(const std::array<LetterRange, Count>& ranges, char32_t letter)
{
  const auto found =
      std::find_if(ranges.begin(), ranges.end(), [&](const LetterRange& range) { return letter >= range.first && letter <= range.last; });
  return found == ranges.end() ? nullptr : found->base;
}

template <class Use> void for_each_letter(std::string_view text, const Use& use)
{
  const bool is_one_byte_a_letter = !is_utf8(text);
  while (!text.empty())
  {
    const auto letter = is_one_byte_a_letter ? CodePoint{static_cast<unsigned char>(text.front()), 1} : first_code_point(text);
    use(letter.value);
    text.remove_prefix(letter.bytes);
  }
}

void append_folded(std::string& out, char32_t letter)
{
  if (letter >= 'A' && letter <= 'Z') out += static_cast<char>(letter - 'A' + 'a');
  else if (const char* base = base_of(letters, letter)) out += base;
  else append_utf8(out, letter);
}
}  // namespace

std::string folded(std::string_view text)
{
  std::string out;
  for_each_letter(text, [&](char32_t letter) { append_folded(out, letter); });
  return out;
}

std::string spelled_out(std::string_view text)
{
  std::string out;
  for_each_letter(text,
                  [&](char32_t letter)
                  {
                    if (const char* pair = base_of(spelled, letter)) out += pair;
                    else append_folded(out, letter);
                  });
  return out;
}

std::string squeezed(std::string_view folded_text)
{
  std::string out;
  std::copy_if(folded_text.begin(), folded_text.end(), std::back_inserter(out), is_of_word);
  return out;
}

bool is_of_word(char c)
{
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
}  // namespace nadir::report
