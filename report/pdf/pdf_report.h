#pragma once

#include <string>

#include "measure/lesion/assessment.h"
#include "report/pdf/paper.h"

namespace nadir::report
{
struct PdfReport
{
  std::string bytes;
  int pages = 0;
  bool lacks_glyphs = false;  ///< a character was asked for that no font of this system has; the report says so itself
};

/// report.pdf: the same tree as report.html, for paper. Page one answers; the evidence follows. Tagged, with title, language and
/// bookmarks. Its date is that of the last dated time point. Same value and fonts, same bytes. Lengths mm, volumes mL.
PdfReport to_pdf(const measure::Assessment& assessment, const Paper& paper = a4);
}  // namespace nadir::report
