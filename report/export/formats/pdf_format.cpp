#include "report/export/formats/formats.h"
#include "report/pdf/pdf_report.h"

namespace nadir::report
{
namespace
{
constexpr const char* paper_setting = "pdf-paper";

PdfReport report_of(const ExportJob& job)
{
  return to_pdf(job.source().assessment(), paper_named(job.settings.value(paper_setting)).value_or(a4));
}

Result<FormatOutput> make(const ExportJob& job)
{
  auto report = report_of(job);
  FormatOutput output{{{"report.pdf", std::move(report.bytes)}}, {}, {}};
  if (report.lacks_glyphs) output.notices.push_back("no font of this system has some of the characters: boxes stand for them");
  return output;
}

/// As for the HTML page: that it holds the very bytes of its assessment is what can be said.
std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  const auto again = report_of(job);
  for (const auto& file : files)
    checks.push_back({file.name, "the document made again",
                      file.bytes == again.bytes ? std::vector<std::string>{} : std::vector<std::string>{"is another document"}});
  return checks;
}
}  // namespace

ExportFormat pdf_format()
{
  const std::vector<FormatSetting> settings{{paper_setting, "paper of the report (default a4)", {"a4", "letter"}}};
  return {"pdf", "Report for people, on paper", FormatNeeds::Numbers, FormatScope::OneCase, settings, make, read_back};
}
}  // namespace nadir::report
