#include "tests/support/test_data.h"

#include <cstdlib>

namespace nadir::testing
{
std::filesystem::path test_data()
{
  const char* folder = std::getenv("NADIR_TEST_DATA");
  return folder != nullptr ? folder : "../shared/data";
}

bool has_test_data(const std::filesystem::path& part)
{
  std::error_code ignored;
  return std::filesystem::exists(test_data() / part, ignored);
}
}  // namespace nadir::testing
