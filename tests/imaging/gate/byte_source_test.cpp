#include "imaging/gate/byte_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <numeric>
#include <string>

#include "imaging/gate/dicom_file.h"
#include "tests/support/gate_invariants.h"
#include "tests/support/hostile_corpus.h"
#include "tests/support/mutant.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using nadir::imaging::detail::ByteSource;

namespace
{
constexpr std::size_t file_size = 1'000'000;

/// A text whose byte at offset n is n modulo 251.
std::string pattern()
{
  std::string text(file_size, '\0');
  for (std::size_t n = 0; n < text.size(); ++n) text[n] = static_cast<char>(n % 251);
  return text;
}

bool is_pattern(std::span<const std::byte> bytes, std::size_t offset)
{
  for (std::size_t n = 0; n < bytes.size(); ++n)
    if (bytes[n] != static_cast<std::byte>((offset + n) % 251)) return false;
  return true;
}

/// The same bytes through a file on disk and through memory: same verdict, same content.
void expect_same_from_disk(const TemporaryFolder& folder, const Bytes& bytes)
{
  const auto path = folder.write("file.dcm", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  const auto disk = DicomFile::open(path), memory = DicomFile::parse(bytes);
  ASSERT_EQ(disk.has_value(), memory.has_value());
  EXPECT_TRUE(disk ? nadir::testing::are_alike(*disk, *memory) : disk.failure().message() == memory.failure().message());
}
}  // namespace

TEST(ByteSource, GivesTheBytesOfTheFileInAnySteps)
{
  const TemporaryFolder folder;
  auto source = ByteSource::of_file(folder.write("a", pattern()));
  ASSERT_TRUE(source);
  EXPECT_EQ(source->size(), file_size);
  std::size_t offset = 0;
  for (const std::size_t step : {1u, 8u, 31'000u, 2u, 70'000u, 300'000u, 12u, 598'946u})
  {
    const auto* bytes = source->keep(offset, step);
    ASSERT_NE(bytes, nullptr) << offset;
    EXPECT_TRUE(is_pattern({bytes, step}, offset));
    offset += step;
  }
  EXPECT_EQ(source->keep(file_size - 1, 2), nullptr);
  EXPECT_EQ(source->peek(file_size - 1, 2), nullptr);
  EXPECT_EQ(source->peek(~std::uint64_t{0} - 3, 8), nullptr);
}

TEST(ByteSource, KeepsWhatLiesBeforeAndBehindAJump)
{
  const TemporaryFolder folder;
  auto source = ByteSource::of_file(folder.write("a", pattern()));
  ASSERT_TRUE(source);
  ASSERT_NE(source->keep(0, 5000), nullptr);
  const auto* glance = source->peek(500'000, 100);
  ASSERT_NE(glance, nullptr);
  EXPECT_TRUE(is_pattern({glance, 100}, 500'000));
  source->jump(4000, 900'000);
  ASSERT_NE(source->keep(900'000, 50'000), nullptr);
  const auto store = source->take(file_size);
  EXPECT_EQ(store.head.size(), 4000u);
  EXPECT_TRUE(is_pattern(store.bytes(0, 4000), 0));
  EXPECT_TRUE(is_pattern(store.bytes(900'000, 50'000), 900'000));
}

// Another program cuts the file while it is read: a refusal, not a signal.
TEST(ByteSource, SurvivesAFileThatShrinksWhileItIsRead)
{
  const TemporaryFolder folder;
  const auto path = folder.write("a", pattern());
  auto source = ByteSource::of_file(path);
  ASSERT_TRUE(source);
  ASSERT_NE(source->keep(0, 100), nullptr);
  std::filesystem::resize_file(path, 50'000);
  EXPECT_EQ(source->keep(100, 200'000), nullptr);
  EXPECT_EQ(source->peek(600'000, 8), nullptr);
}

TEST(ByteSource, DoesNotWaitForThePipeItRefuses)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "pipe.dcm";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  EXPECT_TRUE(DicomFile::open(path).failure().is(GateError::Unreadable));
}

TEST(ByteSource, ReadsHostileFilesAlikeFromDiskAndFromMemory)
{
  constexpr std::size_t largest = 1 << 20;
  const TemporaryFolder folder;
  for (const auto& file : hostile_corpus())
  {
    SCOPED_TRACE(file.family + ": " + file.name);
    const auto bytes = file.bytes();
    if (bytes.size() <= largest) expect_same_from_disk(folder, bytes);
  }
  const auto seeds = mutation_seeds();
  for (std::uint64_t number = 0; number < 500; ++number) expect_same_from_disk(folder, mutant(seeds, number).bytes);
}
