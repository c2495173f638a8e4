#pragma once

#include <string_view>

#include "imaging/dicom/frame_levels.h"
#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Reads where a frame lies. Every value is demanded in full: three finite numbers for the position, six for the orientation
/// (unit vectors, perpendicular within 1e-3), two for the pixel spacing (0.01..50 mm). Anything else becomes a refusal in
/// `defects` that names the attribute and the file, e.g. "(0028,0030) Pixel Spacing is missing in IM0007 (...)".
/// Imager Pixel Spacing (0018,1164) is never used: it is measured at the detector, not in the patient.
FramePlacement read_placement(const FrameLevels& levels, std::string_view file_name);
}  // namespace nadir::imaging
