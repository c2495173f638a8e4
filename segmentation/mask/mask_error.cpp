#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
std::string_view error_code(MaskError error)
{
  switch (error)
  {
  case MaskError::Unreadable: return "mask.unreadable";
  case MaskError::UnknownFormat: return "mask.unknown-format";
  case MaskError::Malformed: return "mask.malformed";
  case MaskError::Truncated: return "mask.truncated";
  case MaskError::TooLarge: return "mask.too-large";
  case MaskError::Unsupported: return "mask.unsupported";
  case MaskError::NotALabelMap: return "mask.not-a-label-map";
  case MaskError::NoGeometry: return "mask.no-geometry";
  case MaskError::Empty: return "mask.empty";
  case MaskError::ImageMismatch: return "mask.image-mismatch";
  }
  return "mask.unknown";
}
}  // namespace nadir::segmentation
