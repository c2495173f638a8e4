// A reading of images, two dates with calipers, segmentations and live numbers, killed at any moment, on a full disk, and where nothing may
// be written.
#include <gmock/gmock.h>
#include <unistd.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtTest/QTest>
#include <cstdlib>
#include <random>

#include "reading/audit/replay.h"
#include "reading/audit/verify_record.h"
#include "reading/store/record_store.h"
#include "tests/session/recorded_case.h"
#include "tests/support/temporary_folder.h"
#include "viewer/model/case_session.h"

using namespace nadir;
using nadir::testing::phantom_case;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace
{
/// The last event that the reader told as confirmed, and whatever else it said.
struct Said
{
  std::int64_t events = 0;
  std::string state;
  std::string all;
};

void take_lines(QProcess& process, Said& said)
{
  while (process.canReadLine())
  {
    const auto line = process.readLine().trimmed();
    said.all += line.toStdString() + "\n";
    const auto words = line.split(' ');
    if (words.size() != 3 || words[0] != "confirmed") continue;
    said.events = words[1].toLongLong();
    said.state = words[2].toStdString();
  }
}

void start(QProcess& process, const char* mode, const fs::path& record, unsigned seed)
{
  const auto images = phantom_case("partial-response");
  QStringList arguments{mode};
  for (const auto& path : {record, images / "baseline", images / "follow_up"}) arguments.append(QString::fromStdString(path.string()));
  arguments.append(QString::number(seed));
  process.start(SCRIPTED_READING, arguments);
  ASSERT_TRUE(process.waitForStarted());
}

/// Kills the reader so long after it has confirmed so many events; without any: so long after its start, whatever it does then.
Said killed_at(const fs::path& record, unsigned seed, std::int64_t confirmations, int then_ms)
{
  QProcess process;
  Said said;
  start(process, "work", record, seed);
  QElapsedTimer since;
  since.start();
  std::int64_t first = -1;
  while (confirmations > 0 && since.elapsed() < 120'000 && (first < 0 || said.events < first + confirmations))
  {
    process.waitForReadyRead(20);
    take_lines(process, said);
    if (first < 0 && said.events > 0) first = said.events;
    if (process.state() == QProcess::NotRunning) break;
  }
  if (then_ms > 0) ::usleep(static_cast<useconds_t>(then_ms) * 1000);
  process.kill();
  process.waitForFinished(30'000);
  take_lines(process, said);
  EXPECT_EQ(process.exitStatus(), QProcess::CrashExit) << "the reader ended by itself with " << process.exitCode() << "\n" << said.all;
  return said;
}

void work_in_memory()
{
  if (fs::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
}
}  // namespace

TEST(KilledReading, OfImagesReopensAsItWasConfirmed300Times)
{
  work_in_memory();
  std::mt19937 random(20261130);
  std::int64_t confirmed = 0;
  int rounds = 0;
  for (unsigned record = 0; record < 10; ++record)
  {
    const TemporaryFolder folder;
    const auto path = folder.path() / "P1.nadir";
    std::int64_t before = 0;
    for (unsigned round = 0; round < 30; ++round, ++rounds)
    {
      const auto said = killed_at(path, 100 * record + round, static_cast<std::int64_t>(random() % 12), static_cast<int>(random() % 60));
      if (!fs::exists(path))
      {
        ASSERT_EQ(said.events, 0);
        continue;
      }
      const auto store = reading::RecordStore::open(path, reading::Access::ReadOnly);
      ASSERT_TRUE(store) << store.failure().message();
      ASSERT_GE(store->reading().events(), said.events) << "a confirmed event is lost in round " << round;
      if (said.events > 0)
      {
        ASSERT_EQ(reading::replay(store->events(), said.events)->state_digest().text(), said.state)
            << "the state is another than the confirmed one";
      }
      const auto known = std::max(before, said.events);
      ASSERT_LE(store->reading().events(), known + 1) << "more than the one event under way is there";
      confirmed += store->reading().events() - before;
      before = store->reading().events();
    }
    EXPECT_TRUE(reading::verify_record(path)->damages.empty());
    if (record > 0) continue;
    viewer::CaseSession session;
    session.reading().set_reader("A");
    ASSERT_TRUE(session.open(QString::fromStdString(path.string())));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return session.assessment().is_current() && (session.assessment().shown() || !session.assessment().questions().empty()); },
        120'000))
        << "its images and numbers are there again";
  }
  RecordProperty("rounds", std::to_string(rounds));
  RecordProperty("confirmed events", std::to_string(confirmed));
  EXPECT_EQ(rounds, 300);
  EXPECT_GT(confirmed, 1000);
}

TEST(KilledReading, OnAFullDiskLosesNothingAndGoesOnWhenThereIsSpace)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  QProcess process;
  Said said;
  start(process, "full-disk", path, 7);
  ASSERT_TRUE(process.waitForFinished(180'000));
  take_lines(process, said);
  EXPECT_EQ(process.exitCode(), 0) << said.all;
  EXPECT_THAT(said.all, HasSubstr("refused record.disk-full"));
  const auto store = reading::RecordStore::open(path, reading::Access::ReadOnly);
  ASSERT_TRUE(store);
  EXPECT_EQ(store->reading().events(), said.events);
  EXPECT_EQ(store->reading().state_digest().text(), said.state);
  EXPECT_TRUE(reading::verify_record(path)->damages.empty());
}

TEST(KilledReading, WhereNothingMayBeWrittenShowsItsNumbersAndSaysWhy)
{
  if (::getuid() != 0) GTEST_SKIP() << "needs to become another user";
  const TemporaryFolder folder;
  const auto path = folder.path() / "P1.nadir";
  const auto last = killed_at(path, 3, 8, 0);
  ASSERT_GT(last.events, 3);
  {
    viewer::CaseSession session;  // closes the record in order, and answers what would be asked
    session.reading().set_reader("A");
    ASSERT_TRUE(session.open(QString::fromStdString(path.string())));
    if (session.blinding().is_blinded()) session.blinding().unblind("to be shown");
  }
  fs::permissions(folder.path(), fs::perms{0755});
  for (fs::path at = phantom_case("partial-response"); at != at.root_path(); at = at.parent_path())
    if (at.string().starts_with(fs::temp_directory_path().string() + "/")) fs::permissions(at, fs::perms{0755});
  QProcess process;
  Said said;
  start(process, "read-only", path, 1);
  ASSERT_TRUE(process.waitForFinished(120'000));
  take_lines(process, said);
  EXPECT_EQ(process.exitCode(), 0) << said.all;
  EXPECT_THAT(said.all, HasSubstr("nothing can be written"));
  EXPECT_THAT(said.all, HasSubstr("shown 2"));
}
