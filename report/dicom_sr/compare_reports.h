#pragma once

#include <string>
#include <vector>

#include "report/dicom_sr/measurement_report.h"

namespace nadir::report
{
/// In what a report that was read differs from the one that was written; empty = equal. Numbers must be the same to the last bit,
/// coordinates to what a float can hold (1e-3 pixel or mm), codes in value and scheme, texts as DICOM can write them.
std::vector<std::string> differences(const MeasurementReport& written, const MeasurementReport& read);
}  // namespace nadir::report
