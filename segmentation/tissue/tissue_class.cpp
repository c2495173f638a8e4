#include "segmentation/tissue/tissue_class.h"

namespace nadir::segmentation
{
std::string_view name_of(TissueClass tissue)
{
  switch (tissue)
  {
  case TissueClass::Viable: return "viable";
  case TissueClass::Necrosis: return "necrosis";
  case TissueClass::Haemorrhage: return "haemorrhage";
  case TissueClass::Fat: return "fat";
  case TissueClass::Indeterminate: return "indeterminate";
  }
  return "unknown";
}
}  // namespace nadir::segmentation
