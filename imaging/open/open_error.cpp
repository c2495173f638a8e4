#include "imaging/open/open_error.h"

namespace nadir::imaging
{
std::string_view error_code(OpenError error)
{
  switch (error)
  {
  case OpenError::NoImage: return "open.no-image";
  case OpenError::SeveralImages: return "open.several-images";
  case OpenError::SeveralPatients: return "open.several-patients";
  case OpenError::NotThere: return "open.not-there";
  case OpenError::NotMeasurable: return "open.not-measurable";
  }
  return "open.unknown";
}
}  // namespace nadir::imaging
