#pragma once

#include <string>
#include <vector>

#include "report/certificate/certificate.h"
#include "report/export/export_file.h"
#include "report/export/export_job.h"
#include "report/table/trace.h"

/// What the formats that are tables have in common.
namespace nadir::report
{
/// The sources of a job with tracking UIDs and digests. They point into the job.
std::vector<TableSource> table_sources(const ExportJob& job);

/// "trace.json" of some cells.
ExportFile trace_file(const ExportJob& job, const std::vector<TracedCells>& cells);

/// The check of that file among those that came back from the disk.
ReadBack read_back_trace(const std::vector<ExportFile>& files, const std::vector<TracedCells>& cells);

/// Bytes of a file of that name; "" when it is not there.
const std::string& bytes_of(const std::vector<ExportFile>& files, const std::string& name);

/// What a reader found: what was to be written, or something else.
enum class ReadOutcome
{
  Equal,
  Different,
};
inline ReadOutcome outcome_of(bool equal) { return equal ? ReadOutcome::Equal : ReadOutcome::Different; }
ReadBack check_of(std::string file, std::string reader, ReadOutcome outcome);
}  // namespace nadir::report
