#pragma once

#include <filesystem>
#include <string>

#include "imaging/result/result.h"

namespace nadir::cli
{
/// The bytes of a mask as a record keeps them. In a DICOM SEG or RTSTRUCT every name, date, time, place and free text about the patient
/// and the people is blanked in place, as are private attributes; shapes, names of segments and ROIs, UIDs and numbers stay.
/// Other formats are kept as they are. Failures: CannotOpen; NotAllowed (compressed DICOM whose texts cannot be reached).
Result<std::string> mask_bytes(const std::filesystem::path& file);
}  // namespace nadir::cli
