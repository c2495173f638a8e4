#include "report/export/formats/formats.h"
#include "report/export/formats/table_job.h"
#include "report/table/tidy_csv.h"
#include "report/table/tidy_json.h"

namespace nadir::report
{
namespace
{
constexpr const char* measurements_name = "measurements.csv";
constexpr const char* responses_name = "responses.csv";
constexpr const char* tables_name = "tables.json";

TidyTables tables_of(const ExportJob& job)
{
  const auto sources = table_sources(job);
  return {measurement_rows(sources), response_rows(sources)};
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto tables = tables_of(job);
  FormatOutput output;
  output.files = {{measurements_name, to_csv(tables.measurements)},
                  {responses_name, to_csv(tables.responses)},
                  {tables_name, to_json(tables)},
                  trace_file(job, traced_tidy_cells(table_sources(job)))};
  output.left_out = {"findings, flags in words, comparability and geometry certificates (assessment.json has them)", "images"};
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto tables = tables_of(job);
  return {check_of(measurements_name, "nadir's reader of measurements",
                   outcome_of(measurements_from_csv(bytes_of(files, measurements_name)) == tables.measurements)),
          check_of(responses_name, "nadir's reader of responses",
                   outcome_of(responses_from_csv(bytes_of(files, responses_name)) == tables.responses)),
          check_of(tables_name, "nadir's reader of tidy tables", outcome_of(tidy_tables_from_json(bytes_of(files, tables_name)) == tables)),
          read_back_trace(files, traced_tidy_cells(table_sources(job)))};
}
}  // namespace

ExportFormat tidy_format()
{
  return {"tidy",
          "Tidy tables, CSV and JSON: one row for each lesion, time point and measurement",
          FormatNeeds::Numbers,
          FormatScope::ManyCases,
          {},
          make,
          read_back};
}
}  // namespace nadir::report
