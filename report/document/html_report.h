#pragma once

#include <string>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// report.html: one page that needs nothing but itself. No script, no address of anything outside; a Content-Security-Policy forbids
/// both. Pictures are embedded. All texts of the assessment are escaped. Same value, same bytes. Lengths mm, volumes mL.
///
/// A key image that cannot be drawn (pixels missing, no window) is left out and named.
std::string to_html(const measure::Assessment& assessment);
}  // namespace nadir::report
