#pragma once

#include "imaging/dicom/study.h"

namespace nadir::imaging
{
/// Adds a remark to a stack; a refusal takes its geometry away. The same remark is added once.
void add_remark(ImageStack& stack, const GeometryRemark& remark);
}  // namespace nadir::imaging
