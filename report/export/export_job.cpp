#include "report/export/export_job.h"

#include <algorithm>

#include "imaging/digest/sha256.h"
#include "report/export/export_error.h"
#include "report/table/assessment_json.h"

namespace nadir::report
{
namespace
{
std::optional<DateTime> last_signature(const ExportJob& job)
{
  std::optional<DateTime> last;
  for (const auto& source : job.sources)
    for (const auto& signature : source.signatures) last = std::max(last, std::optional(signature.when_utc));
  return last;
}

std::optional<DateTime> last_examination(const ExportJob& job)
{
  std::optional<DateTime> last;
  for (const auto& source : job.sources)
    for (const auto& timepoint : source.assessment().timepoints) last = std::max(last, parse_date_time(timepoint.date));
  return last;
}
}  // namespace

std::string digest_of(const ExportSource& source) { return imaging::sha256_of(to_json(source.assessment())); }

Result<ExportMoment> moment_of(const ExportJob& job)
{
  if (job.settings.at) return ExportMoment{*job.settings.at, "given by the caller"};
  if (const auto signature = last_signature(job)) return ExportMoment{*signature, "last signature (UTC)"};
  if (const auto examination = last_examination(job)) return ExportMoment{*examination, "last examination"};
  return Failure{ExportError::MomentUnknown,
                 "the source names no date (files must state one, and the clock would make each export another one). Give it with --at."};
}
}  // namespace nadir::report
