#include "segmentation/agreement/overlap.h"

#include "segmentation/agreement/common_grid.h"

namespace nadir::segmentation
{
namespace
{
std::uint64_t shared_voxels(const Mask& a, const Mask& b)
{
  std::uint64_t shared = 0;
  const auto& box = a.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = a.row(j, k);
      for (int n = 0; n < box.size.i; ++n)
        if (row[static_cast<std::size_t>(n)] != 0 && b.contains({box.first.i + n, j, k})) ++shared;
    }
  return shared;
}
}  // namespace

Result<Overlap> overlap_of(const Mask& a, const Mask& b)
{
  const auto pair = on_common_grid(a, b);
  if (!pair) return pair.failure();
  const auto in_a = static_cast<double>(a.count()), in_b = static_cast<double>(b.count());
  const auto shared = static_cast<double>(shared_voxels(pair->a, pair->b));
  Overlap overlap;
  overlap.both_empty = a.is_empty() && b.is_empty();
  overlap.dice = overlap.both_empty ? 1.0 : 2.0 * shared / (in_a + in_b);
  overlap.jaccard = overlap.both_empty ? 1.0 : shared / (in_a + in_b - shared);
  const double voxel_ml = a.geometry().voxel_volume_mm3() / 1000.0;
  overlap.volume_a = Milliliters{in_a * voxel_ml};
  overlap.volume_b = Milliliters{in_b * voxel_ml};
  if (!a.is_empty()) overlap.volume_change = (in_b - in_a) / in_a;
  return overlap;
}
}  // namespace nadir::segmentation
