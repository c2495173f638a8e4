#include "report/document/common_view.h"

#include <algorithm>

#include "report/document/display_text.h"
#include "report/document/grey_image.h"
#include "report/document/key_image_view.h"

namespace nadir::report
{
namespace
{
constexpr double zoom_worthwhile = 0.85;  // of the slice's longer side; beyond it the whole slice says the same
}

const measure::KeyImage* drawable(const measure::LesionAssessment* lesion)
{
  return lesion && lesion->key_image && is_drawable(*lesion->key_image) ? &*lesion->key_image : nullptr;
}

CommonView common_view(const LesionRow& row)
{
  double needed = 0.0, largest_slice = 0.0;
  for (const auto* lesion : row.at_timepoint)
  {
    const auto* image = drawable(lesion);
    if (!image) continue;
    needed = std::max(needed, needed_side(*image));
    largest_slice = std::max({largest_slice, whole_view(*image).width, whole_view(*image).height});
  }
  const bool zoomed = needed > 0.0 && needed < zoom_worthwhile * largest_slice;
  return {zoomed ? needed : largest_slice, zoomed};
}

std::string words_without_image(const measure::LesionAssessment* lesion)
{
  if (!lesion) return "not listed";
  return state_words(*lesion) + (lesion->longest_diameter ? ", no image of the slice" : "") +
         (lesion->reason.empty() ? "" : ": " + lesion->reason);
}
}  // namespace nadir::report
