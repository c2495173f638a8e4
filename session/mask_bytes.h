#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "segmentation/mask/mask.h"
#include "segmentation/mask/segmented_lesion.h"

namespace nadir::session
{
/// The bytes of a mask as a record keeps them. In a DICOM SEG or RTSTRUCT every name, date, time, place and free text about the patient
/// and the people is blanked in place, as are private attributes; shapes, names of segments and ROIs, UIDs and numbers stay.
/// Other formats are kept as they are. Failures: CannotOpen; NotAllowed (compressed DICOM whose texts cannot be reached).
Result<std::string> mask_bytes(const std::filesystem::path& file);

/// The bytes of voxels that were drawn or found here: NRRD, exact in place. Same voxels on the same grid, same bytes.
/// Failures: those of writing to the temporary folder.
Result<std::string> mask_bytes(const segmentation::Mask& mask);

/// The lesions in a mask's bytes. Failures: those of `segmentation::read_mask`.
Result<std::vector<segmentation::SegmentedLesion>> lesions_in(const std::string& mask_bytes);
}  // namespace nadir::session
