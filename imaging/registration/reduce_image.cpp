#include "imaging/registration/reduce_image.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "imaging/registration/fixed_chunks.h"

namespace nadir::imaging
{
namespace
{
/// How one new value along an axis comes from old ones.
struct Taps
{
  int first = 0;
  std::vector<float> weights;
};

/// An axis of an image as memory: `outer` blocks of `count` lines of `inner` values.
struct AxisLayout
{
  std::size_t outer = 1;
  int count = 1;
  std::size_t inner = 1;
};

struct NewAxis
{
  int count = 1;
  double step = 1.0;   ///< new spacing in old voxels
  double start = 0.0;  ///< place of the first new voxel in old voxels
};

NewAxis new_axis(int count, double old_spacing, double spacing)
{
  if (spacing <= old_spacing * 1.05) return {count, 1.0, 0.0};
  const double step = spacing / old_spacing;
  const int fewer = std::max(1, static_cast<int>(std::lround(count / step)));
  return {fewer, step, 0.5 * (count - 1) - 0.5 * (fewer - 1) * step};
}

Taps taps_at(double place, double step, int count)
{
  const int first = std::max(0, static_cast<int>(std::ceil(place - step)));
  const int last = std::min(count - 1, static_cast<int>(std::floor(place + step)));
  Taps taps{std::min(first, count - 1), {}};
  float sum = 0.0F;
  for (int n = taps.first; n <= std::max(last, taps.first); ++n)
  {
    taps.weights.push_back(static_cast<float>(std::max(1e-6, 1.0 - std::abs(n - place) / step)));
    sum += taps.weights.back();
  }
  for (float& weight : taps.weights) weight /= sum;
  return taps;
}

std::vector<Taps> all_taps(const NewAxis& axis, int count)
{
  std::vector<Taps> taps;
  for (int n = 0; n < axis.count; ++n) taps.push_back(taps_at(axis.start + n * axis.step, axis.step, count));
  return taps;
}

void add_scaled(const float* source, float weight, float* target, std::size_t count)
{
  for (std::size_t n = 0; n < count; ++n) target[n] += weight * source[n];
}

std::vector<float> resized(const std::vector<float>& values, const AxisLayout& layout, const NewAxis& axis)
{
  const auto taps = all_taps(axis, layout.count);
  const auto new_count = static_cast<std::size_t>(axis.count);
  std::vector<float> result(layout.outer * new_count * layout.inner, 0.0F);
  for_fixed_chunks(layout.outer * new_count,
                   [&](const Chunk& chunk)
                   {
                     for (std::size_t line = chunk.first; line < chunk.last; ++line)
                     {
                       const Taps& tap = taps[line % new_count];
                       const std::size_t block = line / new_count * static_cast<std::size_t>(layout.count);
                       for (std::size_t n = 0; n < tap.weights.size(); ++n)
                         add_scaled(&values[(block + static_cast<std::size_t>(tap.first) + n) * layout.inner], tap.weights[n],
                                    &result[line * layout.inner], layout.inner);
                     }
                   });
  return result;
}

void make_finite(std::vector<float>& values)
{
  float smallest = std::numeric_limits<float>::max();
  for (const float v : values)
    if (std::isfinite(v)) smallest = std::min(smallest, v);
  if (smallest == std::numeric_limits<float>::max()) smallest = 0.0F;
  for (float& v : values)
    if (!std::isfinite(v)) v = smallest;
}

std::size_t as_size(int n) { return static_cast<std::size_t>(n); }

/// Sum of the values and number of the values in a window that slides along a line of vectors.
class RunningMean
{
public:
  RunningMean(std::size_t inner, int radius) : sum_(inner, 0.0), radius_(radius) {}

