#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "imaging/units/number_text.h"
#include "measure/response/calendar_day.h"
#include "report/redcap/redcap_project.h"

namespace nadir::report::redcap
{
namespace
{
bool is_number_within(const Field& field, const std::string& text)
{
  const auto number = parse_number(text);
  return number && *number >= parse_number(field.minimum).value_or(*number) && *number <= parse_number(field.maximum).value_or(*number);
}

bool is_day_within(const Field& field, const std::string& text)
{
  return measure::parse_calendar_day(text) && text >= field.minimum && text <= field.maximum;
}

bool has_choice(const Field& field, const std::string& text)
{
  return std::any_of(field.choices.begin(), field.choices.end(), [&](const auto& choice) { return choice.first == text; });
}

/// Whether a text may stand in a field. A text field is one line.
bool is_allowed(const Field& field, const std::string& text)
{
  if (text.empty()) return !field.is_required;
  if (field.type == "radio") return has_choice(field, text);
  if (field.type == "yesno") return text == "0" || text == "1";
  if (field.validation == "integer") return parse_integer(text) && is_number_within(field, text);
  if (field.validation == "number") return is_number_within(field, text);
  if (field.validation == "date_ymd") return is_day_within(field, text);
  return text.find_first_of("\r\n") == std::string::npos;
}

/// Looks through the records of a project.
class Check
{
public:
  explicit Check(const Project& project) : project_(project)
  {
    for (const auto& field : project.dictionary) fields_.emplace(field.name, &field);
    for (const auto& event : project.events) events_.insert(event.unique_name);
  }

  std::vector<std::string> run()
  {
    for (const auto& column : project_.columns)
      if (!fields_.contains(column) && !column.ends_with("_complete") && !column.starts_with("redcap_"))
        problems_.push_back("column " + column + " is no field of the data dictionary.");
    for (row_ = 0; row_ < project_.records.size(); ++row_) check_row(project_.records[row_]);
    return std::move(problems_);
  }

private:
  void tell(const std::string& column, const std::string& problem)
  {
    problems_.push_back("record row " + std::to_string(row_ + 1) + ", " + column + ": " + problem +
                        " (REDCap would refuse or misread it). Correct the assessment.");
  }

  std::string cell(const std::vector<std::string>& row, std::string_view column) const
  {
    const auto found = std::find(project_.columns.begin(), project_.columns.end(), column);
    return found == project_.columns.end() ? "" : row[static_cast<std::size_t>(found - project_.columns.begin())];
  }

  void check_row(const std::vector<std::string>& row)
  {
    if (row.size() != project_.columns.size())
      return tell("the row", "it has " + std::to_string(row.size()) + " cells for " + std::to_string(project_.columns.size()) + " columns");
    const auto event = cell(row, "redcap_event_name"), form = cell(row, "redcap_repeat_instrument"),
               instance = cell(row, "redcap_repeat_instance");
    if (!events_.contains(event)) tell("redcap_event_name", "there is no such event");
    if (form.empty() != instance.empty() || (!form.empty() && form != repeating_form))
      tell("redcap_repeat_instrument", "it does not repeat");
    if (!form.empty() && parse_integer(instance).value_or(0) < 1) tell("redcap_repeat_instance", "it is no number from 1");
    if (!seen_.insert({cell(row, "record_id"), event, form, instance}).second)
      tell("record_id", "record, event and instance are there twice");
    for (std::size_t i = 0; i < row.size(); ++i) check_cell(project_.columns[i], row);
  }

  /// Whether the form of a field belongs to a row.
  bool belongs(const std::string& form, const std::vector<std::string>& row) const
  {
    const bool repeats = !cell(row, "redcap_repeat_instrument").empty();
    if (form == repeating_form) return repeats;
    return !repeats && (form != "reading" || !cell(row, "reading_complete").empty());
  }

  void check_cell(const std::string& column, const std::vector<std::string>& row)
  {
    const auto text = cell(row, column);
    const auto found = fields_.find(column);
    if (column.ends_with("_complete") && !text.empty() && text != "0" && text != "1" && text != "2")
      tell(column, "it is none of 0, 1 and 2");
    if (found == fields_.end()) return;
    const auto& field = *found->second;
    if (column == "record_id" || belongs(field.form, row))
    {
      if (!is_allowed(field, text))
        tell(column, text.empty() ? "a required value is missing" : "the value is not allowed by the data dictionary");
    }
    else if (!text.empty()) tell(column, "the field belongs to form " + field.form + ", the row does not");
  }

  const Project& project_;
  std::map<std::string, const Field*> fields_;
  std::set<std::string> events_;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> seen_;
  std::vector<std::string> problems_;
  std::size_t row_ = 0;
};
}  // namespace

std::vector<std::string> record_problems(const Project& project) { return Check(project).run(); }
}  // namespace nadir::report::redcap
