#include "viewer/model/report_files.h"

#include <filesystem>

#include "imaging/storage/write_file.h"
#include "report/document/html_report.h"
#include "report/pdf/pdf_report.h"
#include "report/table/assessment_json.h"

namespace nadir::viewer
{
QByteArray report_paper(const measure::Assessment& assessment) { return QByteArray::fromStdString(report::to_pdf(assessment).bytes); }

Result<QString> write_report(const measure::Assessment& assessment, const QString& folder)
{
  const std::filesystem::path place = folder.toStdU16String();
  std::error_code problem;
  std::filesystem::create_directories(place, problem);
  if (const auto table = imaging::write_file(place / "assessment.json", report::to_json(assessment)); !table) return table.failure();
  if (const auto page = imaging::write_file(place / "report.html", report::to_html(assessment)); !page) return page.failure();
  if (const auto paper = imaging::write_file(place / "report.pdf", report::to_pdf(assessment).bytes); !paper) return paper.failure();
  return QString::fromStdU16String((place / "report.pdf").u16string());
}
}  // namespace nadir::viewer
