#include "report/redcap/redcap_error.h"

namespace nadir::report::redcap
{
std::string_view error_code(RedcapError error)
{
  switch (error)
  {
  case RedcapError::NoRecordId: return "redcap.no-record-id";
  case RedcapError::EventsUnordered: return "redcap.events-unordered";
  case RedcapError::ValueRefused: return "redcap.value-refused";
  }
  return "redcap.unknown";
}
}  // namespace nadir::report::redcap
