#include "imaging/storage/write_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace fs = std::filesystem;
using nadir::imaging::write_file;
using nadir::imaging::write_files;
using nadir::imaging::WriteError;
using ::testing::HasSubstr;

namespace
{
class WriteFile : public ::testing::Test
{
protected:
  WriteFile() : folder_(fs::temp_directory_path() / ("nadir-write-file-" + std::to_string(::getpid()))) { fs::create_directories(folder_); }
  ~WriteFile() override { fs::remove_all(folder_); }

  static std::string content(const fs::path& path)
  {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {})); }

  fs::path folder_;
};

/// What an act says while files may have 1,000 bytes at most.
template <class Act> nadir::Result<nadir::Done> on_a_full_disk(Act act)
{
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const auto written = act();
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  return written;
}

void expect_failure(const nadir::Result<nadir::Done>& written, WriteError error)
{
  ASSERT_FALSE(written);
  EXPECT_TRUE(written.failure().is(error)) << written.failure().message();
}
}  // namespace

TEST_F(WriteFile, WritesEveryByte)
{
  std::string bytes(300'000, '\0');
  for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = static_cast<char>(k * 31);
  ASSERT_TRUE(write_file(folder_ / "a.bin", bytes));
  EXPECT_EQ(content(folder_ / "a.bin"), bytes);
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteFile, ReplacesWhatWasThere)
{
  ASSERT_TRUE(write_file(folder_ / "a", "old and longer"));
  ASSERT_TRUE(write_file(folder_ / "a", "new"));
  EXPECT_EQ(content(folder_ / "a"), "new");
}

TEST_F(WriteFile, GivesTheFileThePermissionsOfTheUsersMask)
{
  const mode_t before = ::umask(027);
  const auto written = write_file(folder_ / "a", "x");
  ::umask(before);
  ASSERT_TRUE(written);
  EXPECT_EQ(fs::status(folder_ / "a").permissions(), static_cast<fs::perms>(0640));
}

TEST_F(WriteFile, ReplacesALinkAndNotWhatItPointsTo)
{
  ASSERT_TRUE(write_file(folder_ / "precious", "precious"));
  fs::create_symlink(folder_ / "precious", folder_ / "link");
  ASSERT_TRUE(write_file(folder_ / "link", "new"));
  EXPECT_EQ(content(folder_ / "precious"), "precious");
  EXPECT_EQ(content(folder_ / "link"), "new");
}

TEST_F(WriteFile, NamesAMissingFolder)
{
  expect_failure(write_file(folder_ / "none" / "a", "x"), WriteError::FolderMissing);
  ASSERT_TRUE(write_file(folder_ / "file", "x"));
  expect_failure(write_file(folder_ / "file" / "a", "x"), WriteError::FolderMissing);
}

TEST_F(WriteFile, DoesNotReplaceAFolder)
{
  fs::create_directory(folder_ / "a");
  expect_failure(write_file(folder_ / "a", "x"), WriteError::NotWritable);
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteFile, NamesAPlaceThatMayNotBeWritten)
{
  if (!fs::is_directory("/proc/self")) GTEST_SKIP() << "/proc is not mounted";
  const auto written = write_file("/proc/self/report.html", "x");
  ASSERT_FALSE(written);
  EXPECT_THAT(written.failure().message(), HasSubstr("/proc/self/report.html"));
}

// A limit on the size of files stands in for a full disk: both end a write half way.
TEST_F(WriteFile, LeavesTheOldFileAndNothingElseWhenTheDiskIsFull)
{
  ASSERT_TRUE(write_file(folder_ / "a", "old"));
  expect_failure(on_a_full_disk([&] { return write_file(folder_ / "a", std::string(5000, 'x')); }), WriteError::DiskFull);
  EXPECT_EQ(content(folder_ / "a"), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteFile, OfSeveralThatBelongTogetherLeavesAllOldOnesWhenTheDiskIsFull)
{
  const std::string page = "new page", paper(5000, 'x');
  ASSERT_TRUE(write_files(folder_, {{"a.html", "old page"}, {"a.pdf", "old paper"}}));
  expect_failure(on_a_full_disk([&] { return write_files(folder_, {{"a.html", page}, {"a.pdf", paper}}); }), WriteError::DiskFull);
  EXPECT_EQ(content(folder_ / "a.html"), "old page");
  EXPECT_EQ(content(folder_ / "a.pdf"), "old paper");
  EXPECT_EQ(files(), 2u);
  ASSERT_TRUE(write_files(folder_, {{"a.html", page}, {"a.pdf", paper}}));
  EXPECT_EQ(content(folder_ / "a.pdf"), paper);
}
