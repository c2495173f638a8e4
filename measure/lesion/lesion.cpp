#include "measure/lesion/lesion.h"

namespace nadir::measure
{
std::string_view name_of(LesionRole role)
{
  switch (role)
  {
  case LesionRole::Target: return "target";
  case LesionRole::NonTarget: return "non-target";
  case LesionRole::New: return "new";
  }
  return "";
}
}  // namespace nadir::measure
