#pragma once

#include <cstdint>
#include <span>

#include "imaging/result/result.h"
#include "reading/record/reading.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// The reading as it stood after the first `count` events. Failure: NotAllowed when there are fewer.
Result<Reading> replay(std::span<const Event> events, std::int64_t count);

/// How many events had taken place at that moment: all before the first one that is stamped later. (A clock that was set back does
/// not bring events out of their order.)
std::int64_t events_until(std::span<const Event> events, UtcTime moment);
}  // namespace nadir::reading
