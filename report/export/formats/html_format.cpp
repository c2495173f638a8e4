#include "report/document/html_report.h"
#include "report/export/formats/formats.h"

namespace nadir::report
{
namespace
{
Result<FormatOutput> make(const ExportJob& job) { return FormatOutput{{{"report.html", to_html(job.source().assessment())}}, {}, {}}; }

/// A page is for people; that it holds the very bytes of its assessment is what can be said.
std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  for (const auto& file : files)
    checks.push_back(
        {file.name, "the page made again",
         file.bytes == to_html(job.source().assessment()) ? std::vector<std::string>{} : std::vector<std::string>{"is another page"}});
  return checks;
}
}  // namespace

ExportFormat html_format()
{
  return {"html", "Report for people, one page for any browser", FormatNeeds::Numbers, FormatScope::OneCase, {}, make, read_back};
}
}  // namespace nadir::report
