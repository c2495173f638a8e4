#include "viewer/model/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nadir::viewer
{
namespace
{
struct GreyRange
{
  float low = 0.0F;
  float high = 1.0F;
};

float quantile(std::vector<float>& values, double share)
{
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

GreyRange range_of(std::vector<float> values)
{
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
  if (values.empty()) return {};
  const float low = quantile(values, 0.01), high = quantile(values, 0.995);
  return {low, std::max(high, low + 1e-6F)};
}

char grey_of(float value, GreyRange range)
{
  const float share = std::isfinite(value) ? std::clamp((value - range.low) / (range.high - range.low), 0.0F, 1.0F) : 0.0F;
  return static_cast<char>(static_cast<unsigned char>(std::lround(share * 255.0F)));
}

/// Mean of the pixels with a value in each block of `step` by `step`; NaN where none has one.
std::vector<float> reduced(const std::vector<float>& values, GridSize size, int step)
{
  const int columns = size.i / step, rows = size.j / step;
  const auto blocks = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
  std::vector<float> means(blocks, 0.0F), counts(blocks, 0.0F);
  for (int y = 0; y < rows * step; ++y)
    for (int x = 0; x < columns * step; ++x)
    {
      const float value = values[static_cast<std::size_t>(y * size.i + x)];
      const auto block = static_cast<std::size_t>(y / step * columns + x / step);
      if (std::isfinite(value)) means[block] += value, counts[block] += 1.0F;
    }
  for (std::size_t n = 0; n < blocks; ++n) means[n] /= counts[n];
  return means;
}
}  // namespace

Thumbnail thumbnail_of(const imaging::Volume& volume, int longest_side)
{
  const auto size = volume.geometry().size();
  const int step = std::max(1, (std::max(size.i, size.j) + longest_side - 1) / longest_side);
  if (size.i < step || size.j < step) return {};
  const auto values = reduced(volume.slice(size.k / 2), size, step);
  const auto range = range_of(values);
  Thumbnail picture{size.i / step, size.j / step, {}, volume.geometry().spacing().j / volume.geometry().spacing().i};
  picture.grey.reserve(static_cast<qsizetype>(values.size()));
  for (const float value : values) picture.grey.append(grey_of(value, range));
  return picture;
}
}  // namespace nadir::viewer
