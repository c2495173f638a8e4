#include "report/table/partial_date.h"

#include <string>

#include "measure/response/calendar_day.h"

namespace nadir::report
{
bool is_partial_date(std::string_view text)
{
  constexpr std::string_view complete = "2000-01-01";
  if (text.empty()) return true;
  const bool has_whole_parts = text.size() == 4 || text.size() == 7 || text.size() == 10;
  return has_whole_parts && measure::parse_calendar_day(std::string(text).append(complete.substr(text.size()))).has_value();
}
}  // namespace nadir::report
