#pragma once

#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
/// The whole report as one tree; the HTML page and the PDF are two writings of it.
Html document_of(const measure::Assessment& assessment);

/// "Response assessment: P1".
std::string title_of(const measure::Assessment& assessment);
}  // namespace nadir::report
