#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"

namespace nadir::viewer
{
/// The report of an assessment as it is printed: PDF, A4. Takes up to seconds; may be called in any thread.
QByteArray report_paper(const measure::Assessment& assessment);

/// Writes report.pdf, report.html and assessment.json into a folder, which is made where it is missing, each whole or not at all. The path
/// of report.pdf. Failures: those of imaging/storage.
Result<QString> write_report(const measure::Assessment& assessment, const QString& folder);
}  // namespace nadir::viewer
