// The record on disk: what was confirmed stays, nothing else is seen, one program writes.
#include "reading/store/record_store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "imaging/digest/sha256.h"
#include "reading/store/head_file.h"
#include "tests/reading/record/random_reader.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::RandomReader;
using nadir::testing::stamp_of;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace
{
const BeginRecord beginning{RecordId{std::string(32, 'a')}, "P1"};

RecordStore begun(const fs::path& path)
{
  auto store = RecordStore::begin(path, {beginning, ReaderId{"A"}, ""}, stamp_of(0));
  EXPECT_TRUE(store) << store.failure().message();
  return std::move(*store);
}

Result<Event> comment(RecordStore& store, const std::string& text)
{
  return store.issue({AddComment{text}, ReaderId{"A"}, ""}, stamp_of(store.reading().events()));
}

std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs `work` in a child process and gives its exit code; -1 when it was ended by a signal.
template <class Work> int in_child(Work work)
{
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
}  // namespace

TEST(RecordStore, IsReadBackAsItWasWritten)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P 1?#%.nadir";
  std::string state, head;
  {
    auto store = begun(path);
    RandomReader reader(7, "A");
    for (int k = 0; k < 240; ++k)
    {
      const std::string blob = "bytes of " + std::to_string(k);
      (void)store.issue(reader.next(store.reading()), stamp_of(k), std::vector{blob});
    }
    state = store.reading().state_digest().text();
    head = store.head().text();
  }
  const auto store = RecordStore::open(path, Access::ReadOnly);
  ASSERT_TRUE(store) << store.failure().message();
  EXPECT_GT(store->events().size(), 10u);
  EXPECT_EQ(store->reading().state_digest().text(), state);
  EXPECT_EQ(store->head().text(), head);
}

TEST(RecordStore, IsOneFileAndItsHeadOnceClosed)
{
  const TemporaryFolder folder;
  {
    auto store = begun(folder.path() / "P1.nadir");
    ASSERT_TRUE(comment(store, "one"));
  }
  (void)RecordStore::open(folder.path() / "P1.nadir", Access::ReadOnly);
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path())) names.insert(entry.path().filename());
  EXPECT_THAT(names, ::testing::ElementsAre("P1.nadir", "P1.nadir.head"));
}

TEST(RecordStore, IsWholeInACopyOfItsOneFileTakenWhileItIsOpen)
{
  const TemporaryFolder folder;
  auto store = begun(folder.path() / "P1.nadir");
  for (int k = 0; k < 30; ++k) ASSERT_TRUE(comment(store, "comment " + std::to_string(k)));
  fs::copy_file(folder.path() / "P1.nadir", folder.path() / "copy.nadir");
  const auto copy = RecordStore::open(folder.path() / "copy.nadir", Access::ReadOnly);
  ASSERT_TRUE(copy) << copy.failure().message();
  EXPECT_EQ(copy->events().size(), 31u);
  EXPECT_EQ(copy->head().text(), store.head().text());
}

TEST(RecordStore, KeepsABlobOnceAndGivesItBack)
{
  const TemporaryFolder folder;
  auto store = begun(folder.path() / "P1.nadir");
  const std::string list(3'000'000, 'x');
  const Digest digest{imaging::sha256_of(list)};
  const auto load = [&](const char* label, std::span<const std::string> blobs) {
    return store.issue({LoadImages{TimepointLabel{label}, digest}, ReaderId{"A"}, ""}, stamp_of(1), blobs);
  };
  EXPECT_TRUE(load("baseline", {}).failure().is(RecordError::NotAllowed)) << "an act may not name bytes that nobody has";
  ASSERT_TRUE(load("baseline", std::vector{list}));
  ASSERT_TRUE(load("week 6", std::vector{list}));
  ASSERT_TRUE(load("week 12", {}));
  EXPECT_EQ(*store.blob(digest), list);
  EXPECT_TRUE(store.blob(nadir::testing::digest_of(5)).failure().is(RecordError::CannotOpen));
}

TEST(RecordStore, RemembersWhereImagesLieOutsideTheReading)
{
  const TemporaryFolder folder;
  const auto images = nadir::testing::digest_of(1);
  auto store = begun(folder.path() / "P1.nadir");
  const auto head = store.head();
  EXPECT_EQ(store.place_of(images), std::nullopt);
  ASSERT_TRUE(store.remember_place(images, "/data/one"));
  ASSERT_TRUE(store.remember_place(images, "/data/two"));
  EXPECT_EQ(store.place_of(images), fs::path("/data/two"));
  EXPECT_EQ(store.head(), head);
}

