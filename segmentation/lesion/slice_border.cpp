#include "segmentation/lesion/slice_border.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
Disc disc_of(const VoxelSpacing& spacing, double reach)
{
  Disc disc{static_cast<int>(reach / spacing.j), {}};
  for (int j = -disc.rows; j <= disc.rows; ++j)
  {
    int half = static_cast<int>(reach / spacing.i);
    while (half > 0 && std::hypot(half * spacing.i, j * spacing.j) > reach) --half;
    disc.halves.push_back(half);
  }
  return disc;
}

SliceBorder::SliceBorder(const GridSize& size, std::span<const std::uint8_t> inside) : size_(size), before_(row(size.j), 0)
{
  auto voxel = inside.begin();
  for (int j = 0; j < size.j; ++j)
    for (std::size_t n = row(j); n < row(j + 1) - 1; ++n) before_[n + 1] = before_[n] + (*voxel++ == 1 ? 1 : 0);
}

bool SliceBorder::is_near(int i, int j, const Disc& disc) const
{
  const bool inside = count(i, i + 1, j) == 1;
  for (int y = std::max(0, j - disc.rows); y <= std::min(size_.j - 1, j + disc.rows); ++y)
  {
    const int half = disc.halves[static_cast<std::size_t>(y - j + disc.rows)];
    const int begin = std::max(0, i - half), end = std::min(size_.i, i + half + 1);
    if (count(begin, end, y) != (inside ? end - begin : 0)) return true;
  }
  return false;
}
}  // namespace nadir::segmentation::lesion
