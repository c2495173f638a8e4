// The fold over events: undo, redo, replay and the bytes that digests are taken of, over random readings.
#include "reading/record/reading.h"

#include <gmock/gmock.h>

#include <set>

#include "reading/record/event_text.h"
#include "tests/reading/record/random_reader.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::beginning;
using nadir::testing::random_events;
using nadir::testing::RandomReader;
using nadir::testing::stamp_of;

namespace
{
Reading folded(const std::vector<Event>& events, std::size_t count)
{
  Reading reading;
  for (std::size_t k = 0; k < count; ++k) reading.apply(events[k]);
  return reading;
}

void issue(Reading& reading, const Act& act)
{
  const auto event = decide(reading, {act, ReaderId{"A"}, "because"}, stamp_of(reading.events()));
  ASSERT_TRUE(event) << event.failure().message();
  reading.apply(*event);
}

std::string content_of(const Reading& reading)
{
  const auto text = canonical_text(reading);
  return text.substr(text.find("\"content\""));
}

void open_again(Reading& reading)
{
  if (reading.phase() != Phase::Draft) issue(reading, Reopen{});
}
}  // namespace

/// 10,000 readings by two readers who take turns; every fifth act or so is an undo or redo, some lock, sign and reopen.
TEST(Reading, GoesBackToItsStartWhenEverythingIsUndoneAndForthAgain)
{
  std::size_t events_seen = 0, versions_seen = 0;
  for (unsigned seed = 0; seed < 10'000; ++seed)
  {
    const auto events = random_events(seed, 15);
    auto reading = folded(events, events.size());
    open_again(reading);
    while (!reading.redoable().empty()) issue(reading, Redo{});
    const auto end = content_of(reading);
    const auto steps = reading.undoable().size();
    while (!reading.undoable().empty()) issue(reading, Undo{});
    ASSERT_EQ(content_of(reading), content_of(folded(events, 1))) << "seed " << seed;
    for (std::size_t k = 0; k < steps; ++k) issue(reading, Redo{});
    ASSERT_EQ(content_of(reading), end) << "seed " << seed;
    events_seen += events.size();
    versions_seen += static_cast<std::size_t>(reading.version());
  }
  EXPECT_GT(events_seen, 90'000u) << "the random readers were refused nearly always; the test saw too little";
  EXPECT_GT(versions_seen, 10'500u) << "hardly any version was locked and reopened";
}

TEST(Reading, IsReplayedToEveryMomentWithTheStateSeenThen)
{
  for (unsigned seed = 0; seed < 300; ++seed)
  {
    const auto events = random_events(seed, 40);
    std::vector<std::string> seen;
    Reading reading;
    for (const auto& event : events)
    {
      reading.apply(event);
      seen.push_back(reading.state_digest().text());
    }
    for (std::size_t n = 1; n <= events.size(); n += 7)
    {
      std::vector<Event> read_back;
      for (std::size_t k = 0; k < n; ++k) read_back.push_back(*parse_event(canonical_text(events[k])));
      ASSERT_EQ(folded(read_back, n).state_digest().text(), seen[n - 1]) << "seed " << seed << ", event " << n;
    }
  }
}

TEST(Reading, KeepsCanonicalBytesThroughWritingAndReading)
{
  for (unsigned seed = 0; seed < 500; ++seed)
    for (const auto& event : random_events(seed, 30))
    {
      const auto text = canonical_text(event);
      const auto back = parse_event(text);
      ASSERT_TRUE(back) << text << back.failure().message();
      ASSERT_EQ(canonical_text(*back), text);
    }
}

/// The digest can be had with common tools: printf '%s\n%s\n' ZEROS EVENT | sha256sum (computed so, once, with coreutils 9.1).
TEST(Reading, BindsAnEventWithADigestThatCommonToolsCompute)
{
  const auto text = canonical_text(beginning());
  EXPECT_EQ(text, R"({"sequence":1,"when":"2026-01-01T00:00:00.000Z","who":"A","why":"","software":"nadir 0.1.0","act":"begin-record",)"
                  R"("record":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","patient":"P1"})");
  EXPECT_EQ(chained_digest(digest_before_first_event(), text).text(), "fcc823b1b3b9d734a224a40290da19f64e4c943b224e57e1257e48ad83175c33");
}

TEST(Reading, NeverTakesAChangedByteForTheSameEvent)
{
  const auto text = canonical_text(random_events(3, 20).back());
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const int bit : {0, 3, 5, 6})
    {
      auto changed = text;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      const auto event = parse_event(changed);
      EXPECT_TRUE(!event || canonical_text(*event) == changed) << changed;
    }
  EXPECT_FALSE(parse_event(" " + text));
  EXPECT_FALSE(parse_event(text.substr(0, text.size() - 1) + R"(,"why":"twice"})"));
}

TEST(Reading, NamesEveryActOnce)
{
  std::set<std::string_view> names;
  for (const auto& act : {Act(BeginRecord{}),
                          Act(LoadImages{}),
                          Act(ChooseSeries{}),
                          Act(UseProtocol{}),
                          Act(ConfirmQuestion{}),
                          Act(MarkLesion{}),
                          Act(WithdrawLesion{}),
                          Act(Reclassify{}),
                          Act(ChangeOrgan{}),
                          Act(AlignDate{}),
                          Act(Blind{}),
                          Act(Unblind{}),
                          Act(ShowTimepoint{}),
                          Act(PlaceCaliper{}),
                          Act(MoveCaliper{}),
                          Act(AcceptSegmentation{}),
                          Act(SetState{}),
                          Act(ClearMarks{}),
                          Act(AddComment{}),
                          Act(Undo{}),
                          Act(Redo{}),
                          Act(Lock{}),
                          Act(Sign{}),
                          Act(Reopen{}),
                          Act(SetNecrosisThreshold{}),
                          Act(ResetNecrosisThreshold{})})
    names.insert(name_of(act));
  EXPECT_EQ(names.size(), std::variant_size_v<Act>);
}

TEST(UtcTime, IsWrittenInOneWayAndReadInNoOther)
{
  const auto time = parse_utc("2026-02-28T23:59:59.007Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(format_utc(*time), "2026-02-28T23:59:59.007Z");
  EXPECT_EQ(format_utc(*time + std::chrono::seconds{1}), "2026-03-01T00:00:00.007Z");
  for (const char* wrong : {"", "2026-02-29T00:00:00.000Z", "2026-02-28T24:00:00.000Z", "2026-02-28 00:00:00.000Z",
                            "2026-02-28T00:00:00.000", "2026-02-28T00:00:60.000Z", "2026-02-28T00:00:00.+07Z"})
    EXPECT_FALSE(parse_utc(wrong)) << wrong;
}
