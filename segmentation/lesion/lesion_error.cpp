#include "segmentation/lesion/lesion_error.h"

namespace nadir::segmentation
{
std::string_view error_code(LesionError error)
{
  switch (error)
  {
  case LesionError::NoPrompt: return "lesion.no-prompt";
  case LesionError::NotANumber: return "lesion.not-a-number";
  case LesionError::OutsideImage: return "lesion.outside-image";
  case LesionError::OutsideBody: return "lesion.outside-body";
  case LesionError::ZeroLength: return "lesion.zero-length";
  case LesionError::NotInOneSlice: return "lesion.not-in-one-slice";
  case LesionError::ShortAxisMisplaced: return "lesion.short-axis-misplaced";
  case LesionError::ExtentMisplaced: return "lesion.extent-misplaced";
  case LesionError::StrokeInvalid: return "lesion.stroke-invalid";
  case LesionError::NotStrokes: return "lesion.not-strokes";
  case LesionError::ChannelMismatch: return "lesion.channel-mismatch";
  }
  return "lesion.unknown";
}
}  // namespace nadir::segmentation
