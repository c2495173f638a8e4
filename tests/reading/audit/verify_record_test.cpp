// A changed bit, a lost event, a record made anew: what verifying finds, and where.
#include "reading/audit/verify_record.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>

#include "imaging/digest/sha256.h"
#include "imaging/units/utf8_text.h"
#include "reading/command/text_rules.h"
#include "reading/record/event_text.h"
#include "reading/store/head_file.h"
#include "reading/store/record_store.h"
#include "tests/reading/record/random_reader.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::random_events;
using nadir::testing::stamp_of;
using nadir::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
namespace fs = std::filesystem;

namespace
{
std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// `events` events with a blob of 3 kB for every fifth.
void write_record(RecordStore& store, int events)
{
  for (int k = 1; k < events; ++k)
  {
    const std::string mask = std::string(3'000, static_cast<char>('a' + k % 26)) + std::to_string(k);
    const Digest digest{imaging::sha256_of(mask)};
    const Act act =
        k % 5 == 0 ? Act(LoadImages{TimepointLabel{"week " + std::to_string(k)}, digest}) : Act(AddComment{"comment " + std::to_string(k)});
    ASSERT_TRUE(store.issue({act, ReaderId{"A"}, ""}, stamp_of(k), std::vector{mask}));
  }
}

RecordStore begun(const fs::path& path, char identity = 'a')
{
  auto store = RecordStore::begin(path, {BeginRecord{RecordId{std::string(32, identity)}, "P1"}, ReaderId{"A"}, ""}, stamp_of(0));
  EXPECT_TRUE(store) << store.failure().message();
  return std::move(*store);
}

/// A record of 200 events that was closed in order.
fs::path closed_record(const TemporaryFolder& folder, int events = 200)
{
  const auto path = folder.path() / "P1.nadir";
  auto store = begun(path);
  write_record(store, events);
  return path;
}

/// The same, but its program was ended by force: the log lies beside it.
fs::path killed_record(const TemporaryFolder& folder, int events = 200)
{
  const auto path = folder.path() / "P1.nadir";
  const pid_t child = ::fork();
  if (child == 0)
  {
    auto store = begun(path);
    write_record(store, events);
    ::_exit(0);  // no destructor runs, as after kill -9
  }
  ::waitpid(child, nullptr, 0);
  return path;
}

AuditReport verified(const fs::path& path, const std::optional<Digest>& witness = {})
{
  auto report = verify_record(path, witness);
  EXPECT_TRUE(report) << report.failure().message();
  return *report;
}

std::vector<StoredEvent> stored(const std::vector<Event>& events)
{
  std::vector<StoredEvent> chain;
  auto digest = digest_before_first_event();
  for (const auto& event : events)
  {
    digest = chained_digest(digest, canonical_text(event));
    chain.push_back({event.sequence, canonical_text(event), digest});
  }
  return chain;
}

std::vector<Damage> damages_of(const std::vector<StoredEvent>& chain)
{
  AuditReport report;
  verify_chain(chain, report);
  return report.damages;
}

auto is_at(const std::string& place) { return Field(&Damage::place, HasSubstr(place)); }
}  // namespace

TEST(VerifyRecord, FindsNothingInARecordThatIsWhole)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder);
  const auto before = bytes_of(path);
  const auto report = verified(path);
  EXPECT_THAT(report.damages, IsEmpty());
  EXPECT_THAT(report.notices, IsEmpty());
  EXPECT_TRUE(report.is_sealed);
  EXPECT_EQ(report.whole_events, 200);
  EXPECT_EQ(report.blobs, 199u);
  EXPECT_EQ(bytes_of(path), before);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "verifying leaves files behind";
}

TEST(VerifyRecord, FindsNothingInARecordWhoseProgramWasKilled)
{
  const TemporaryFolder folder;
  const auto path = killed_record(folder);
  const auto report = verified(path);
  EXPECT_THAT(report.damages, IsEmpty());
  EXPECT_FALSE(report.is_sealed);
  EXPECT_EQ(report.whole_events, 200);
  EXPECT_THAT(report.notices, Contains(HasSubstr("not closed in order")));
}

/// Every byte of the texts and digests of 60 events, one bit each: the event itself is named, and no other.
TEST(VerifyRecord, NamesTheEventWhoseBytesWereChanged)
{
  const auto chain = stored(random_events(11, 60));
  ASSERT_GT(chain.size(), 20u);
  ASSERT_THAT(damages_of(chain), IsEmpty());
  std::size_t flips = 0;
  for (std::size_t k = 0; k < chain.size(); ++k)
  {
    const auto whole = chain[k].body + chain[k].digest.text();
    for (std::size_t at = 0; at < whole.size(); ++at, ++flips)
    {
      auto changed = chain;
      auto bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (flips % 8)));
      changed[k].body = bytes.substr(0, chain[k].body.size());
      changed[k].digest = Digest{bytes.substr(chain[k].body.size())};
      const auto damages = damages_of(changed);
      ASSERT_THAT(damages, SizeIs(1)) << "event " << k + 1 << ", byte " << at;
      ASSERT_EQ(damages.front().place, "event " + std::to_string(k + 1)) << "byte " << at;
    }
  }
  EXPECT_GT(flips, 5'000u);
}

