#pragma once

#include <string>

#include "measure/lesion/lesion.h"

namespace nadir::report
{
/// The word of a role in documents; the same as measure::name_of, as text of its own.
inline std::string role_word(measure::LesionRole role)
{
  switch (role)
  {
    case measure::LesionRole::Target: return "target";
    case measure::LesionRole::NonTarget: return "non-target";
    case measure::LesionRole::New: return "new";
  }
  return "unknown";
}
}  // namespace nadir::report
