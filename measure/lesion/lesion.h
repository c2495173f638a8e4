#pragma once

#include <string>
#include <string_view>

#include "imaging/result/identities.h"
#include "measure/lesion/lesion_tracking.h"

namespace nadir::measure
{
/// RECIST role of a lesion. Target and non-target are chosen at baseline and frozen there (spec rule N2).
enum class LesionRole
{
  Target,
  NonTarget,
  New,
};
std::string_view name_of(LesionRole role);  ///< "target", "non-target", "new"

/// A lesion as the reader declared it.
struct Lesion
{
  LesionId id;
  LesionRole role = LesionRole::Target;
  std::string organ;          ///< "soft tissue", "lung", ... for the two-per-organ count
  bool nodal = false;         ///< lymph node: the short axis counts
  LesionTracking tracking{};  ///< of the objects it was imported from
};
}  // namespace nadir::measure
