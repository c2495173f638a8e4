#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/table/tidy_rows.h"

namespace nadir::report
{
/// Where the number or word of one or more cells comes from: a measurement of one lesion at one time point, or, with an empty lesion, what
/// follows from all lesions there.
struct CellOrigin
{
  std::size_t reading = 0;  ///< position among the sources
  std::size_t timepoint = 0;
  LesionId lesion{};
  std::string measurement;  ///< "longest_diameter", "state", "response", ...

  auto operator<=>(const CellOrigin&) const = default;
};

/// Cells of one row of one exported file.
struct TracedCells
{
  std::string file;
  std::size_t row = 0;  ///< 1 = the first after the header
  std::vector<std::string> columns;
  CellOrigin origin;

  bool operator==(const TracedCells&) const = default;
};

/// The sidecar trace.json, schema "nadir.trace/1": what every exported number rests on. `readings` holds the digests of assessment, case
/// and inputs; `origins` tracking UID, series, image, slice, end points (DICOM patient LPS, mm), frame of reference and mask digest of each
/// measurement; `cells` says for each row of each file which columns rest on which origin. A sum rests on the origins of its lesions.
/// Names no patient.
std::string trace_json(const std::vector<TableSource>& sources, const std::vector<TracedCells>& cells);

/// The cells of a trace.json again; what is no such document, or has an origin that is not there -> nullopt.
std::optional<std::vector<TracedCells>> traced_cells_from(std::string_view text);

/// The cells of the tidy tables, as measurements.csv and responses.csv hold them.
std::vector<TracedCells> traced_tidy_cells(const std::vector<TableSource>& sources);
}  // namespace nadir::report
