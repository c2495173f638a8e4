#pragma once

#include <filesystem>

namespace nadir::testing
{
/// Folder of the real test data: environment NADIR_TEST_DATA, default ../shared/data.
std::filesystem::path test_data();

/// Whether that part of it is there; tests skip by its name otherwise.
bool has_test_data(const std::filesystem::path& part);
}  // namespace nadir::testing

/// First line of a test that needs real data: skips it, naming what is absent.
#define NADIR_NEEDS_TEST_DATA(part)                                                                                                        \
  if (!::nadir::testing::has_test_data(part)) GTEST_SKIP() << "real test data are absent: " << ::nadir::testing::test_data() / (part)
