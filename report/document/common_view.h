#pragma once

#include <string>

#include "measure/lesion/key_image.h"
#include "report/document/lesion_row.h"

namespace nadir::report
{
/// The key image of a lesion that can be drawn, else nullptr.
const measure::KeyImage* drawable(const measure::LesionAssessment* lesion);

/// One square for all time points of a lesion, so that growth is seen as growth; a smaller slice stands in its middle.
struct CommonView
{
  double side = 0.0;          ///< mm; 0 when no time point has an image
  bool has_overview = false;  ///< at some time point the square shows little enough of the slice to need one
};

CommonView common_view(const LesionRow& row);

/// What stands where a time point has no picture of the lesion: "absent", "not evaluable: movement artefact", "not listed".
std::string words_without_image(const measure::LesionAssessment* lesion);
}  // namespace nadir::report
