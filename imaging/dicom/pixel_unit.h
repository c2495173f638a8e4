#pragma once

#include <string>
#include <string_view>

#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Unit of the physical values after rescale, where it can be proven: "1e-6 mm2/s" from Rescale Type (0028,1054), from the unit code
/// of a Real World Value Mapping that scales like the rescale, or, for ADC maps of Siemens, GE and Canon/Toshiba whose files carry
/// no unit, from their conformance statements; "HU" for CT; otherwise "" (arbitrary MR signal).
std::string unit_of(const ImageFrame& frame);

/// True when the image type says apparent diffusion coefficient.
bool is_adc_image_type(std::string_view image_type);
}  // namespace nadir::imaging
