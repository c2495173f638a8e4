#include "reading/audit/verify_record.h"

#include <algorithm>
#include <set>

#include "reading/record/event_text.h"
#include "reading/store/head_file.h"

namespace nadir::reading
{
namespace
{
namespace fs = std::filesystem;

void note(AuditReport& report, const std::string& place, const std::string& what) { report.damages.push_back({place, what}); }

/// The event before is whole by its stored or by its computed digest: damage of one event is not told of the next one, too.
bool agrees(const StoredEvent& event, const Digest& stored_before, const Digest& computed_before)
{
  return chained_digest(stored_before, event.body) == event.digest || chained_digest(computed_before, event.body) == event.digest;
}

void locate_damage(const std::vector<StoredEvent>& stored, AuditReport& report)
{
  Digest stored_before = digest_before_first_event(), computed_before = stored_before;
  std::int64_t expected = 1;
  for (const auto& event : stored)
  {
    const bool follows = event.sequence == expected;
    if (follows && !agrees(event, stored_before, computed_before))
      note(report, "event " + std::to_string(event.sequence),
           "its text or digest was changed: they do not agree with each other and with the event before");
    computed_before = chained_digest(stored_before, event.body);
    stored_before = event.digest;
    expected = event.sequence + 1;
  }
}

void take_in_all(const std::vector<StoredEvent>& stored, AuditReport& report)
{
  report.head = digest_before_first_event();
  std::optional<UtcTime> before;
  for (const auto& event : stored)
  {
    if (event.sequence != report.whole_events + 1) return;
    const auto taken = take_in(event, report.reading, report.head);
    if (!taken)
    {
      if (report.damages.empty() && taken.failure().is(RecordError::NewerVersion)) report.newer = taken.failure();
      else if (report.damages.empty()) note(report, "event " + std::to_string(event.sequence), taken.failure().message());
      return;
    }
    ++report.whole_events;
    if (before && taken->when < *before)
      report.notices.push_back("event " + std::to_string(event.sequence) + " is stamped before the one it follows: a clock was set back");
    before = taken->when;
  }
}

std::set<std::string> named_blobs(const std::vector<StoredEvent>& stored)
{
  std::set<std::string> names;
  for (const auto& event : stored)
    if (const auto parsed = parse_event(event.body))
      for (const auto& digest : blobs_of(parsed->act)) names.insert(digest.text());
  return names;
}

void check_named_blobs(const KeptRecord& kept, AuditReport& report)
{
  const std::set<std::string> present(kept.blobs.begin(), kept.blobs.end());
  for (const auto& name : named_blobs(kept.events))
    if (!present.contains(name)) note(report, "blob " + name, "is missing although an event names it");
}

void check_head(const KeptRecord& kept, const Result<Head>& head, AuditReport& report)
{
  if (!head && head.failure().is(RecordError::CannotOpen))
    return report.notices.push_back(
        "there is no head file: events cut off at the end would not be noticed. Compare the head digest with one kept elsewhere.");
  if (!head) return note(report, "head file", head.failure().message());
  if (report.whole_events > 0 && head->record != report.reading.record()) return note(report, "head file", "it belongs to another record");
  const auto found =
      std::find_if(kept.events.begin(), kept.events.end(), [&](const auto& event) { return event.sequence == head->events; });
  const auto last = kept.events.empty() ? 0 : kept.events.back().sequence;
  if (head->events > last)
    return note(report, "end of the record",
                "it ends with event " + std::to_string(last) + ", but " + std::to_string(head->events) +
                    " were confirmed: the others are lost");
  if (found != kept.events.end() && found->digest != head->digest)
    note(report, "event " + std::to_string(head->events), "is another one than the one that was confirmed");
}

std::string bytes_of_block(std::size_t block)
{
  return "bytes " + std::to_string(block * seal_block_bytes) + " to " + std::to_string((block + 1) * seal_block_bytes - 1) + " of the file";
}

void compare_seals(const Seal& sealed, const Seal& found, AuditReport& report)
{
  if (sealed.bytes != found.bytes)
    note(report, "file", "it has " + std::to_string(found.bytes) + " bytes; when it was closed it had " + std::to_string(sealed.bytes));
  for (std::size_t k = 0; k < std::min(sealed.blocks.size(), found.blocks.size()); ++k)
    if (sealed.blocks[k] != found.blocks[k]) note(report, bytes_of_block(k), "changed since the record was closed");
}

/// The seal speaks of the file as it was with the last event that the head tells of.
void check_seal(const Result<Head>& head, const std::optional<Seal>& found, std::int64_t events, AuditReport& report)
{
  const bool applies = head && head->seal && found && head->events >= events;
  if (applies) compare_seals(*head->seal, *found, report);
  report.is_sealed = applies;
  if (!applies) report.notices.push_back("the record was not closed in order: its content was verified, unused bytes of its file were not");
}

void check_witness(const KeptRecord& kept, const std::optional<Digest>& witness, AuditReport& report)
{
  if (!witness) return;
  const auto is_it = [&](const StoredEvent& event) { return event.digest == *witness; };
  if (std::none_of(kept.events.begin(), kept.events.end(), is_it))
    note(report, "whole record", "the digest kept elsewhere is none of its events: it was cut off or made anew");
}
}  // namespace

void verify_chain(const std::vector<StoredEvent>& stored, AuditReport& report)
{
  report.events = static_cast<std::int64_t>(stored.size());
  locate_damage(stored, report);
  take_in_all(stored, report);
}

Result<AuditReport> verify_record(const fs::path& path, const std::optional<Digest>& witness)
{
  const auto seal = seal_of(path);  // before SQLite opens the file
  const auto head = read_head(path);
  const auto kept = read_kept_record(path, head ? head->events : 0);
  if (!kept) return kept.failure();
  AuditReport report;
  report.damages = kept->damages;
  report.blobs = kept->blobs.size();
  verify_chain(kept->events, report);
  if (report.newer && report.damages.empty()) return report.newer->in_context(path.string());
  check_named_blobs(*kept, report);
  check_head(*kept, head, report);
  check_seal(head, seal, report.events, report);
  check_witness(*kept, witness, report);
  if (report.events == 0) note(report, "whole record", "it holds no event");
  return report;
}
}  // namespace nadir::reading
