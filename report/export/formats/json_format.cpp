#include "report/export/formats/formats.h"
#include "report/table/assessment_json.h"

namespace nadir::report
{
namespace
{
Result<FormatOutput> make(const ExportJob& job)
{
  return FormatOutput{{{"assessment.json", to_json(job.source().assessment())}}, {"key images (the evidence says where they are)"}, {}};
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  for (const auto& file : files)
  {
    ReadBack check{file.name, "nadir's reader of assessment.json", {}};
    const auto value = from_json(file.bytes);
    if (!value) check.differences.push_back(value.failure().message());
    else if (to_json(*value) != to_json(job.source().assessment()))
      check.differences.push_back("the assessment that was read is another one");
    checks.push_back(std::move(check));
  }
  return checks;
}
}  // namespace

ExportFormat json_format()
{
  return {"json",   "Assessment with everything that is known, nadir.assessment/1", FormatNeeds::Numbers, FormatScope::OneCase, {}, make,
          read_back};
}
}  // namespace nadir::report