/// Every byte of every event of a log of 200, text and digest, is flipped once: one byte of each event at a time, so that all of them must
/// be named together, each by itself.
TEST(VerifyRecord, NamesEachOf200EventsForEveryByteOfIt)
{
  auto events = random_events(12, 400);
  ASSERT_GT(events.size(), 200u);
  events.resize(200);
  const auto chain = stored(events);
  ASSERT_THAT(damages_of(chain), IsEmpty());
  std::size_t longest = 0, flips = 0;
  for (const auto& event : chain) longest = std::max(longest, event.body.size() + event.digest.text().size());
  for (std::size_t at = 0; at < longest; ++at)
  {
    auto changed = chain;
    std::set<std::string> expected, named;
    for (std::size_t k = 0; k < chain.size(); ++k)
    {
      auto bytes = chain[k].body + chain[k].digest.text();
      if (at >= bytes.size()) continue;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << ((at + k) % 8)));
      changed[k].body = bytes.substr(0, chain[k].body.size());
      changed[k].digest = Digest{bytes.substr(chain[k].body.size())};
      expected.insert("event " + std::to_string(k + 1));
      ++flips;
    }
    for (const auto& damage : damages_of(changed)) named.insert(damage.place);
    ASSERT_TRUE(std::includes(named.begin(), named.end(), expected.begin(), expected.end())) << "byte " << at;
  }
  RecordProperty("flipped bytes", std::to_string(flips));
  EXPECT_GT(flips, 40'000u);
}

TEST(VerifyRecord, FindsEventsLeftOutPutInOrSwapped)
{
  const auto chain = stored(random_events(11, 45));
  auto left_out = chain;
  left_out.erase(left_out.begin() + 5);
  auto renumbered = left_out;
  for (std::size_t k = 5; k < renumbered.size(); ++k) --renumbered[k].sequence;
  EXPECT_THAT(damages_of(renumbered), Contains(is_at("event 6")));
  auto swapped = chain;
  std::swap(swapped[5].body, swapped[6].body);
  EXPECT_THAT(damages_of(swapped), Contains(is_at("event 6")));
  auto doubled = chain;
  doubled.insert(doubled.begin() + 6, chain[5]);
  for (std::size_t k = 6; k < doubled.size(); ++k) ++doubled[k].sequence;
  EXPECT_THAT(damages_of(doubled), Contains(is_at("event 7")));
}

/// Whoever recomputes every digest still cannot make a locked version change.
TEST(VerifyRecord, FindsEventsThatCannotHaveHappened)
{
  auto events = random_events(11, 45);
  events.resize(20);
  for (auto& event : events)
    if (event.sequence == 12) event.act = Lock{nadir::testing::digest_of(1), {}};
  EXPECT_THAT(damages_of(stored(events)), Contains(is_at("event 12")));
}

/// Random bits of a closed record of 200 events and 199 blobs, anywhere in its file: every one is found.
TEST(VerifyRecord, FindsEveryChangedBitOfAClosedRecord)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder);
  const auto whole = bytes_of(path);
  std::mt19937 random(5);
  for (int k = 0; k < 250; ++k)
  {
    auto bytes = whole;
    const auto at = k < 100 ? static_cast<std::size_t>(k) : random() % bytes.size();  // the header of the file byte by byte
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    write_bytes(path, bytes);
    const auto block = at / seal_block_bytes * seal_block_bytes;
    ASSERT_THAT(verified(path).damages, Contains(is_at("bytes " + std::to_string(block) + " to"))) << "byte " << at;
  }
}

