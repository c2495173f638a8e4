#pragma once

#include <cstdlib>
#include <filesystem>

namespace nadir::test
{
/// Folder of the real test data (NADIR_TEST_DATA, else beside the project).
inline std::filesystem::path real_data()
{
  const char* const given = std::getenv("NADIR_TEST_DATA");
  return given != nullptr ? std::filesystem::path(given) : std::filesystem::path("../shared/data");
}
}  // namespace nadir::test

/// Skips the test by name when the file is not there.
#define NADIR_NEEDS(path) \
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << (path).string()