TEST(RecordStore, IsNeverWrittenOver)
{
  const TemporaryFolder folder;
  const auto path = folder.write("P1.nadir", "something else");
  EXPECT_TRUE(RecordStore::begin(path, {beginning, ReaderId{"A"}, ""}, stamp_of(0)).failure().is(RecordError::Exists));
  EXPECT_EQ(bytes_of(path), "something else");
  EXPECT_TRUE(RecordStore::open(path, Access::Write).failure().is(RecordError::Damaged)) << "no SQLite file";
  EXPECT_TRUE(RecordStore::open(folder.path(), Access::Write).failure().is(RecordError::CannotOpen));
  EXPECT_TRUE(RecordStore::open(folder.path() / "none", Access::Write).failure().is(RecordError::CannotOpen));
}

/// SQLite would play a log that is left over into the new file.
TEST(RecordStore, DoesNotBeginBesideTheLogOfALostRecord)
{
  const TemporaryFolder folder;
  folder.write("P1.nadir-wal", "log");
  const auto store = RecordStore::begin(folder.path() / "P1.nadir", {beginning, ReaderId{"A"}, ""}, stamp_of(0));
  EXPECT_TRUE(store.failure().is(RecordError::Exists));
}

TEST(RecordStore, RefusesChangesBehindItsBack)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  {
    auto store = begun(path);
    const std::string list = "list";
    ASSERT_TRUE(store.issue({LoadImages{TimepointLabel{"baseline"}, Digest{imaging::sha256_of(list)}}, ReaderId{"A"}, ""}, stamp_of(1),
                            std::vector{list}));
    ASSERT_TRUE(store.remember_place(nadir::testing::digest_of(1), "/data"));
  }
  auto database = Database::open(path, Database::Mode::Write);
  ASSERT_TRUE(database);
  for (const char* sql : {"UPDATE event SET body = 'x'", "DELETE FROM event", "INSERT INTO event VALUES (7, 'x', 'y')",
                          "INSERT OR REPLACE INTO event VALUES (1, 'x', 'y')", "UPDATE blob SET bytes = x'00'", "DELETE FROM place",
                          "INSERT INTO event VALUES ('a', 'x', 'y')", "INSERT OR REPLACE INTO blob SELECT 1, digest, x'00' FROM blob"})
    EXPECT_FALSE(database->run(sql)) << sql;
}

TEST(RecordStore, LeavesRecordsOfNewerProgramsAlone)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  (void)begun(path);
  ASSERT_TRUE(Database::open(path, Database::Mode::Write)->run("PRAGMA user_version=2"));
  const auto store = RecordStore::open(path, Access::Write);
  ASSERT_FALSE(store);
  EXPECT_TRUE(store.failure().is(RecordError::NewerVersion)) << store.failure().message();
}

TEST(RecordStore, TellsTheSecondProgramThatAnotherOneWrites)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  auto store = begun(path);
  ASSERT_TRUE(comment(store, "mine"));
  const int code = in_child(
      [&]
      {
        auto second = RecordStore::open(path, Access::Write);
        if (!second) return 1;
        if (!second->is_read_only()) return 2;
        if (second->read_only_reason().find("written by another program") == std::string::npos) return 3;
        if (second->events().size() != 2) return 4;
        return comment(*second, "theirs").failure().is(RecordError::ReadOnly) ? 0 : 5;
      });
  EXPECT_EQ(code, 0);
  ASSERT_TRUE(comment(store, "mine again"));
  EXPECT_EQ(store.events().size(), 3u);
}

/// The lock may fail on network disks: then an append finds that the record has grown, and refuses.
TEST(RecordStore, NeverForksEvenWithoutALock)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  auto store = begun(path);
  fs::remove(path.string() + ".lock");
  const int code = in_child(
      [&]
      {
        auto second = RecordStore::open(path, Access::Write);
        return second && !second->is_read_only() && comment(*second, "theirs") ? 0 : 1;
      });
  ASSERT_EQ(code, 0);
  const auto late = comment(store, "mine");
  ASSERT_FALSE(late);
  EXPECT_TRUE(late.failure().is(RecordError::ChangedElsewhere)) << late.failure().message();
  const auto again = RecordStore::open(path, Access::ReadOnly);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->events().size(), 2u);
}

