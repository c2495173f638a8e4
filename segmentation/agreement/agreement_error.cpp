#include "segmentation/agreement/agreement_error.h"

namespace nadir::segmentation
{
std::string_view error_code(AgreementError error)
{
  switch (error)
  {
  case AgreementError::Empty: return "agreement.empty";
  case AgreementError::DifferentGrids: return "agreement.different-grids";
  case AgreementError::TooLarge: return "agreement.too-large";
  }
  return "agreement.unknown";
}
}  // namespace nadir::segmentation
