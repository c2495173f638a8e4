#include "segmentation/lesion/few_slices.h"

#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"

namespace nadir::segmentation::lesion
{
SliceDoubt slice_doubt(const GridSize& size, const BlockBytes& voxels)
{
  const auto plane = static_cast<std::ptrdiff_t>(size.i) * size.j;
  std::vector<double> areas;
  double all = 0.0;
  for (auto slice = voxels.begin(); slice != voxels.end(); slice += plane)
    if (const auto area = static_cast<double>(std::count(slice, slice + plane, std::uint8_t{1})); area > 0.0)
      areas.push_back(area), all += area;
  if (areas.empty()) return {};
  return {static_cast<int>(areas.size()), 0.5 * (areas.front() + areas.back()) / all};
}

std::optional<std::string> warning_of_few_slices(const SliceDoubt& doubt, double thickness)
{
  constexpr double much = 0.06;
  if (doubt.share < much) return std::nullopt;
  return "the lesion lies in " + std::to_string(doubt.slices) + (doubt.slices == 1 ? " slice of " : " slices of ") +
         format_fixed(thickness, 1) + " mm: where it ends between them is unknown, which alone is " +
         std::to_string(static_cast<int>(std::lround(100.0 * doubt.share))) +
         " % of its volume. Mark its first and last slice if you have not, and take thinner slices where the volume decides.";
}
}  // namespace nadir::segmentation::lesion
