#include "segmentation/propagation/steepness.h"

#include <cmath>

namespace nadir::segmentation
{
double steepness(const imaging::FloatImage& image, VoxelIndex v)
{
  const auto& size = image.geometry.size();
  const auto& s = image.geometry.spacing();
  const auto along = [&](VoxelIndex a, VoxelIndex b, double step)
  {
    if (!size.contains(a) || !size.contains(b)) return 0.0;
    const double d = static_cast<double>(image.values[image.offset(b)] - image.values[image.offset(a)]) / (2.0 * step);
    return std::isfinite(d) ? d : 0.0;
  };
  const double x = along({v.i - 1, v.j, v.k}, {v.i + 1, v.j, v.k}, s.i), y = along({v.i, v.j - 1, v.k}, {v.i, v.j + 1, v.k}, s.j),
               z = along({v.i, v.j, v.k - 1}, {v.i, v.j, v.k + 1}, s.k);
  return std::sqrt(x * x + y * y + z * z);
}
}  // namespace nadir::segmentation