TEST(VerifyRecord, NamesTheEventOrBlobInTheFile)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder);
  const auto whole = bytes_of(path);
  auto bytes = whole;
  bytes[bytes.find("comment 77\"") + 8] = '8';
  write_bytes(path, bytes);
  EXPECT_THAT(verified(path).damages, Contains(is_at("event 78")));
  bytes = whole;
  const auto mask = std::string(3'000, 'u') + "20";
  bytes[bytes.find(mask.substr(0, 1'000)) + 500] = '!';
  write_bytes(path, bytes);
  EXPECT_THAT(verified(path).damages, Contains(is_at("blob " + imaging::sha256_of(mask))));
  bytes = whole;
  bytes[60] = 9;  // "user_version"
  write_bytes(path, bytes);
  EXPECT_THAT(verified(path).damages, Contains(is_at("file")));
}

/// Random bits of a record whose program was killed, in its file and in its log: what changes the content is found, and what is not
/// found changed no content.
TEST(VerifyRecord, FindsEveryChangeOfContentInARecordWhoseProgramWasKilled)
{
  const TemporaryFolder folder;
  const auto path = killed_record(folder);
  const fs::path log = path.string() + "-wal";
  const auto file_bytes = bytes_of(path), log_bytes = bytes_of(log);
  const auto content = verified(path);
  const auto kept = read_kept_record(path, 0);
  ASSERT_TRUE(kept);
  ASSERT_GT(log_bytes.size(), 10'000u);
  std::mt19937 random(6);
  int found = 0, harmless = 0;
  for (int k = 0; k < 160; ++k)
  {
    auto file = file_bytes, in_log = log_bytes;
    auto& bytes = k % 2 == 0 ? file : in_log;
    const auto at = random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    write_bytes(path, file);
    write_bytes(log, in_log);
    fs::remove(path.string() + "-shm");
    if (!verified(path).damages.empty())
    {
      ++found;
      continue;
    }
    const auto now = read_kept_record(path, 0);
    ASSERT_TRUE(now);
    ASSERT_EQ(now->events.size(), kept->events.size());
    ASSERT_EQ(now->events.back().digest, kept->events.back().digest);
    ASSERT_EQ(now->blobs, kept->blobs);
    ASSERT_TRUE(now->blob_damage.empty());
    ++harmless;
  }
  EXPECT_GT(found, 40) << "of " << found + harmless;
}

TEST(VerifyRecord, MissesWhatWasCutOffAtTheEnd)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder, 40);
  const auto early = bytes_of(path);
  const auto early_head = verified(path).head;
  {
    auto store = RecordStore::open(path, Access::Write);
    ASSERT_TRUE(store->issue({AddComment{"late"}, ReaderId{"A"}, ""}, stamp_of(60)));
  }
  const auto late_head = verified(path).head;
  write_bytes(path, early);  // an old copy, whole in itself
  EXPECT_THAT(verified(path).damages, Contains(is_at("end of the record")));
  fs::remove(head_file_of(path));
  EXPECT_THAT(verified(path).damages, IsEmpty()) << "without the head file nothing in the record can tell";
  EXPECT_THAT(verified(path).notices, Contains(HasSubstr("no head file")));
  EXPECT_THAT(verified(path, late_head).damages, Contains(is_at("whole record"))) << "but a digest kept elsewhere does";
  EXPECT_THAT(verified(path, early_head).damages, IsEmpty());
}

TEST(VerifyRecord, FindsARecordThatWasMadeAnewThroughADigestKeptElsewhere)
{
  const TemporaryFolder folder;
  const auto signed_head = verified(closed_record(folder, 30)).head;
  fs::remove(folder.path() / "P1.nadir");
  const auto forged = closed_record(folder, 29);
  EXPECT_THAT(verified(forged).damages, IsEmpty());
  EXPECT_THAT(verified(forged, signed_head).damages, Contains(is_at("whole record")));
}

TEST(VerifyRecord, FindsEveryChangedBitOfTheHeadFile)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder, 20);
  const auto whole = bytes_of(head_file_of(path));
  for (std::size_t at = 0; at < whole.size(); ++at)
  {
    auto bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
    write_bytes(head_file_of(path), bytes);
    ASSERT_THAT(verified(path).damages, Contains(is_at("head file"))) << "byte " << at;
  }
}

TEST(VerifyRecord, NoticesAClockThatWasSetBack)
{
  auto events = random_events(3, 20);
  ASSERT_GT(events.size(), 5u);
  events[4].when -= std::chrono::hours{1};
  events.resize(5);
  AuditReport report;
  verify_chain(stored(events), report);
  EXPECT_THAT(report.damages, IsEmpty());
  EXPECT_THAT(report.notices, Contains(HasSubstr("event 5 is stamped before")));
}

/// Whatever was done to the file, reading it ends and says so.
TEST(VerifyRecord, SurvivesFilesThatAreNoRecordAnyMore)
{
  const TemporaryFolder folder;
  const auto path = closed_record(folder, 40);
  const auto whole = bytes_of(path);
  std::mt19937 random(9);
  for (int k = 0; k < 60; ++k)
  {
    auto bytes = whole.substr(0, k % 3 == 0 ? random() % whole.size() : whole.size());
    for (int n = 0; n < 200 && !bytes.empty(); ++n) bytes[random() % bytes.size()] = static_cast<char>(random());
    write_bytes(path, bytes);
    const auto damages = verified(path).damages;
    ASSERT_THAT(damages, ::testing::Not(IsEmpty()));
    for (const auto& damage : damages) EXPECT_TRUE(is_utf8(damage.place) && is_utf8(damage.what)) << "bytes of the damaged file are quoted";
    (void)RecordStore::open(path, Access::ReadOnly);
  }
}
