#pragma once

#include <string>
#include <vector>

#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Frames in canonical order (SOP Instance UID, frame); they belong to the scan.
using FrameList = std::vector<const ImageFrame*>;

/// Frames of one series that belong together, before they are a stack: not yet sorted by position.
struct StackDraft
{
  FrameList frames;
  std::vector<std::string> reasons;  ///< what set it apart within its series
  std::vector<GeometryRemark> remarks;
  FrameList unplaced;  ///< frames of the same contrast that have no usable place: they refuse the stack
};

/// Distances of the frames from the patient's origin along the normal of the first frame, mm.
std::vector<double> positions_along_normal(const FrameList& frames);

/// Two images nearer than this along the normal lie at the same place.
inline constexpr double same_position_tolerance_mm = 0.02;
}  // namespace nadir::imaging
