#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/table/tidy_rows.h"

namespace nadir::report
{
struct TidyTables
{
  std::vector<MeasurementRow> measurements;
  std::vector<ResponseRow> responses;

  bool operator==(const TidyTables&) const = default;
};

/// The tidy tables as JSON: {"schema": "nadir.tidy/1", "measurements": [{...}], "responses": [{...}]}, an object a row with the names of
/// the columns as keys; what does not exist is null.
std::string to_json(const TidyTables& tables);

/// Reads back what `to_json` wrote; a text that is not exactly that -> nullopt.
std::optional<TidyTables> tidy_tables_from_json(std::string_view text);
}  // namespace nadir::report
