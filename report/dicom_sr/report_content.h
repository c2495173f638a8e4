#pragma once

#include "imaging/result/result.h"
#include "report/dicom_sr/content_item.h"
#include "report/dicom_sr/measurement_report.h"

namespace nadir::report
{
/// The content tree of a measurement report: TID 1500 with groups of TID 1501 (lines), 1410 (a region) or 1411 (a segment).
ContentItem content_of(const MeasurementReport& report);

/// The measurement report in a content tree, also of another maker: groups with lines, regions and segments, their codes and numbers.
/// Coordinates on images become pixel centres; where a reference names no series, it is looked for in `evidence`. Failure OtherTemplate
/// when the tree is none.
Result<MeasurementReport> report_in(const ContentItem& content, const std::vector<ObjectReference>& evidence);
}  // namespace nadir::report
