#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why an image or mask file (NIfTI, NRRD) is not read.
enum class ImageFileError
{
  Unreadable,
  UnknownFormat,  ///< neither NIfTI nor NRRD
  Malformed,      ///< header or data break the format's rules
  Truncated,      ///< fewer voxels than the header says
  TooLarge,
  Unsupported,  ///< a legal feature that is not read, e.g. detached NRRD data, 4-D time series, complex numbers
  NoGeometry,   ///< spacing or orientation missing or contradictory
};
std::string_view error_code(ImageFileError error);
}  // namespace nadir::imaging
