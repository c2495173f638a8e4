#include "report/deidentify/byte_search.h"

#include <algorithm>

namespace nadir::report
{
namespace
{
std::uint32_t at(std::string_view bytes, std::size_t place) { return static_cast<unsigned char>(bytes[place]); }
std::uint32_t two(std::string_view bytes) { return at(bytes, 0) | (at(bytes, 1) << 8); }
std::uint32_t four(std::string_view bytes) { return two(bytes) | (at(bytes, 2) << 16) | (at(bytes, 3) << 24); }
}  // namespace

ByteSearch::ByteSearch(const std::set<std::string>& words) : is_beginning_(std::size_t{1} << 16)
{
  for (const auto& word : words)
  {
    if (word.size() < least_length) continue;
    by_beginning_[four(word)].push_back(word);
    is_beginning_[two(word)] = true;
  }
}

bool ByteSearch::finds_any_in(std::string_view bytes) const
{
  for (std::size_t place = 0; place + least_length <= bytes.size(); ++place)
  {
    const auto rest = bytes.substr(place);
    if (is_beginning_[two(rest)] && begins_at(rest)) return true;
  }
  return false;
}

bool ByteSearch::begins_at(std::string_view rest) const
{
  const auto found = by_beginning_.find(four(rest));
  if (found == by_beginning_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const std::string& word) { return rest.starts_with(word); });
}
}  // namespace nadir::report
