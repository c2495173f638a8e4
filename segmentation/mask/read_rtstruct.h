#pragma once

#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::segmentation
{
/// Reads the ROIs of an RT Structure Set (DICOM PS3.3 A.19, C.8.8.5, C.8.8.6): closed planar contours, one lesion a ROI.
///
/// Points and open contours are left out with a warning. A ROI without usable contours stays as an empty stack with a warning,
/// so that measuring it fails by name. `provenance` gets format, series and frame of reference.
/// Failures: Empty (no ROI), Malformed, NoGeometry (when no ROI can be used), GateError.
Result<std::vector<SegmentedLesion>> read_rtstruct(const imaging::DicomFile& file, MaskProvenance provenance);
}  // namespace nadir::segmentation
