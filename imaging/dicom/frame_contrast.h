#pragma once

#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Reads what sets the contrast of a frame. The b-value is taken, in this order, from the standard attribute (0018,9087), Siemens
/// (0019,100C), GE (0043,1039; the first value, of which GE counts in billions for another purpose), Philips (2001,1003)
/// and the name of Siemens' sequence ("ep_b800t"); private blocks are found by their creators.
FrameContrast read_contrast(const FrameLevels& levels);
}  // namespace nadir::imaging
