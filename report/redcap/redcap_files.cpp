#include "report/redcap/redcap_project.h"
#include "report/table/csv_rows.h"
#include "report/table/csv_text.h"

namespace nadir::report::redcap
{
namespace
{
using Rows = std::vector<CsvRow>;

std::string csv_of(const Rows& rows)
{
  CsvText csv(CsvLineEnd::CarriageReturnLineFeed);
  for (const auto& row : rows)
  {
    for (const auto& cell : row) csv.text(cell);
    csv.end_row();
  }
  return std::move(csv).take();
}

CsvRow dictionary_row(const Field& field)
{
  return {field.name,
          field.form,
          field.section,
          field.type,
          field.label,
          in_words(field.choices),
          field.note,
          field.validation,
          field.minimum,
          field.maximum,
          field.is_identifier ? "y" : "",
          "",
          field.is_required ? "y" : "",
          "",
          "",
          "",
          "",
          ""};
}

Field field_of(const CsvRow& row)
{
  return {row[0], row[1], row[2], row[3], row[4], choices_from(row[5]), row[6], row[7], row[8], row[9], row[10] == "y", row[12] == "y"};
}

Rows dictionary_rows(const Project& project)
{
  Rows rows{CsvRow(dictionary_columns.begin(), dictionary_columns.end())};
  for (const auto& field : project.dictionary) rows.push_back(dictionary_row(field));
  return rows;
}

Rows event_rows(const Project& project)
{
  Rows rows{{"event_name", "arm_num", "unique_event_name", "custom_event_label"}};
  for (const auto& event : project.events) rows.push_back({event.name, "1", event.unique_name, ""});
  return rows;
}

/// Which form belongs to which event. "reading" belongs to each, as each can be the first of a case.
Rows designation_rows(const Project& project)
{
  Rows rows{{"arm_num", "unique_event_name", "form"}};
  for (const auto& event : project.events)
    for (const auto form : forms) rows.push_back({"1", event.unique_name, std::string(form)});
  return rows;
}

Rows repeating_rows(const Project& project)
{
  Rows rows{{"event_name", "form_name", "custom_form_label"}};
  for (const auto& event : project.events) rows.push_back({event.unique_name, std::string(repeating_form), "[les_id]"});
  return rows;
}

/// The rows of a text, unguarded; none when it is no table with rows as wide as its first.
std::optional<Rows> rows_from(std::string_view text, std::size_t width)
{
  auto rows = csv_rows(text);
  if (!rows || rows->empty()) return std::nullopt;
  for (auto& row : *rows)
  {
    if (row.size() != (width ? width : rows->front().size())) return std::nullopt;
    for (auto& cell : row) cell = unguarded(cell);
  }
  return rows;
}
}  // namespace

ProjectFiles files_of(const Project& project)
{
  Rows records{project.columns};
  records.insert(records.end(), project.records.begin(), project.records.end());
  return {csv_of(dictionary_rows(project)), csv_of(event_rows(project)), csv_of(designation_rows(project)), csv_of(repeating_rows(project)),
          csv_of(records)};
}

std::optional<Project> project_from(const ProjectFiles& files)
{
  const auto dictionary = rows_from(files.dictionary, dictionary_columns.size()), events = rows_from(files.events, 4),
             records = rows_from(files.records, 0);
  if (!dictionary || !events || !records) return std::nullopt;
  Project project;
  for (std::size_t i = 1; i < dictionary->size(); ++i) project.dictionary.push_back(field_of((*dictionary)[i]));
  for (std::size_t i = 1; i < events->size(); ++i) project.events.push_back({(*events)[i][0], (*events)[i][2]});
  project.columns = records->front();
  project.records.assign(records->begin() + 1, records->end());
  const auto rewritten = files_of(project);
  const bool is_same = rewritten.dictionary == files.dictionary && rewritten.events == files.events &&
                       rewritten.designations == files.designations && rewritten.repeating == files.repeating &&
                       rewritten.records == files.records;
  return is_same ? std::optional(std::move(project)) : std::nullopt;
}
}  // namespace nadir::report::redcap
