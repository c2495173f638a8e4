#include "segmentation/tissue/tissue_error.h"

namespace nadir::segmentation
{
std::string_view error_code(TissueError error)
{
  switch (error)
  {
  case TissueError::EmptyLesion: return "tissue.empty-lesion";
  case TissueError::NoChannel: return "tissue.no-channel";
  case TissueError::NotCovered: return "tissue.not-covered";
  case TissueError::NoReference: return "tissue.no-reference";
  case TissueError::ContrastOrder: return "tissue.contrast-order";
  case TissueError::AdcUnit: return "tissue.adc-unit";
  case TissueError::ThresholdQuantity: return "tissue.threshold-quantity";
  }
  return "tissue.unknown";
}
}  // namespace nadir::segmentation
