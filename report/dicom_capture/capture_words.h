#pragma once

#include <string>

#include "report/dicom_capture/color_image.h"

namespace nadir::report
{
/// The picture of a key image with the letters of the patient's sides at its edges, and a strip below that says which lesion and time point
/// it shows, what was measured, and on which images. Neither the patient nor a date is named, so that the picture may leave the house with
/// its words.
ColorImage with_words(ColorImage picture, const measure::KeyImage& image, const std::string& heading);
}  // namespace nadir::report