/// Two programs that take turns for 40 events: whoever holds the record writes, the other waits for it.
TEST(RecordStore, TakesEventsOfTwoProgramsInTurns)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  (void)begun(path);
  const auto write_20 = [&](const std::string& who)
  {
    int written = 0;
    for (int attempt = 0; attempt < 100'000 && written < 20; ++attempt)
    {
      auto store = RecordStore::open(path, Access::Write);
      if (!store) return 1;
      if (store->is_read_only()) ::usleep(200);
      else if (store->issue({AddComment{who}, ReaderId{who}, ""}, stamp_of(1))) ++written;
      else return 2;
    }
    return written == 20 ? 0 : 3;
  };
  const pid_t other = ::fork();
  if (other == 0) ::_exit(write_20("B"));
  const int mine = write_20("A");
  int status = 0;
  ::waitpid(other, &status, 0);
  EXPECT_EQ(mine, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  const auto store = RecordStore::open(path, Access::ReadOnly);
  ASSERT_TRUE(store) << store.failure().message();
  EXPECT_EQ(store->events().size(), 41u);
}

/// The largest file the process may write stands for a full disk: the system refuses in the same way, at every possible place.
TEST(RecordStore, RefusesInWordsWhenTheDiskIsFullAndKeepsWhatWasConfirmed)
{
  int refused = 0;
  for (rlim_t limit = 4096; limit < 120'000; limit += 7'000)
  {
    const TemporaryFolder folder;
    const auto path = folder.path() / "P1.nadir";
    (void)begun(path);
    const int confirmed = in_child(
        [&]
        {
          std::signal(SIGXFSZ, SIG_IGN);
          auto store = RecordStore::open(path, Access::Write);
          const rlimit limited{limit, limit};
          ::setrlimit(RLIMIT_FSIZE, &limited);
          for (int k = 0; store && k < 100; ++k)
          {
            const auto event = comment(*store, std::string(2'000, 'c'));
            if (event) continue;
            const bool in_words = event.failure().is(RecordError::DiskFull) && store->reading().events() == k + 1;
            return in_words ? k : 200;
          }
          return 100;
        });
    ASSERT_GE(confirmed, 0) << "died at a limit of " << limit;
    ASSERT_LE(confirmed, 100) << "another refusal than that of a full disk at a limit of " << limit;
    if (confirmed < 100) ++refused;
    auto store = RecordStore::open(path, Access::Write);
    ASSERT_TRUE(store) << store.failure().message();
    EXPECT_EQ(store->events().size(), static_cast<std::size_t>(confirmed) + 1) << "at a limit of " << limit;
    EXPECT_TRUE(comment(*store, "space again")) << "still usable";
  }
  EXPECT_GT(refused, 10) << "the limit was hardly ever reached; the test saw too little";
}

TEST(RecordStore, BeginsNothingHalfOnAFullDisk)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  const int code = in_child(
      [&]
      {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{8192, 8192};
        ::setrlimit(RLIMIT_FSIZE, &limited);
        return RecordStore::begin(path, {beginning, ReaderId{"A"}, ""}, stamp_of(0)).failure().is(RecordError::DiskFull) ? 0 : 1;
      });
  EXPECT_EQ(code, 0);
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(RecordStore, OpensForReadingWhereNothingCanBeWritten)
{
  if (::getuid() != 0) GTEST_SKIP() << "needs to become another user";
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  (void)begun(path);
  fs::permissions(folder.path(), fs::perms{0755});
  const int code = in_child(
      [&]
      {
        if (::setuid(65534) != 0) return 1;
        auto store = RecordStore::open(path, Access::Write);
        if (!store || !store->is_read_only()) return 2;
        if (store->read_only_reason().find("nothing can be written") == std::string::npos) return 3;
        return comment(*store, "no").failure().is(RecordError::ReadOnly) ? 0 : 4;
      });
  EXPECT_EQ(code, 0);
}

TEST(RecordStore, MissesEventsThatWereCutOff)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  (void)begun(path);
  const auto early = bytes_of(path);
  {
    auto store = RecordStore::open(path, Access::Write);
    ASSERT_TRUE(comment(*store, "late"));
  }
  folder.write("P1.nadir", early);
  const auto store = RecordStore::open(path, Access::Write);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.failure().message(), HasSubstr("ends with event 1, but 2 were confirmed"));
}

TEST(RecordStore, WritesNothingIntoAFileThatSomethingElseChanged)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  (void)begun(path);
  auto bytes = bytes_of(path);
  bytes[95] = static_cast<char>(bytes[95] ^ 1);  // last byte of "version-valid-for" in the SQLite header: no content
  folder.write("P1.nadir", bytes);
  auto store = RecordStore::open(path, Access::Write);
  ASSERT_TRUE(store) << store.failure().message();
  EXPECT_THAT(store->read_only_reason(), HasSubstr("changed by something else"));
}
