#include "segmentation/mask/euclidean_distance.h"

#include <algorithm>
#include <cstddef>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
/// Lower envelope of the parabolas value(n) + (step (x - n))^2 along one line of voxels.
class LineTransform
{
public:
  LineTransform(std::size_t length, double step) : step_squared_(step * step), apex_(length), from_(length + 1), heights_(length) {}

  /// Transforms the values at `first`, `first + stride`, ...
  void run(float* first, std::size_t stride)
  {
    for (std::size_t n = 0; n < heights_.size(); ++n) heights_[n] = static_cast<double>(first[n * stride]);
    const std::size_t parabolas = build();
    if (parabolas == 0) return;
    std::size_t current = 0;
    for (std::size_t n = 0; n < heights_.size(); ++n)
    {
      while (current + 1 < parabolas && from_[current + 1] <= static_cast<double>(n)) ++current;
      first[n * stride] = static_cast<float>(height_at(apex_[current], n));
    }
  }

private:
  double height_at(std::size_t apex, std::size_t n) const
  {
    const double away = static_cast<double>(n) - static_cast<double>(apex);
    return heights_[apex] + step_squared_ * away * away;
  }

  /// Where the parabola of a later apex falls below that of an earlier one.
  double crossing(std::size_t earlier, std::size_t later) const
  {
    const auto a = static_cast<double>(earlier), b = static_cast<double>(later);
    return ((heights_[later] - heights_[earlier]) / step_squared_ + b * b - a * a) / (2.0 * (b - a));
  }

  std::size_t build()
  {
    std::size_t count = 0;
    for (std::size_t n = 0; n < heights_.size(); ++n)
    {
      if (heights_[n] == static_cast<double>(no_source)) continue;
      double start = -static_cast<double>(no_source);
      while (count > 0 && (start = crossing(apex_[count - 1], n)) <= from_[count - 1]) --count;
      from_[count] = count == 0 ? -static_cast<double>(no_source) : start;
      apex_[count++] = n;
    }
    return count;
  }

  double step_squared_;
  std::vector<std::size_t> apex_;
  std::vector<double> from_;
  std::vector<double> heights_;
};
}  // namespace

void squared_distances(std::vector<float>& values, GridSize size, VoxelSpacing spacing)
{
  NADIR_EXPECTS(values.size() == size.voxels());
  const auto columns = static_cast<std::size_t>(size.i), rows = static_cast<std::size_t>(size.j), slices = static_cast<std::size_t>(size.k);
  LineTransform along_i(columns, spacing.i), along_j(rows, spacing.j), along_k(slices, spacing.k);
  for (std::size_t line = 0; line < rows * slices; ++line) along_i.run(values.data() + line * columns, 1);
  for (std::size_t k = 0; k < slices; ++k)
    for (std::size_t i = 0; i < columns; ++i) along_j.run(values.data() + k * rows * columns + i, columns);
  for (std::size_t line = 0; line < rows * columns; ++line) along_k.run(values.data() + line, rows * columns);
}
}  // namespace nadir::segmentation
