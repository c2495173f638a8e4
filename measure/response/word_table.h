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
constexpr char normalized(char character)
{
  if (character >= 'a' && character <= 'z') return static_cast<char>(character - 'a' + 'A');
  return character == '-' || character == ' ' ? '_' : character;
}

inline std::string normalized_word(std::string_view word)
{
  std::string text(word);
  for (auto& character : text) character = normalized(character);
  return text;
}

/// Whether both are one word but for letter case and '-', ' ' or '_'.
constexpr bool is_same_word(std::string_view a, std::string_view b)
{
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return normalized(x) == normalized(y); });
}

template <class Enum, std::size_t Count> std::optional<Enum> value_of(const WordTable<Enum, Count>& table, std::string_view word)
{
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return is_same_word(entry.second, word); });
  return row == table.end() ? std::nullopt : std::optional<Enum>(row->first);
}
}  // namespace nadir::measure::detail
