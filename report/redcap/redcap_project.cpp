#include "report/redcap/redcap_project.h"

#include <algorithm>
#include <map>

#include "imaging/units/number_text.h"
#include "report/redcap/entry_fields.h"
#include "report/redcap/event_names.h"
#include "report/redcap/redcap_error.h"
#include "report/table/timepoint_order.h"

namespace nadir::report::redcap
{
namespace
{
const std::vector<std::string>& record_columns()
{
  static const std::vector<std::string> columns = []
  {
    std::vector<std::string> made{"record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"};
    for (const auto form : forms)
    {
      for (const auto& field : data_dictionary())
        if (field.form == form && field.name != "record_id") made.push_back(field.name);
      made.push_back(std::string(form) + "_complete");
    }
    return made;
  }();
  return columns;
}

const std::map<std::string, std::size_t, std::less<>>& column_positions()
{
  static const std::map<std::string, std::size_t, std::less<>> positions = []
  {
    std::map<std::string, std::size_t, std::less<>> made;
    for (const auto& column : record_columns()) made.emplace(column, made.size());
    return made;
  }();
  return positions;
}

const Choices& choices_of(std::string_view name)
{
  static const std::map<std::string, Choices, std::less<>> choices = []
  {
    std::map<std::string, Choices, std::less<>> made;
    for (const auto& field : data_dictionary()) made.emplace(field.name, field.choices);
    return made;
  }();
  return choices.find(name)->second;
}

/// Fills the cells of a row.
class RowWriter
{
public:
  explicit RowWriter(std::vector<std::string>& row) : row_(row) {}

  void field(std::string_view name, const std::string& text) { put(name, coded(name, text)); }
  void field(std::string_view name, int number) { put(name, std::to_string(number)); }
  void field(std::string_view name, bool value) { put(name, value ? "1" : "0"); }
  void field(std::string_view name, const std::optional<double>& number) { put(name, number ? format_number(*number) : ""); }
  void put(std::string_view name, std::string text) { row_[column_positions().find(name)->second] = std::move(text); }

private:
  /// The code of a word; a word without one stays, for `record_problems` to find.
  static std::string coded(std::string_view name, const std::string& text)
  {
    for (const auto& [code, word] : choices_of(name))
      if (word == text) return code;
    return text;
  }

  std::vector<std::string>& row_;
};

/// Reads the cells of a row.
class RowReader
{
public:
  explicit RowReader(const std::vector<std::string>& row) : row_(row) {}

  void field(std::string_view name, std::string& text) { text = word_of(name, cell(name)); }
  void field(std::string_view name, int& number) { number = static_cast<int>(parse_integer(cell(name)).value_or(-1)); }
  void field(std::string_view name, bool& value) { value = cell(name) == "1"; }
  void field(std::string_view name, std::optional<double>& number) { number = parse_number(cell(name)); }
  const std::string& cell(std::string_view name) const { return row_[column_positions().find(name)->second]; }

private:
  static std::string word_of(std::string_view name, const std::string& text)
  {
    for (const auto& [code, word] : choices_of(name))
      if (code == text) return word;
    return text;
  }

  const std::vector<std::string>& row_;
};

bool is_record_id(const std::string& text)
{
  return !text.empty() && text.size() <= 100 && text.front() != ' ' && text.back() != ' ' &&
         text.find_first_of("#'\"&+=<>\\") == std::string::npos && text.front() != '-' && text.front() != '@';
}

/// Writes the rows of one case.
class CaseWriter
{
public:
  CaseWriter(const CaseEntry& entry, const std::map<std::string, std::string>& events, Project& project)
      : entry_(entry), events_(events), project_(project)
  {
  }

  void write()
  {
    for (const auto& visit : entry_.visits)
    {
      auto& row = start(visit);
      RowWriter writer(row);
      detail::fields_of(writer, visit);
      writer.put("timepoint_complete", "2");
      if (&visit == &entry_.visits.front()) add_reading(writer);
      int instance = 0;
      for (const auto& lesion : visit.lesions) add_lesion(visit, lesion, ++instance);
    }
  }

private:
  std::vector<std::string>& start(const VisitEntry& visit)
  {
    auto& row = project_.records.emplace_back(project_.columns.size());
    row[0] = entry_.record;
    row[1] = events_.at(visit.label);
    return row;
  }

  void add_reading(RowWriter& writer) const
  {
    detail::fields_of(writer, entry_);
    writer.put("reading_complete", "2");
  }

