#pragma once

#include <vector>

#include "imaging/gate/data_set.h"
#include "imaging/result/result.h"
#include "segmentation/mask/seg_object.h"

namespace nadir::segmentation
{
/// Frames of a segmentation and the plane they share.
struct SegFrames
{
  SegPlane plane;
  std::vector<SegFrame> frames;
};

/// Reads the functional groups (PS3.3 C.7.6.16); what is not given per frame is taken from the shared group.
/// Failures: Malformed, Empty (no frame), NoGeometry (no position, orientation or pixel spacing; frames that differ in them), GateError.
Result<SegFrames> seg_frames(const imaging::DataSet& data, SegKind kind);
}  // namespace nadir::segmentation