  void run(float* line, int count)
  {
    const std::size_t inner = sum_.size();
    copy_.assign(line, line + as_size(count) * inner);
    std::fill(sum_.begin(), sum_.end(), 0.0);
    int first = 0, last = -1;
    for (int n = 0; n < count; ++n)
    {
      while (last < std::min(n + radius_, count - 1)) add(++last, 1.0);
      while (first < n - radius_) add(first++, -1.0);
      const double factor = 1.0 / (last - first + 1);
      for (std::size_t m = 0; m < inner; ++m) line[as_size(n) * inner + m] = static_cast<float>(sum_[m] * factor);
    }
  }

private:
  void add(int n, double sign)
  {
    const float* source = &copy_[as_size(n) * sum_.size()];
    for (std::size_t m = 0; m < sum_.size(); ++m) sum_[m] += sign * static_cast<double>(source[m]);
  }

  std::vector<double> sum_;
  std::vector<float> copy_;
  int radius_;
};

void smooth_axis(std::vector<float>& values, const AxisLayout& layout, double sigma_voxels)
{
  // Three means of width w have the variance (w^2 - 1) / 4.
  const int radius = static_cast<int>(std::lround(0.5 * (std::sqrt(4.0 * sigma_voxels * sigma_voxels + 1.0) - 1.0)));
  if (radius < 1 || layout.count < 2) return;
  const std::size_t line = as_size(layout.count) * layout.inner;
  for_fixed_chunks(layout.outer,
                   [&](const Chunk& chunk)
                   {
                     RunningMean mean(layout.inner, radius);
                     for (std::size_t block = chunk.first; block < chunk.last; ++block)
                       for (int pass = 0; pass < 3; ++pass) mean.run(&values[block * line], layout.count);
                   });
}

/// Smoothing along slices, cut into rows so that chunks are small.
void smooth_slices(std::vector<float>& values, const GridSize& size, double sigma_voxels)
{
  const std::size_t slice = as_size(size.i) * as_size(size.j);
  const int radius = static_cast<int>(std::lround(0.5 * (std::sqrt(4.0 * sigma_voxels * sigma_voxels + 1.0) - 1.0)));
  if (radius < 1 || size.k < 2) return;
  for_fixed_chunks(as_size(size.j),
                   [&](const Chunk& chunk)
                   {
                     const std::size_t row = as_size(size.i);
                     RunningMean mean(row, radius);
                     std::vector<float> plane(row * as_size(size.k));
                     for (std::size_t j = chunk.first; j < chunk.last; ++j)
                     {
                       for (std::size_t k = 0; k < as_size(size.k); ++k) std::copy_n(&values[k * slice + j * row], row, &plane[k * row]);
                       for (int pass = 0; pass < 3; ++pass) mean.run(plane.data(), size.k);
                       for (std::size_t k = 0; k < as_size(size.k); ++k) std::copy_n(&plane[k * row], row, &values[k * slice + j * row]);
                     }
                   });
}
}  // namespace

FloatImage reduced(const FloatImage& image, double spacing)
{
  const auto& old = image.geometry;
  const NewAxis i = new_axis(old.size().i, old.spacing().i, spacing), j = new_axis(old.size().j, old.spacing().j, spacing),
                k = new_axis(old.size().k, old.spacing().k, spacing);
  auto values = image.values;
  make_finite(values);
  values = resized(values, {1, old.size().k, as_size(old.size().i) * as_size(old.size().j)}, k);
  values = resized(values, {as_size(k.count), old.size().j, as_size(old.size().i)}, j);
  values = resized(values, {as_size(k.count) * as_size(j.count), old.size().i, 1}, i);
  const VoxelSpacing wider{old.spacing().i * i.step, old.spacing().j * j.step, old.spacing().k * k.step};
  auto geometry = ImageGeometry::make({i.count, j.count, k.count}, wider,
                                      old.voxel_to_patient(ContinuousVoxelIndex{i.start, j.start, k.start}), old.axes());
  return {std::move(geometry).value(), std::move(values)};
}

void smooth(FloatImage& image, double sigma)
{
  const auto& size = image.geometry.size();
  const auto& spacing = image.geometry.spacing();
  smooth_axis(image.values, {as_size(size.k) * as_size(size.j), size.i, 1}, sigma / spacing.i);
  smooth_axis(image.values, {as_size(size.k), size.j, as_size(size.i)}, sigma / spacing.j);
  smooth_slices(image.values, size, sigma / spacing.k);
}
}  // namespace nadir::imaging
