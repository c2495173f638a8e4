#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "report/redcap/data_dictionary.h"
#include "report/redcap/redcap_case.h"
#include "report/table/trace.h"

namespace nadir::report::redcap
{
/// An event of the one arm of a project.
struct Event
{
  std::string name;         ///< "week 8"
  std::string unique_name;  ///< "week_8_arm_1", as REDCap makes it

  bool operator==(const Event&) const = default;
};

/// A longitudinal project: what its files say.
struct Project
{
  std::vector<Field> dictionary;
  std::vector<Event> events;
  std::vector<std::string> columns;               ///< of the records
  std::vector<std::vector<std::string>> records;  ///< raw codes; one cell for each column

  bool operator==(const Project&) const = default;
};

/// Cases as a project: events are the labels of their time points; a row with empty repeat columns holds "timepoint" (and "reading" at the
/// case's first event), a row for each lesion holds an instance of "lesion". Failures NoRecordId, EventsUnordered, and ValueRefused when
/// `record_problems` finds any.
Result<Project> project_of(const std::vector<CaseEntry>& cases);

/// The cases of such a project; none when it does not hold any as they are written here.
std::optional<std::vector<CaseEntry>> cases_from(const Project& project);

/// What REDCap, or who imports there, would stumble over: unknown events, fields filled on rows of other forms, values outside choices,
/// ranges and formats, missing required values, the same instance twice. One sentence each, with row and field.
std::vector<std::string> record_problems(const Project& project);

/// The files of a project: data dictionary (18 columns), events, which form belongs to which event, repeating forms, records.
struct ProjectFiles
{
  std::string dictionary, events, designations, repeating, records;
};
ProjectFiles files_of(const Project& project);

/// Reads the files back; none when one of them is not as it is written here.
std::optional<Project> project_from(const ProjectFiles& files);

/// Where the cells of the records come from; `file` is "records.csv".
std::vector<TracedCells> traced_cells(const Project& project, const std::vector<TableSource>& sources);
}  // namespace nadir::report::redcap
