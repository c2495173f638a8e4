#pragma once

#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/result/result.h"
#include "measure/assessment/timepoint_images.h"

namespace nadir::measure
{
/// The examinations of a folder that holds several: one scan for each day, the earliest first; studies without a date stand before all
/// others. At least one scan, which may be empty.
std::vector<imaging::Scan> days_of(imaging::Scan scan);

/// A time point from what was scanned. Failures: those of `read_timepoint_images` but FolderUnusable.
Result<TimepointImages> timepoint_images_of(const TimepointLabel& label, imaging::Scan scan);
}  // namespace nadir::measure
