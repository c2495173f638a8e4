#include "session/export_source.h"

#include <utility>

#include "imaging/digest/sha256.h"
#include "report/export/export_error.h"
#include "report/table/assessment_json.h"

namespace nadir::session
{
namespace
{
report::DateTime date_time_of(reading::UtcTime time) { return *report::parse_date_time(reading::format_utc(time).substr(0, 19)); }

bool is_as_locked(const reading::Reading& reading, const measure::Assessment& assessment)
{
  return reading.results().empty() || imaging::sha256_of(report::to_json(assessment)) == reading.results().text();
}
}  // namespace

Result<report::ExportSource> export_source(const reading::Reading& reading, measure::AssessedCase assessed)
{
  if (!is_as_locked(reading, assessed.assessment))
    return Failure{report::ExportError::SourceUnusable, "the record's locked numbers do not come out again from its images and masks (they "
                                                        "must not leave under its signature). \"nadir audit "
                                                        "verify\" and \"nadir verify\" tell where; nothing was exported."};
  report::ExportSource source;
  source.assessed = std::move(assessed);
  source.version = reading.version();
  for (const auto& signature : reading.signatures())
    source.signatures.push_back({signature.who.text(), date_time_of(signature.when), signature.meaning});
  if (!source.signatures.empty()) source.reader = source.signatures.back().reader;
  return source;
}
}  // namespace nadir::session
