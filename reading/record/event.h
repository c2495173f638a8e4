#pragma once

#include <cstdint>
#include <string>

#include "reading/record/act.h"
#include "reading/record/utc_time.h"

namespace nadir::reading
{
/// One act that took place: an entry of the record. Once recorded it never changes.
struct Event
{
  std::int64_t sequence = 0;  ///< 1, 2, 3, ... without a gap
  UtcTime when;
  ReaderId who;
  std::string why;       ///< the reader's reason, "" where none is needed
  std::string software;  ///< "nadir 0.1.0"
  Act act;
};
}  // namespace nadir::reading
