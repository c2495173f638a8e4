#pragma once

#include "report/export/export_format.h"

namespace nadir::report
{
/// Every format there is, in the order of the help.
const std::vector<ExportFormat>& export_formats();

/// Formats by name, in the order asked for, each once. Failure FormatUnknown, with the names there are.
Result<std::vector<ExportFormat>> formats_named(const std::vector<std::string>& names);
}  // namespace nadir::report
