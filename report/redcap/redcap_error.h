#pragma once

#include <string_view>

namespace nadir::report::redcap
{
enum class RedcapError
{
  NoRecordId,       ///< the name of a patient cannot be a record id
  EventsUnordered,  ///< several cases have the same time points in different orders
  ValueRefused,     ///< a value that the data dictionary does not allow
};
std::string_view error_code(RedcapError error);
}  // namespace nadir::report::redcap
