#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;

TEST(PhantomProgram, ListsItsCases)
{
  const auto run = run_program("nadir-phantom", {"--list"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, HasSubstr("stable-liquefaction"));
}

TEST(PhantomProgram, LeavesAFolderWithOtherFilesAlone)
{
  const TemporaryFolder folder;
  folder.write("thesis.txt", "mine");
  const auto run = run_program("nadir-phantom", {"--out", folder.path(), "--case", "complete-response", "--matrix", "64"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("phantom.folder-in-use"));
  EXPECT_TRUE(fs::exists(folder.path() / "thesis.txt"));
  EXPECT_FALSE(fs::exists(folder.path() / "complete-response"));
}

TEST(PhantomProgram, WritesAgainIntoItsOwnFolder)
{
  const TemporaryFolder folder;
  const std::vector<std::string> arguments{"--out", folder.path() / "cases", "--case", "complete-response", "--matrix", "64"};
  ASSERT_EQ(run_program("nadir-phantom", arguments).exit_code, 0);
  std::ofstream(folder.path() / "cases/complete-response/left_over.dcm") << "stale";
  ASSERT_EQ(run_program("nadir-phantom", arguments).exit_code, 0);
  EXPECT_TRUE(fs::exists(folder.path() / "cases/complete-response/case.json"));
  EXPECT_FALSE(fs::exists(folder.path() / "cases/complete-response/left_over.dcm"));
}

TEST(PhantomProgram, WritesTruthAsItsSchemaDescribes)
{
  const TemporaryFolder folder;
  for (const auto* name : {"complete-response", "nodal-calipers"})
    ASSERT_EQ(run_program("nadir-phantom", {"--out", folder.path(), "--case", name, "--matrix", "64"}).exit_code, 0);
  const auto run =
      run_system_program("/usr/bin/python3", {"tests/acceptance/validate_documents.py", "sample_data/phantom/truth.schema.json",
                                              folder.path() / "complete-response/truth.json", folder.path() / "nodal-calipers/truth.json"});
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
}

TEST(PhantomProgram, NamesAnUnknownCase)
{
  const TemporaryFolder folder;
  const auto run = run_program("nadir-phantom", {"--out", folder.path() / "cases", "--case", "no-such-case"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr("phantom.unknown-case"));
}

TEST(PhantomProgram, RefusesSizesThatMakeNoImage)
{
  EXPECT_NE(run_program("nadir-phantom", {"--out", "unused", "--matrix", "3"}).exit_code, 0);
  EXPECT_NE(run_program("nadir-phantom", {"--out", "unused", "--matrix", "100000"}).exit_code, 0);
}

TEST(PhantomProgram, WritesABenchmarkSeriesOfTheSizeAskedFor)
{
  const TemporaryFolder folder;
  const auto run = run_program("nadir-phantom", {"--bench", folder.path() / "bench", "--slices", "20", "--matrix", "128"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  std::uintmax_t files = 0, bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "bench"))
    if (entry.path().extension() == ".dcm")
    {
      ++files;
      bytes += entry.file_size();
    }
  EXPECT_EQ(files, 20u);
  EXPECT_GT(bytes, 20u * 128u * 128u * 2u);
}
