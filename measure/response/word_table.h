#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nadir::measure::detail
{
/// Words of an enumeration, one row each; the first row of a value gives its name, further rows are accepted spellings.
template <class Enum, std::size_t Count> using WordTable = std::array<std::pair<Enum, std::string_view>, Count>;

template <class Enum, std::size_t Count> std::string_view word_of(const WordTable<Enum, Count>& table, Enum value)
{
  const auto row = std::find_if(table.begin(), table.end(), [value](const auto& entry) { return entry.first == value; });
  return row == table.end() ? std::string_view{} : row->second;
}

/// Upper case of ASCII letters; '-' and ' ' become '_'. Locale-free.
inline std::string normalized_word(std::string_view word)
{
  std::string text(word);
  for (auto& character : text)
  {
    if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    if (character == '-' || character == ' ') character = '_';
  }
  return text;
}

template <class Enum, std::size_t Count> std::optional<Enum> value_of(const WordTable<Enum, Count>& table, std::string_view word)
{
  const auto wanted = normalized_word(word);
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return normalized_word(entry.second) == wanted; });
  return row == table.end() ? std::nullopt : std::optional<Enum>(row->first);
}
} // namespace nadir::measure::detail
