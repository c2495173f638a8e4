#include "reading/store/stored_event.h"

#include "reading/command/decide.h"
#include "reading/record/event_text.h"

namespace nadir::reading
{
namespace
{
Failure damaged(const StoredEvent& stored, const std::string& why)
{
  return {RecordError::Damaged, "event " + std::to_string(stored.sequence) + ": " + why};
}

/// The command that must have led to an event.
Result<Event> decided_again(const Reading& reading, const Event& event)
{
  return decide(reading, {event.act, event.who, event.why}, {event.when, event.software});
}
}  // namespace

std::vector<Digest> blobs_of(const Act& act)
{
  Digest named;
  if (const auto* load = std::get_if<LoadImages>(&act)) named = load->images;
  if (const auto* use = std::get_if<UseProtocol>(&act)) named = use->protocol;
  if (const auto* accept = std::get_if<AcceptSegmentation>(&act)) named = accept->mask.mask;
  if (const auto* lock = std::get_if<Lock>(&act)) named = lock->results;
  return named.empty() ? std::vector<Digest>{} : std::vector{named};
}

Result<Event> take_in(const StoredEvent& stored, Reading& reading, Digest& head)
{
  if (chained_digest(head, stored.body) != stored.digest) return damaged(stored, "its text does not agree with its digest");
  const auto event = parse_event(stored.body);
  if (!event && event.failure().is(RecordError::NewerVersion))
    return event.failure().in_context("event " + std::to_string(stored.sequence));
  if (!event) return damaged(stored, event.failure().message());
  if (event->sequence != stored.sequence) return damaged(stored, "its text says event " + std::to_string(event->sequence));
  const auto again = decided_again(reading, *event);
  if (!again) return damaged(stored, "it cannot have happened: " + again.failure().message());
  if (canonical_text(*again) != stored.body)
    return damaged(stored, "it cannot have happened: it names another state than the one before it");
  reading.apply(*event);
  head = stored.digest;
  return *event;
}
}  // namespace nadir::reading
