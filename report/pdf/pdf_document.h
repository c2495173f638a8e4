#pragma once

#include "report/document/html.h"
#include "report/pdf/paper.h"
#include "report/pdf/pdf_canvas.h"
#include "report/pdf/pdf_report.h"

namespace nadir::report
{
/// A report's tree on paper. `footer` stands at the foot of each page.
PdfReport pdf_of(const Html& document, const Paper& paper, const PdfProperties& properties, const std::string& footer);
}  // namespace nadir::report
