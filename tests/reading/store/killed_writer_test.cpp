// kill -9 at random moments of a scripted reading: the record holds every confirmed event, and no half of another one.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>

#include "reading/record/event_text.h"
#include "reading/store/record_store.h"
#include "tests/reading/record/random_reader.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::stamp_of;
using nadir::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace
{
struct Confirmation
{
  std::int64_t events = 0;
  char head[64] = {};
};

void confirm(int pipe, const RecordStore& store)
{
  Confirmation confirmation;
  confirmation.events = store.reading().events();
  std::copy_n(store.head().text().begin(), 64, confirmation.head);
  if (::write(pipe, &confirmation, sizeof confirmation) != sizeof confirmation) ::_exit(3);
}

/// Opens (or begins) the record again and again and issues random commands with blobs until it is killed.
[[noreturn]] void read_for_ever(const fs::path& path, unsigned seed, int pipe)
{
  nadir::testing::RandomReader reader(seed, "A");
  while (true)
  {
    auto store = fs::exists(path)
                     ? RecordStore::open(path, Access::Write)
                     : RecordStore::begin(path, {BeginRecord{RecordId{std::string(32, 'a')}, "P1"}, ReaderId{"A"}, ""}, stamp_of(0));
    if (!store || store->is_read_only()) ::_exit(2);
    confirm(pipe, *store);
    for (int k = 0; k < 40; ++k)
    {
      auto command = reader.next(store->reading());
      const std::string mask(static_cast<std::size_t>(reader.below(60'000)), static_cast<char>(reader.below(200)));
      if (reader.below(3) == 0) command.act = AddComment{"kept with a blob"};
      if (store->issue(command, stamp_of(1), std::vector{mask})) confirm(pipe, *store);
    }
  }
}

/// Takes up to `most` confirmations and keeps the last.
void take_confirmations(int pipe, int most, Confirmation& last)
{
  Confirmation next;
  for (int k = 0; k < most && ::read(pipe, &next, sizeof next) == static_cast<ssize_t>(sizeof next); ++k) last = next;
}

struct Round
{
  Confirmation confirmed;
  bool was_killed = false;
};

/// When to kill: so many confirmations, and so long after them.
struct Moment
{
  int confirmations = 0;
  useconds_t microseconds = 0;
};

Round killed_at(const fs::path& path, unsigned seed, Moment moment)
{
  int ends[2];
  if (::pipe(ends) != 0) return {};
  const pid_t child = ::fork();
  if (child == 0)
  {
    ::close(ends[0]);
    read_for_ever(path, seed, ends[1]);
  }
  ::close(ends[1]);
  Round round;
  take_confirmations(ends[0], moment.confirmations, round.confirmed);
  ::usleep(moment.microseconds);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  round.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  take_confirmations(ends[0], 1'000'000, round.confirmed);
  ::close(ends[0]);
  return round;
}

/// Digest of the chain after so many events.
Digest chain_after(const RecordStore& store, std::int64_t events)
{
  auto digest = digest_before_first_event();
  for (std::int64_t k = 0; k < events; ++k) digest = chained_digest(digest, canonical_text(store.events()[static_cast<std::size_t>(k)]));
  return digest;
}

/// What a killed program leaves does not depend on how fast the disk is; in memory the 300 rounds are quick.
void work_in_memory()
{
  if (fs::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
}
}  // namespace

TEST(KilledWriter, LosesNoConfirmedEventAndLeavesNoHalfOne)
{
  work_in_memory();
  std::mt19937 random(20261123);
  std::int64_t confirmed_events = 0, unconfirmed_events = 0;
  for (unsigned record = 0; record < 10; ++record)
  {
    const TemporaryFolder folder;
    const auto path = folder.path() / "P1.nadir";
    for (unsigned round = 0; round < 30; ++round)
    {
      const auto outcome =
          killed_at(path, 100 * record + round, {static_cast<int>(random() % 6), static_cast<useconds_t>(random() % 20'000)});
      ASSERT_TRUE(outcome.was_killed) << "the writer ended by itself in round " << round;
      if (!fs::exists(path))
      {
        ASSERT_EQ(outcome.confirmed.events, 0);
        continue;
      }
      const auto store = RecordStore::open(path, Access::ReadOnly);
      ASSERT_TRUE(store) << store.failure().message();
      const auto events = static_cast<std::int64_t>(store->events().size());
      ASSERT_GE(events, outcome.confirmed.events) << "a confirmed event is lost";
      ASSERT_LE(events, std::max<std::int64_t>(outcome.confirmed.events, 1) + (outcome.confirmed.events > 0 ? 1 : 1'000'000))
          << "more than the one event under way";
      if (outcome.confirmed.events > 0)
      {
        ASSERT_EQ(chain_after(*store, outcome.confirmed.events).text(), std::string(outcome.confirmed.head, 64));
        unconfirmed_events += events - outcome.confirmed.events;
      }
      confirmed_events = std::max(confirmed_events, outcome.confirmed.events);
    }
  }
  RecordProperty("longest record", std::to_string(confirmed_events));
  EXPECT_GT(confirmed_events, 20) << "the writer was killed before it wrote anything; the test saw too little";
}
