#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nadir::report
{
/// What a fetch brought.
struct Fetched
{
  std::vector<std::filesystem::path> files;
  std::vector<std::string> refusals;  ///< words for each object that was not taken
  std::size_t missing = 0;            ///< objects that the peer said it could not send

  bool is_whole() const { return refusals.empty() && missing == 0; }
};
}  // namespace nadir::report
