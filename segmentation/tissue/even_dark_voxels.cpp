#include "segmentation/tissue/even_dark_voxels.h"

#include <algorithm>

namespace nadir::segmentation
{
std::vector<std::size_t> even_dark_voxels(const LesionVoxels& voxels, const CalmedValues& values, float brightest)
{
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  std::vector<std::size_t> found;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    if (!(values.calm[n] < brightest)) continue;
    float low = values.own[n], high = values.own[n];
    const bool is_inner = std::ranges::all_of(voxels.neighbours()[n],
                                              [&](std::int32_t other)
                                              {
                                                if (other < 0 || other >= limit) return false;
                                                low = std::min(low, values.own[static_cast<std::size_t>(other)]);
                                                high = std::max(high, values.own[static_cast<std::size_t>(other)]);
                                                return true;
                                              });
    if (is_inner && high - low < values.even) found.push_back(n);
  }
  return found;
}
}  // namespace nadir::segmentation
