#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/calendar_day.h"
#include "measure/response/reported_length.h"
#include "report/table/json_text.h"

namespace nadir::report
{
/// Fields that the parts of findings.json share; a value that is not there is null.
void add_text(JsonText& json, std::string_view key, std::string_view value);
void add_number(JsonText& json, std::string_view key, const std::optional<double>& value);
void add_length(JsonText& json, std::string_view key, const std::optional<measure::ReportedLength>& length);  ///< mm
void add_date(JsonText& json, std::string_view key, const std::optional<measure::CalendarDay>& day);
void add_texts(JsonText& json, std::string_view key, const std::vector<std::string>& texts);
void add_pairs(JsonText& json, std::string_view key, const std::vector<std::pair<std::string, std::string>>& pairs);
void add_finding(JsonText& json, const measure::Finding& finding);
void add_findings(JsonText& json, const std::vector<measure::Finding>& findings);
}  // namespace nadir::report
