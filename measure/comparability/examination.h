#pragma once

#include <optional>

#include "measure/comparability/acquisition.h"
#include "measure/comparability/artefact_level.h"

namespace nadir::measure
{
/// A lesion as it bears on a comparison of techniques.
struct LesionExtent
{
  double diameter_mm = 0.0;
  bool cut_in_plane = false;      ///< its mask touches an edge of the image
  bool cut_along_slices = false;  ///< its mask reaches the first or the last slice
};

/// One side of a comparison.
struct Examination
{
  Acquisition acquisition;
  std::optional<ArtefactLevel> artefacts;  ///< absent when the pixels were not looked at
  std::optional<LesionExtent> lesion;      ///< absent when none was given
};
}  // namespace nadir::measure
