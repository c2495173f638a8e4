#include "segmentation/lesion/leak_guard.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nadir::segmentation::lesion
{
namespace
{
constexpr int step = 4, few_slices = 40;
constexpr double air = 0.06;

/// Finite values on the lattice.
std::vector<float> some_values(const imaging::Volume& image)
{
  const auto& size = image.geometry().size();
  std::vector<float> values;
  for (int k = 0; k < size.k; k += size.k < few_slices ? 1 : step)
  {
    const auto slice = image.slice(k);
    for (int j = 0; j < size.j; j += step)
      for (int i = 0; i < size.i; i += step)
        if (const float value = slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)];
            std::isfinite(value))
          values.push_back(value);
  }
  return values;
}

float quantile(std::vector<float>& values, double share)
{
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}
}  // namespace

double body_volume(const imaging::Volume& image)
{
  auto values = some_values(image);
  if (values.empty()) return 0.0;
  const double low = static_cast<double>(quantile(values, 0.01)), high = static_cast<double>(quantile(values, 0.99));
  const auto body =
      std::count_if(values.begin(), values.end(), [&](float value) { return static_cast<double>(value) > low + air * (high - low); });
  const double all = static_cast<double>(image.geometry().size().voxels()) * image.geometry().voxel_volume_mm3();
  return all * static_cast<double>(body) / static_cast<double>(values.size());
}
}  // namespace nadir::segmentation::lesion
