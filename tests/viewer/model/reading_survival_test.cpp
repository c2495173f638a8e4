// Random readings through the model: nothing confirmed is lost, whatever happens to the program or the disk.
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>

#include "reading/audit/replay.h"
#include "reading/audit/verify_record.h"
#include "session/record_writer.h"
#include "tests/reading/record/random_reader.h"
#include "tests/viewer/model/open_reading.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::in;
using nadir::testing::in_child;
using nadir::testing::OpenReading;
using nadir::testing::RandomReader;
using nadir::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace
{
/// Where so many small writes do not wait for a disk.
void work_in_memory()
{
  if (fs::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
}

bool is_content(const reading::Act& act)
{
  return !std::holds_alternative<reading::Undo>(act) && !std::holds_alternative<reading::Redo>(act) &&
         !std::holds_alternative<reading::Lock>(act) && !std::holds_alternative<reading::Sign>(act) &&
         !std::holds_alternative<reading::Reopen>(act) && !std::holds_alternative<reading::Blind>(act) &&
         !std::holds_alternative<reading::Unblind>(act) && !std::holds_alternative<reading::ShowTimepoint>(act);
}

/// The bytes that a random act names by digest.
std::vector<std::string> no_blobs_needed(reading::Act& act)
{
  std::string bytes = "bytes of a blob";
  const auto digest = session::digest_of(bytes);
  if (auto* load = std::get_if<reading::LoadImages>(&act)) load->images = digest;
  if (auto* protocol = std::get_if<reading::UseProtocol>(&act)) protocol->protocol = digest;
  if (auto* mask = std::get_if<reading::AcceptSegmentation>(&act)) mask->mask.mask = digest;
  return {bytes};
}
}  // namespace

/// 12,000 random sequences of acts, each taken back: 24 records of 500.
TEST(ReadingModel, UndoingASequenceGivesTheStartStateAndReplayTheSameState)
{
  work_in_memory();
  std::int64_t acts = 0;
  for (unsigned record = 0; record < 24; ++record)
  {
    OpenReading open;
    auto& model = open.model;
    RandomReader reader(record, "A");
    for (int sequence = 0; sequence < 500; ++sequence)
    {
      const auto start = model.reading().state_digest();
      const auto depth = model.reading().undoable().size();
      for (int step = reader.below(11); step >= 0; --step)
      {
        auto act = reader.next(model.reading()).act;
        const bool walks = model.reading().undoable().size() > depth &&
                           (std::holds_alternative<reading::Undo>(act) || std::holds_alternative<reading::Redo>(act));
        if (!is_content(act) && !walks) continue;
        acts += model.issue(act, "because", no_blobs_needed(act)) ? 1 : 0;
      }
      while (model.reading().undoable().size() > depth) ASSERT_TRUE(model.undo());
      ASSERT_EQ(model.reading().state_digest(), start) << "record " << record << ", sequence " << sequence;
      // Every third sequence is kept, so that later ones start elsewhere.
      while (sequence % 3 == 0 && !model.reading().redoable().empty()) ASSERT_TRUE(model.redo());
    }
    const auto digest = model.reading().state_digest();
    const auto& events = model.store()->events();
    EXPECT_EQ(reading::replay(events, static_cast<std::int64_t>(events.size()))->state_digest(), digest);
    model.close();
    ASSERT_TRUE(model.open(in(open.path)));
    EXPECT_EQ(model.reading().state_digest(), digest);
  }
  EXPECT_GT(acts, 10'000);
}

namespace
{
/// What a reading tells when an event is confirmed.
struct Confirmation
{
  std::int64_t events = 0;
  char state[64] = {};
};

void tell(int pipe, const ReadingModel& model)
{
  Confirmation confirmation;
  confirmation.events = model.reading().events();
  std::copy_n(model.reading().state_digest().text().begin(), 64, confirmation.state);
  if (::write(pipe, &confirmation, sizeof confirmation) != sizeof confirmation) ::_exit(3);
}

/// Opens (or begins) the reading and works on it until it is killed.
[[noreturn]] void read_for_ever(const fs::path& path, unsigned seed, int pipe)
{
  ReadingModel model;
  model.set_reader("A");
  QObject::connect(&model, &ReadingModel::changed, [&] { tell(pipe, model); });
  if (!(fs::exists(path) ? model.open(in(path)) : model.begin(in(path), "P1")) || model.is_read_only()) ::_exit(2);
  RandomReader reader(seed, "A");
  while (true)
  {
    auto act = reader.next(model.reading()).act;
    const auto blobs = no_blobs_needed(act);
    model.issue(act, "because", {blobs.front()});
  }
}

bool take(int pipe, Confirmation& last)
{
  Confirmation next;
  if (::read(pipe, &next, sizeof next) != static_cast<ssize_t>(sizeof next)) return false;
  last = next;
  return true;
}

Confirmation killed_after(const fs::path& path, unsigned seed, int confirmations, useconds_t then)
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
  Confirmation last;
  for (int k = 0; k < confirmations && take(ends[0], last); ++k) continue;
  ::usleep(then);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the reading ended by itself with " << WEXITSTATUS(status);
  while (take(ends[0], last)) continue;
  ::close(ends[0]);
  return last;
}
}  // namespace

TEST(ReadingModel, KilledAt300RandomMomentsItReopensAsItWasConfirmed)
{
  work_in_memory();
  std::mt19937 random(20261129);
  std::int64_t confirmed = 0;
  for (unsigned record = 0; record < 10; ++record)
  {
    const TemporaryFolder folder;
    const auto path = folder.path() / "P1.nadir";
    std::int64_t before = 0;  // events when the round began
    for (unsigned round = 0; round < 30; ++round)
    {
      const auto last =
          killed_after(path, 100 * record + round, static_cast<int>(random() % 6), static_cast<useconds_t>(random() % 20'000));
      if (!fs::exists(path))
      {
        ASSERT_EQ(last.events, 0);
        continue;
      }
      ReadingModel model;
      ASSERT_TRUE(model.open(in(path)));
      const auto& events = model.store()->events();
      ASSERT_GE(model.reading().events(), last.events) << "a confirmed event is lost";
      if (last.events > 0)
      {
        ASSERT_EQ(reading::replay(events, last.events)->state_digest().text(), std::string(last.state, 64))
            << "the state is another than the confirmed one";
      }
      const auto known = std::max(before, last.events);
      ASSERT_GE(model.reading().events(), known) << "an event of an earlier round is lost";
      ASSERT_LE(model.reading().events(), known + 1) << "more than the one event under way is there";
      confirmed += known - before;
      before = model.reading().events();
    }
    EXPECT_TRUE(reading::verify_record(path)->damages.empty());
  }
  EXPECT_GT(confirmed, 1000) << "hardly anything was confirmed; the test saw too little";
}

TEST(ReadingModel, SaysThatTheDiskIsFullLosesNothingAndGoesOnWhenThereIsSpaceAgain)
{
  OpenReading open;
  open.model.close();
  const int code = in_child(
      [&]
      {
        std::signal(SIGXFSZ, SIG_IGN);
        ReadingModel model;
        model.set_reader("A");
        if (!model.open(in(open.path))) return 1;
        QString code_of_refusal;
        QObject::connect(&model, &ReadingModel::refused, [&](const Message& message) { code_of_refusal = message.code; });
        const rlimit limited{60'000, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &limited);
        int kept = 0;
        while (kept < 100 && model.comment(QString(2'000, 'c'))) ++kept;
        if (kept == 100 || code_of_refusal != "record.disk-full") return 2;
        if (model.reading().events() != 3 + kept) return 3;
        const rlimit unlimited{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &unlimited);
        return model.comment("space again") ? 0 : 4;
      });
  EXPECT_EQ(code, 0);
  ASSERT_TRUE(open.model.open(in(open.path)));
  EXPECT_EQ(open.model.reading().content().remarks.back().text, "space again");
}

TEST(ReadingModel, OpensReadOnlyInAFolderThatMayNotBeWrittenTo)
{
  if (::getuid() != 0) GTEST_SKIP() << "needs to become another user";
  OpenReading open;
  open.model.close();
  fs::permissions(open.folder.path(), fs::perms{0755});
  const int code = in_child(
      [&]
      {
        if (::setuid(65534) != 0) return 1;
        ReadingModel model;
        model.set_reader("A");
        if (!model.open(in(open.path)) || !model.is_read_only()) return 2;
        if (!model.read_only_reason().contains("nothing can be written")) return 3;
        return model.comment("no") ? 4 : 0;
      });
  EXPECT_EQ(code, 0);
}
