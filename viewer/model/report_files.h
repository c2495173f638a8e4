#pragma once

#include <QtCore/QString>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"

namespace nadir::viewer
{
/// The report of an assessment as one page of HTML that needs nothing but itself.
QString report_page(const measure::Assessment& assessment);

/// Writes report.html and assessment.json into a folder, which is made where it is missing, each whole or not at all. The path of the page.
/// Failures: those of imaging/storage.
Result<QString> write_report(const measure::Assessment& assessment, const QString& folder);
} // namespace nadir::viewer
