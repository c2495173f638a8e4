#pragma once

#include <filesystem>

#include "measure/assessment/case.h"
#include "reading/store/record_store.h"
#include "tests/support/temporary_folder.h"

namespace nadir::testing
{
/// Folder of a generated phantom case (`nadir-phantom --list`), small enough for tests; made once a program and name.
std::filesystem::path phantom_case(const std::string& name);

/// The case file of a generated case.
measure::Case case_in(const std::filesystem::path& folder);

/// A record that holds everything that a case says, in a folder of its own.
class RecordedCase
{
public:
  explicit RecordedCase(const measure::Case& input);

  reading::RecordStore& store() { return store_; }
  const std::filesystem::path& path() const { return path_; }
  /// Issues an act that must be allowed.
  void issue(const reading::Act& act, const std::string& why = "because");

private:
  TemporaryFolder folder_;
  std::filesystem::path path_;
  reading::RecordStore store_;
};
}  // namespace nadir::testing
