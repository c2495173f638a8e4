#pragma once

#include <string>
#include <string_view>

namespace nadir::imaging
{
/// Adds an item to a list in text: append("a", "b", ", ") -> "a, b".
inline void append(std::string& list, std::string_view item, std::string_view separator)
{
  if (!list.empty()) list += separator;
  list += item;
}

/// True when one of the values between backslashes is `value`: has_value("SE\\IR", "IR").
inline bool has_value(std::string_view values, std::string_view value)
{
  while (true)
  {
    const auto end = values.find('\\');
    if (values.substr(0, end) == value) return true;
    if (end == std::string_view::npos) return false;
    values.remove_prefix(end + 1);
  }
}
}  // namespace nadir::imaging
