// Every case at its default size against sample_data/checksums.sha256. The digests are characterised, not verified: they say that nothing
// changed, which is what a user who compares two machines needs.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "imaging/digest/sha256.h"
#include "sample_data/phantom/case_catalogue.h"
#include "sample_data/phantom/case_writer.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace nadir::phantom;

namespace nadir::phantom
{
void PrintTo(const CasePlan& plan, std::ostream* out) { *out << plan.name; }
}  // namespace nadir::phantom

namespace
{
std::string content_of(const fs::path& file)
{
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// What `find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum` prints.
std::string digest_of_folder(const fs::path& folder)
{
  std::map<std::string, fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files["./" + fs::relative(entry.path(), folder).string()] = entry.path();
  std::string list;
  for (const auto& [name, path] : files) list += nadir::imaging::sha256_of(content_of(path)) + "  " + name + "\n";
  return nadir::imaging::sha256_of(list);
}

std::map<std::string, std::string> written_checksums()
{
  std::map<std::string, std::string> checksums;
  std::ifstream stream("sample_data/checksums.sha256");
  for (std::string digest, name; stream >> digest >> name;) checksums[name] = digest;
  return checksums;
}
}  // namespace

class CaseChecksum : public testing::TestWithParam<CasePlan>
{
};

TEST_P(CaseChecksum, IsTheWrittenOne)
{
  const nadir::testing::TemporaryFolder folder;
  ASSERT_TRUE(write_case(GetParam(), {}, folder.path()));
  EXPECT_EQ(digest_of_folder(folder.path()), written_checksums()[GetParam().name]);
}

INSTANTIATE_TEST_SUITE_P(EveryCase, CaseChecksum, testing::ValuesIn(case_catalogue()),
                         [](const auto& test)
                         {
                           auto name = test.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });
