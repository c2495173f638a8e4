#include "report/export/formats/formats.h"
#include "report/export/formats/table_job.h"
#include "report/redcap/redcap_project.h"

namespace nadir::report
{
namespace
{
constexpr const char* reader = "nadir's reader of REDCap projects";

redcap::ProjectFiles files_from(const std::vector<ExportFile>& files)
{
  return {bytes_of(files, "dictionary.csv"), bytes_of(files, "events.csv"), bytes_of(files, "designations.csv"),
          bytes_of(files, "repeating.csv"), bytes_of(files, "records.csv")};
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto sources = table_sources(job);
  const auto project = redcap::project_of(redcap::cases_of(sources));
  if (!project) return project.failure();
  const auto files = redcap::files_of(*project);
  FormatOutput output;
  output.files = {{"dictionary.csv", files.dictionary},     {"events.csv", files.events},
                  {"designations.csv", files.designations}, {"repeating.csv", files.repeating},
                  {"records.csv", files.records},           trace_file(job, redcap::traced_cells(*project, sources))};
  output.left_out = {"findings, flags in words, comparability and geometry certificates", "diameters in other planes and in 3D",
                     "tissues beyond viable volume and necrotic fraction", "images"};
  output.notices = {"import in this order: dictionary, events, designations, the repeating instrument, records"};
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto sources = table_sources(job);
  const auto cases = redcap::cases_of(sources);
  const auto wanted = redcap::project_of(cases);
  const auto read = redcap::project_from(files_from(files));
  const auto outcome =
      outcome_of(wanted && read && *read == *wanted && redcap::cases_from(*read) == cases && redcap::record_problems(*read).empty());
  std::vector<ReadBack> checks;
  for (const char* name : {"dictionary.csv", "events.csv", "designations.csv", "repeating.csv", "records.csv"})
    checks.push_back(check_of(name, reader, outcome));
  if (wanted) checks.push_back(read_back_trace(files, redcap::traced_cells(*wanted, sources)));
  return checks;
}
}  // namespace

ExportFormat redcap_format()
{
  return {"redcap",
          "REDCap: data dictionary, events and records of a longitudinal project",
          FormatNeeds::Numbers,
          FormatScope::ManyCases,
          {},
          make,
          read_back};
}
}  // namespace nadir::report
