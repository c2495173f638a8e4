#include "report/table/findings_fields.h"

namespace nadir::report
{
void add_text(JsonText& json, std::string_view key, std::string_view value)
{
  json.key(key);
  json.text(value);
}

void add_number(JsonText& json, std::string_view key, const std::optional<double>& value)
{
  json.key(key);
  value ? json.number(*value) : json.null();
}

void add_length(JsonText& json, std::string_view key, const std::optional<measure::ReportedLength>& length)
{
  add_number(json, key, length ? std::optional(length->millimeters().value()) : std::nullopt);
}

void add_date(JsonText& json, std::string_view key, const std::optional<measure::CalendarDay>& day)
{
  json.key(key);
  day ? json.text(measure::format_calendar_day(*day)) : json.null();
}

void add_texts(JsonText& json, std::string_view key, const std::vector<std::string>& texts)
{
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.text(text);
  json.end_array();
}

void add_pairs(JsonText& json, std::string_view key, const std::vector<std::pair<std::string, std::string>>& pairs)
{
  json.key(key);
  json.begin_object();
  for (const auto& [name, value] : pairs) add_text(json, name, value);
  json.end_object();
}

void add_finding(JsonText& json, const measure::Finding& finding)
{
  json.begin_object();
  add_text(json, "rule", finding.rule);
  add_text(json, "clause", finding.clause);
  add_text(json, "outcome", finding.outcome);
  add_text(json, "explanation", finding.explanation);
  add_pairs(json, "inputs", finding.inputs);
  json.end_object();
}

void add_findings(JsonText& json, const std::vector<measure::Finding>& findings)
{
  json.key("findings");
  json.begin_array();
  for (const auto& finding : findings) add_finding(json, finding);
  json.end_array();
}
}  // namespace nadir::report
