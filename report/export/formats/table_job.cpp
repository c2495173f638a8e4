#include "report/export/formats/table_job.h"

#include <algorithm>

#include "report/identity/tracking_uid.h"
#include "report/table/visible_text.h"

namespace nadir::report
{
namespace
{
constexpr const char* trace_name = "trace.json";
}

std::vector<TableSource> table_sources(const ExportJob& job)
{
  std::vector<TableSource> sources;
  for (const auto& from : job.sources)
  {
    auto& source = sources.emplace_back(TableSource{&from.assessment(), from.reader, digest_of(from)});
    source.record_sha256 = from.record_sha256;
    for (const auto& timepoint : from.assessment().timepoints)
      for (const auto& lesion : timepoint.lesions)
        if (!source.tracking_uids.contains(lesion.lesion.id))
          source.tracking_uids[lesion.lesion.id] = tracking_uid(from.assessment(), lesion.lesion.id);
  }
  return sources;
}

const std::string& bytes_of(const std::vector<ExportFile>& files, const std::string& name)
{
  static const std::string none;
  const auto found = std::find_if(files.begin(), files.end(), [&](const ExportFile& file) { return file.name == name; });
  return found == files.end() ? none : found->bytes;
}

ReadBack check_of(std::string file, std::string reader, ReadOutcome outcome)
{
  ReadBack check{std::move(file), std::move(reader), {}};
  if (outcome == ReadOutcome::Different) check.differences.push_back("what was read is not what was to be written");
  return check;
}

ExportFile trace_file(const ExportJob& job, const std::vector<TracedCells>& cells)
{
  return {trace_name, trace_json(table_sources(job), cells)};
}

namespace
{
/// As any JSON document holds them: bytes of a lesion's name that are no UTF-8 are U+FFFD there for good.
std::vector<TracedCells> well_formed(std::vector<TracedCells> cells)
{
  for (auto& cell : cells) cell.origin.lesion = LesionId{original_text(visible_text(cell.origin.lesion.text()))};
  return cells;
}
}  // namespace

ReadBack read_back_trace(const std::vector<ExportFile>& files, const std::vector<TracedCells>& cells)
{
  return check_of(trace_name, "nadir's reader of trace.json",
                  outcome_of(traced_cells_from(bytes_of(files, trace_name)) == well_formed(cells)));
}
}  // namespace nadir::report
