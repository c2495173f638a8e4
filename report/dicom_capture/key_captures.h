#pragma once

#include <vector>

#include "report/dicom_capture/capture_object.h"
#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"

namespace nadir::report
{
/// One capture a lesion that has a key image at this time point, in the order of the lesions.
std::vector<CaptureObject> key_captures(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp);
}  // namespace nadir::report
