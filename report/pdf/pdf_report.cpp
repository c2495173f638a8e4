#include "report/pdf/pdf_report.h"

#include <algorithm>

#include "measure/response/calendar_day.h"
#include "report/document/display_text.h"
#include "report/document/report_document.h"
#include "report/pdf/inline_text.h"
#include "report/pdf/pdf_document.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_name = 80;

/// The last date that is one; a report without dates has the first day of the calendar of PDF readers.
std::string date_of(const measure::Assessment& assessment)
{
  std::string date = "1970-01-01";
  for (const auto& timepoint : assessment.timepoints)
    if (measure::parse_calendar_day(timepoint.date)) date = std::max(date, timepoint.date);
  return date + "T00:00:00Z";
}

std::string shown(const std::string& words) { return plain_words(text(shortened(words, longest_name))); }
}  // namespace

PdfReport to_pdf(const measure::Assessment& assessment, const Paper& paper)
{
  const std::string footer =
      "Case " + shown(assessment.patient) + " \u00b7 " + shown(assessment.software_version) + " \u00b7 research tool, not a medical device";
  return pdf_of(document_of(assessment), paper, {shown(title_of(assessment)), shown(assessment.software_version), date_of(assessment)},
                footer);
}
}  // namespace nadir::report
