// A record with an act that this program cannot know is newer, not damaged; one whose bytes were changed is damaged, whatever it claims.
#include <gmock/gmock.h>

#include "reading/audit/bundle.h"
#include "reading/audit/verify_record.h"
#include "reading/record/event_text.h"
#include "reading/store/database.h"
#include "reading/store/record_store.h"
#include "tests/reading/record/random_reader.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::beginning;
using nadir::testing::stamp_of;
using nadir::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;

namespace
{
/// What a program of the future may write: an act and keys that nobody knows yet.
const std::string from_the_future =
    R"({"sequence":2,"when":"2031-01-01T00:00:00.000Z","who":"A","why":"","software":"nadir 9.4.0","form":99,"act":"levitate-lesion","height":{"mm":[1,2]}})";

StoredEvent future_event(const Event& before)
{
  const auto first = chained_digest(digest_before_first_event(), canonical_text(before));
  return {2, from_the_future, chained_digest(first, from_the_future)};
}

/// A record of one event of ours and one of the future, as that program would have written it.
fs::path future_record(const TemporaryFolder& folder)
{
  const auto path = folder.path() / "P1.nadir";
  {
    auto store = RecordStore::begin(path, {BeginRecord{RecordId{std::string(32, 'a')}, "P1"}, ReaderId{"A"}, ""}, stamp_of(0));
    EXPECT_TRUE(store);
  }
  fs::remove(path.string() + ".head");
  auto database = Database::open(path, Database::Mode::Write);
  EXPECT_TRUE(database);
  auto insert = database->prepare("INSERT INTO event (sequence, body, digest) VALUES (?, ?, ?)");
  EXPECT_TRUE(insert && insert->bind(1, 2).bind_text(2, from_the_future).bind_text(3, future_event(beginning()).digest.text()).run());
  return path;
}

auto says_newer() { return AllOf(HasSubstr("event 2"), HasSubstr("written by a newer Nadir (nadir 9.4.0"), Not(HasSubstr("damage"))); }
}  // namespace

TEST(NewerRecord, IsRefusedWithTheVersionThatWroteIt)
{
  const TemporaryFolder folder;
  const auto store = RecordStore::open(future_record(folder), Access::Write);
  ASSERT_FALSE(store);
  EXPECT_TRUE(store.failure().is(RecordError::NewerVersion)) << store.failure().code();
  EXPECT_THAT(store.failure().message(), says_newer());
}

TEST(NewerRecord, IsNotCalledDamagedByVerifying)
{
  const TemporaryFolder folder;
  const auto report = verify_record(future_record(folder));
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.failure().is(RecordError::NewerVersion));
  EXPECT_THAT(report.failure().message(), says_newer());
}

TEST(NewerRecord, IsDamagedWhenItsDigestDoesNotHold)
{
  auto event = future_event(beginning());
  event.body.replace(event.body.find("levitate"), 8, "descends");
  AuditReport report;
  verify_chain({{1, canonical_text(beginning()), chained_digest(digest_before_first_event(), canonical_text(beginning()))}, event}, report);
  EXPECT_FALSE(report.newer);
  ASSERT_EQ(report.damages.size(), 1u);
  EXPECT_EQ(report.damages.front().place, "event 2");
}

TEST(NewerRecord, IsToldOfABundleToo)
{
  const TemporaryFolder folder;
  const auto first = beginning();
  Bundle bundle;
  bundle.events = {{1, canonical_text(first), chained_digest(digest_before_first_event(), canonical_text(first))}, future_event(first)};
  ASSERT_TRUE(write_bundle(folder.path() / "P1.zip", bundle));
  const auto kept = read_bundle(folder.path() / "P1.zip");
  ASSERT_FALSE(kept);
  EXPECT_TRUE(kept.failure().is(RecordError::NewerVersion));
  EXPECT_THAT(kept.failure().message(), says_newer());
}

/// An act that is unknown although it claims no newer form was never written by any version.
TEST(NewerRecord, IsNoExcuseForAnActThatNoVersionKnows)
{
  const auto event = parse_event(
      R"({"sequence":2,"when":"2026-01-01T00:00:00.000Z","who":"A","why":"","software":"nadir 0.1.0","act":"levitate-lesion"})");
  ASSERT_FALSE(event);
  EXPECT_TRUE(event.failure().is(RecordError::TextInvalid));
}

TEST(NewerRecord, SaysAFormOnlyWhereTheActNeedsIt)
{
  for (const char* wrong : {R"("form":1,)", R"("form":2,)", R"("form":0,)"})
  {
    const auto event = parse_event(R"({"sequence":2,"when":"2026-01-01T00:00:00.000Z","who":"A","why":"","software":"nadir 0.1.0",)" +
                                   std::string(wrong) + R"("act":"undo"})");
    EXPECT_FALSE(event) << wrong;
  }
}
