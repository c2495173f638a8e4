#pragma once

#include <string_view>

namespace nadir::segmentation
{
enum class MaskError
{
  Unreadable,
  UnknownFormat,  ///< neither NIfTI, NRRD, DICOM SEG nor RTSTRUCT
  Malformed,      ///< header or data break the format's rules
  Truncated,      ///< fewer voxels than the header says
  TooLarge,
  Unsupported,    ///< a legal feature that is not read, e.g. detached NRRD data, 4-D time series, complex numbers
  NotALabelMap,   ///< values that are not whole non-negative numbers
  NoGeometry,     ///< spacing or orientation missing or contradictory
  Empty,          ///< no label, segment or ROI at all; an empty one that has a name is no error
  ImageMismatch,  ///< does not fit the image it is said to belong to
};
std::string_view error_code(MaskError error);
}  // namespace nadir::segmentation
