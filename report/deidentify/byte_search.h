#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nadir::report
{
/// Looks for many words at once, in one pass over the bytes.
class ByteSearch
{
public:
  static constexpr std::size_t least_length = 4;  ///< shorter words are not looked for

  explicit ByteSearch(const std::set<std::string>& words);

  bool finds_any_in(std::string_view bytes) const;

private:
  bool begins_at(std::string_view rest) const;

  std::unordered_map<std::uint32_t, std::vector<std::string>> by_beginning_;  ///< by the first four bytes
  std::vector<bool> is_beginning_;                                            ///< by the first two
};
}  // namespace nadir::report
