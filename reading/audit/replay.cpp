#include "reading/audit/replay.h"

#include <algorithm>

namespace nadir::reading
{
Result<Reading> replay(std::span<const Event> events, std::int64_t count)
{
  if (count < 0 || count > static_cast<std::int64_t>(events.size()))
    return Failure{RecordError::NotAllowed, "the record has " + std::to_string(events.size()) + " events, not " + std::to_string(count) +
                                                ". Give a number in between."};
  Reading reading;
  for (const auto& event : events.first(static_cast<std::size_t>(count))) reading.apply(event);
  return reading;
}

std::int64_t events_until(std::span<const Event> events, UtcTime moment)
{
  return std::find_if(events.begin(), events.end(), [moment](const Event& event) { return event.when > moment; }) - events.begin();
}
}  // namespace nadir::reading
