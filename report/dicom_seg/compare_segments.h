#pragma once

#include <string>
#include <vector>

#include "report/dicom_seg/segmentation_object.h"

namespace nadir::report
{
/// In what the segments of a file differ from the object that was written, voxel by voxel in the patient; empty = equal.
std::vector<std::string> segment_differences(const SegmentationObject& written, const std::string& bytes);
}  // namespace nadir::report
