#pragma once

#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Reads when a frame was taken.
FrameTiming read_timing(const FrameLevels& levels);

/// Earliest known moment of an object's data set, most trusted first: acquisition, content, series, study. "" when none is given.
std::string acquisition_moment(const DataSet& root);
}  // namespace nadir::imaging
