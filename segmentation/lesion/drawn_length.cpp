#include "segmentation/lesion/drawn_length.h"

#include <cmath>

#include "imaging/units/number_text.h"

namespace nadir::segmentation::lesion
{
std::optional<std::string> contradicts_drawn_length(double drawn_mm, double found_mm)
{
  constexpr double most = 0.10;
  if (std::abs(found_mm - drawn_mm) <= most * drawn_mm) return std::nullopt;
  return "the mask's longest diameter is " + format_fixed(found_mm, 1) + " mm where " + format_fixed(drawn_mm, 1) +
         " mm were drawn: its volume and tissues are doubtful. Draw the short axis too, or correct the mask.";
}
}  // namespace nadir::segmentation::lesion
