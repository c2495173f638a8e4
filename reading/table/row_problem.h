#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nadir::reading
{
/// What is wrong with one row, for the person who has to correct it.
struct RowProblem
{
  std::uint64_t line = 0;  ///< physical line of the file, 1 = header
  std::string column;      ///< name as in the header; empty when the whole row is meant
  std::string message;     ///< "problem (why it matters). What to do."
  std::string file = {};   ///< when it is not the table the other rows are in
};

/// What to do about text in another encoding.
inline constexpr std::string_view save_as_utf8 = "Save the table as \"CSV UTF-8\".";

/// "readings.csv:12: column diameter_mm: ..."; `file` names the table.
std::string in_words(std::string_view file, const RowProblem& problem);

/// Letters to insert, delete or replace to turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word of a list that is nearest to `word`: its beginning, or few letters apart (two, or a third of a long word); else empty.
template <class Words> std::string nearest_word(std::string_view word, const Words& words)
{
  std::string nearest;
  std::size_t smallest = 1 + (word.size() > 8 ? word.size() / 3 : 2U);
  for (const auto& known : words)
  {
    const std::string_view text = known;
    const auto distance = text.starts_with(word) && word.size() > 3 ? 1 : edit_distance(word, text);
    if (distance < smallest) nearest = text;
    smallest = distance < smallest ? distance : smallest;
  }
  return nearest;
}
}  // namespace nadir::reading
