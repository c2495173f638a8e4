#include "segmentation/tissue/distance_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
constexpr float far_away = std::numeric_limits<float>::infinity();

/// Lower envelope of parabolas over one line of squared distances.
class LineTransform
{
public:
  LineTransform(std::size_t longest, double step)
      : step_squared_(step * step), values_(longest), feet_(longest), starts_(longest + 1)
  {
  }

  void apply(float* line, std::size_t count, std::size_t stride)
  {
    for (std::size_t n = 0; n < count; ++n) values_[n] = static_cast<double>(line[n * stride]);
    build(count);
    if (parabolas_ == 0) return;
    std::size_t current = 0;
    for (std::size_t n = 0; n < count; ++n)
    {
      while (current + 1 < parabolas_ && starts_[current + 1] < static_cast<double>(n)) ++current;
      const double gap = static_cast<double>(n) - static_cast<double>(feet_[current]);
      line[n * stride] = static_cast<float>(step_squared_ * gap * gap + values_[feet_[current]]);
    }
  }

private:
  double crossing(std::size_t left, std::size_t right) const
  {
    const auto a = static_cast<double>(left), b = static_cast<double>(right);
    return (values_[right] - values_[left] + step_squared_ * (b * b - a * a)) / (2.0 * step_squared_ * (b - a));
  }

  void build(std::size_t count)
  {
    parabolas_ = 0;
    for (std::size_t n = 0; n < count; ++n)
    {
      if (!std::isfinite(values_[n])) continue;
      while (parabolas_ > 1 && crossing(feet_[parabolas_ - 1], n) <= starts_[parabolas_ - 1]) --parabolas_;
      starts_[parabolas_] = parabolas_ == 0 ? -std::numeric_limits<double>::infinity() : crossing(feet_[parabolas_ - 1], n);
      feet_[parabolas_++] = n;
    }
  }

  double step_squared_;
  std::vector<double> values_;
  std::vector<std::size_t> feet_;
  std::vector<double> starts_;
  std::size_t parabolas_ = 0;
};

struct Axis
{
  std::size_t count;
  std::size_t stride;
  double spacing;
};

void transform_along(std::vector<float>& squared, const Axis& along, const Axis& first, const Axis& second)
{
  LineTransform transform(along.count, along.spacing);
  for (std::size_t a = 0; a < first.count; ++a)
    for (std::size_t b = 0; b < second.count; ++b)
      transform.apply(squared.data() + a * first.stride + b * second.stride, along.count, along.stride);
}
}  // namespace

std::vector<float> distance_field(const std::vector<std::uint8_t>& voxels, GridSize size, VoxelSpacing spacing)
{
  NADIR_EXPECTS(voxels.size() == size.voxels());
  std::vector<float> squared(voxels.size());
  std::transform(voxels.begin(), voxels.end(), squared.begin(), [](std::uint8_t voxel) { return voxel != 0 ? 0.0F : far_away; });
  const auto columns = static_cast<std::size_t>(size.i), rows = static_cast<std::size_t>(size.j);
  const Axis i{columns, 1, spacing.i}, j{rows, columns, spacing.j}, k{static_cast<std::size_t>(size.k), columns * rows, spacing.k};
  transform_along(squared, i, k, j);
  transform_along(squared, j, k, i);
  transform_along(squared, k, j, i);
  for (float& value : squared) value = std::sqrt(value);
  return squared;
}
}  // namespace nadir::segmentation
