#pragma once

#include <string>
#include <string_view>

#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// SOP Class UID of the data set, or of the meta header where the data set has none (DICOMDIR).
std::string sop_class_of(const DicomFile& file);

/// "SEG", "RTSTRUCT", "SR", "DICOMDIR" or "other" for objects that are no images; "" for images.
std::string_view kind_of_non_image(const DicomFile& file, std::string_view sop_class);
}  // namespace nadir::imaging
