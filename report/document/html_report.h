#pragma once

#include <string>

#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
/// report.html: one page that needs nothing but itself. No script, no address of anything outside; a Content-Security-Policy forbids
/// both. Pictures are embedded. All texts of the assessment are escaped. Same value, same bytes. Lengths mm, volumes mL.
///
/// A key image that cannot be drawn (pixels missing, no window) is left out and named.
std::string to_html(const measure::Assessment& assessment);

/// A page with the style sheet and policy of reports around any document of theirs.
std::string html_page(const Html& document, const std::string& title, const std::string& generator);
}  // namespace nadir::report
