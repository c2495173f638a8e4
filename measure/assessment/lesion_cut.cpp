#include "measure/assessment/lesion_cut.h"

#include <variant>

namespace nadir::measure
{
namespace
{
bool touches(int first, int count, int whole) { return first == 0 || first + count == whole; }
}  // namespace

std::optional<std::string> warning_of_cut(const segmentation::SegmentedLesion& lesion, const LesionSite& site)
{
  const auto* mask = std::get_if<segmentation::Mask>(&lesion.shape);
  if (!site.stack || !mask || mask->is_empty()) return std::nullopt;
  const auto& whole = mask->geometry().size();
  const auto& box = mask->box();
  const bool is_cut_along = whole.k > 1 && touches(box.first.k, box.size.k, whole.k);
  if (!is_cut_along && !touches(box.first.i, box.size.i, whole.i) && !touches(box.first.j, box.size.j, whole.j)) return std::nullopt;
  return std::string("the lesion reaches the ") + (is_cut_along ? "first or last slice" : "border of the slices") +
         " of its series: what lies beyond was not imaged, so its size is a lower limit";
}
}  // namespace nadir::measure