  void add_lesion(const VisitEntry& visit, const LesionEntry& lesion, int instance)
  {
    RowWriter writer(start(visit));
    detail::fields_of(writer, lesion);
    writer.put("redcap_repeat_instrument", std::string(repeating_form));
    writer.put("redcap_repeat_instance", std::to_string(instance));
    writer.put("lesion_complete", "2");
  }

  const CaseEntry& entry_;
  const std::map<std::string, std::string>& events_;
  Project& project_;
};

/// Labels in an order that agrees with every case; none when there is no such order.
std::optional<std::vector<std::string>> event_labels(const std::vector<CaseEntry>& cases)
{
  std::vector<measure::Assessment> orders;
  for (const auto& entry : cases)
  {
    auto& order = orders.emplace_back();
    for (const auto& visit : entry.visits) order.timepoints.emplace_back().label = TimepointLabel{visit.label};
  }
  std::vector<const measure::Assessment*> pointers;
  for (const auto& order : orders) pointers.push_back(&order);
  return timepoint_order(pointers);
}
}  // namespace

Result<Project> project_of(const std::vector<CaseEntry>& cases)
{
  for (const auto& entry : cases)
    if (!is_record_id(entry.record))
      return Failure{RedcapError::NoRecordId, "the case's name for the patient cannot be a REDCap record id (records could not be found "
                                              "again; it needs 1 to 100 characters, none of "
                                              "# ' \" & + = < > \\, and no blank, - or @ in front). Give the case another name."};
  const auto labels = event_labels(cases);
  if (!labels)
    return Failure{RedcapError::EventsUnordered,
                   "the cases have the same time points in different orders (events have one order). Give other visits other labels."};
  Project project{data_dictionary(), {}, record_columns(), {}};
  const auto unique = unique_event_names(*labels);
  std::map<std::string, std::string> events;
  for (std::size_t i = 0; i < labels->size(); ++i)
  {
    project.events.push_back({(*labels)[i], unique[i]});
    events[(*labels)[i]] = unique[i];
  }
  for (const auto& entry : cases) CaseWriter(entry, events, project).write();
  if (const auto problems = record_problems(project); !problems.empty()) return Failure{RedcapError::ValueRefused, problems.front()};
  return project;
}

std::optional<std::vector<CaseEntry>> cases_from(const Project& project)
{
  if (project.columns != record_columns()) return std::nullopt;
  std::vector<CaseEntry> cases;
  for (const auto& row : project.records)
  {
    RowReader reader(row);
    const bool is_lesion = !reader.cell("redcap_repeat_instrument").empty();
    if (is_lesion && (cases.empty() || cases.back().visits.empty() || cases.back().record != row[0])) return std::nullopt;
    if (is_lesion)
    {
      detail::fields_of(reader, cases.back().visits.back().lesions.emplace_back());
      continue;
    }
    if (cases.empty() || cases.back().record != row[0])
    {
      cases.emplace_back().record = row[0];
      detail::fields_of(reader, cases.back());
    }
    detail::fields_of(reader, cases.back().visits.emplace_back());
  }
  return cases;
}

std::vector<TracedCells> traced_cells(const Project& project, const std::vector<TableSource>& sources)
{
  std::vector<TracedCells> cells;
  std::size_t row = 0;
  for (std::size_t reading = 0; reading < sources.size(); ++reading)
    for (std::size_t t = 0; t < sources[reading].assessment->timepoints.size(); ++t)
    {
      cells.push_back({"records.csv", ++row, {"sum_mm", "resp_target", "resp_nontarget", "resp_overall"}, {reading, t, {}, "response"}});
      for (const auto& lesion : sources[reading].assessment->timepoints[t].lesions)
      {
        ++row;
        const auto add = [&](const char* column, const char* measurement) {
          cells.push_back({"records.csv", row, {column}, {reading, t, lesion.lesion.id, measurement}});
        };
        add("les_state", "state");
        if (lesion.longest_diameter) add("les_ld_mm", "longest_diameter");
        if (lesion.short_axis) add("les_sa_mm", "short_axis");
        if (lesion.response_contribution) add("les_counts_mm", "response_contribution");
        if (lesion.volume) add("les_volume_ml", "volume");
      }
    }
  NADIR_EXPECTS(row == project.records.size());
  return cells;
}
}  // namespace nadir::report::redcap
