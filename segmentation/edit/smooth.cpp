#include "segmentation/edit/smooth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "imaging/result/expects.h"
#include "segmentation/edit/voxel_block.h"

namespace nadir::segmentation
{
namespace
{
constexpr double widths_to_the_end = 3.0;  // of the Gaussian: what lies beyond weighs 0.3 %
constexpr int largest_reach = 150;         // voxels

int reach_of(double width, double step) { return std::min(static_cast<int>(std::ceil(widths_to_the_end * width / step)), largest_reach); }

/// Weights of the voxels 0, 1, ... steps away; with both sides they sum up to one.
std::vector<float> half_kernel(double width, double step)
{
  std::vector<float> weights;
  double sum = 0.0;
  for (int n = 0; n <= reach_of(width, step); ++n)
  {
    const double weight = std::exp(-0.5 * std::pow(n * step / width, 2));
    weights.push_back(static_cast<float>(weight));
    sum += n == 0 ? weight : 2.0 * weight;
  }
  for (auto& weight : weights) weight = static_cast<float>(weight / sum);
  return weights;
}

/// Values of a block while it is blurred along one axis after the other. Beyond the block its outermost values go on.
class BlurredBlock
{
public:
  explicit BlurredBlock(const detail::VoxelBlock& block)
      : columns_(static_cast<std::size_t>(block.box.size.i)), rows_(static_cast<std::size_t>(block.box.size.j)),
        slices_(static_cast<std::size_t>(block.box.size.k)), values_(block.voxels.begin(), block.voxels.end())
  {
  }

  void blur_columns(const std::vector<float>& kernel)
  {
    const auto reach = kernel.size() - 1;
    std::vector<float> padded(columns_ + 2 * reach);
    for (std::size_t row = 0; row < rows_ * slices_; ++row)
    {
      float* const line = values_.data() + row * columns_;
      if (is_even(line, columns_)) continue;
      std::copy(line, line + columns_, padded.begin() + static_cast<std::ptrdiff_t>(reach));
      std::fill_n(padded.begin(), reach, line[0]);
      std::fill_n(padded.end() - static_cast<std::ptrdiff_t>(reach), reach, line[columns_ - 1]);
      scale(padded.data() + reach, kernel[0], line, columns_);
      for (std::size_t n = 1; n <= reach; ++n) add_pair({padded.data() + reach - n, padded.data() + reach + n}, kernel[n], line, columns_);
    }
  }

  void blur_rows(const std::vector<float>& kernel)
  {
    for (std::size_t k = 0; k < slices_; ++k) blur_lines({values_.data() + k * rows_ * columns_, rows_, columns_, columns_}, kernel);
  }

  void blur_slices(const std::vector<float>& kernel)
  {
    for (std::size_t j = 0; j < rows_; ++j) blur_lines({values_.data() + j * columns_, slices_, rows_ * columns_, columns_}, kernel);
  }

  const std::vector<float>& values() const { return values_; }

private:
  /// Rows that lie `stride` apart and are blurred across one another.
  struct Lines
  {
    float* first;
    std::size_t count;
    std::size_t stride;
    std::size_t length;
  };

  static bool is_even(const float* line, std::size_t length)
  {
    return std::all_of(line, line + length, [first = line[0]](float value) { return value == first; });
  }
  static void scale(const float* from, float weight, float* to, std::size_t length)
  {
    for (std::size_t i = 0; i < length; ++i) to[i] = weight * from[i];
  }
  static void add_pair(std::pair<const float*, const float*> from, float weight, float* to, std::size_t length)
  {
    const float* const before = from.first;
    const float* const behind = from.second;
    for (std::size_t i = 0; i < length; ++i) to[i] += weight * (before[i] + behind[i]);
  }

  void blur_lines(const Lines& lines, const std::vector<float>& kernel)
  {
    sheet_.resize(lines.count * lines.length);
    for (std::size_t n = 0; n < lines.count; ++n)
      std::copy_n(lines.first + n * lines.stride, lines.length, sheet_.begin() + static_cast<std::ptrdiff_t>(n * lines.length));
    const auto line_at = [&](std::ptrdiff_t n)
    {
      return sheet_.data() +
             static_cast<std::size_t>(std::clamp(n, std::ptrdiff_t{0}, static_cast<std::ptrdiff_t>(lines.count) - 1)) * lines.length;
    };
    for (std::ptrdiff_t n = 0; n < static_cast<std::ptrdiff_t>(lines.count); ++n)
    {
      float* const to = lines.first + static_cast<std::size_t>(n) * lines.stride;
      scale(line_at(n), kernel[0], to, lines.length);
      for (std::size_t step = 1; step < kernel.size(); ++step)
        add_pair({line_at(n - static_cast<std::ptrdiff_t>(step)), line_at(n + static_cast<std::ptrdiff_t>(step))}, kernel[step], to,
                 lines.length);
    }
  }

  std::size_t columns_;
  std::size_t rows_;
  std::size_t slices_;
  std::vector<float> values_;
  std::vector<float> sheet_;
};

constexpr std::size_t levels = 1U << 16U;
std::size_t level_of(float value)
{
  return static_cast<std::size_t>(std::clamp(value, 0.0f, 1.0f) * static_cast<float>(levels - 1) + 0.5f);
}

/// The `count` voxels with the highest values; among equal ones those that were set before, then storage order.
std::vector<std::uint8_t> highest(const std::vector<float>& values, const std::vector<std::uint8_t>& before, std::uint64_t count)
{
  std::vector<std::uint64_t> histogram(levels);
  for (const float value : values) ++histogram[level_of(value)];
  std::size_t cut = levels - 1;
  std::uint64_t above = 0;
  while (above + histogram[cut] < count) above += histogram[cut--];
  std::vector<std::uint8_t> chosen(values.size());
  std::uint64_t open = count - above;
  for (std::size_t n = 0; n < values.size(); ++n) chosen[n] = level_of(values[n]) > cut ? 1 : 0;
  for (const std::uint8_t wanted : {std::uint8_t{1}, std::uint8_t{0}})
    for (std::size_t n = 0; n < values.size() && open > 0; ++n)
      if (before[n] == wanted && chosen[n] == 0 && level_of(values[n]) == cut)
      {
        chosen[n] = 1;
        --open;
      }
  return chosen;
}
}  // namespace

Mask smooth(const Mask& mask, Millimeters width)
{
  NADIR_EXPECTS(width.value() > 0.0);
  if (mask.is_empty()) return mask;
  const auto& spacing = mask.geometry().spacing();
  const std::array kernels{half_kernel(width.value(), spacing.i), half_kernel(width.value(), spacing.j),
                           half_kernel(width.value(), spacing.k)};
  const auto reach = [&](std::size_t axis) { return static_cast<int>(kernels[axis].size()) - 1; };
  const auto box = detail::clipped(detail::widened(mask.box(), {reach(0), reach(1), reach(2)}), mask.geometry().size());
  auto block = detail::block_of(mask, box);
  BlurredBlock blurred(block);
  blurred.blur_columns(kernels[0]);
  blurred.blur_rows(kernels[1]);
  blurred.blur_slices(kernels[2]);
  block.voxels = highest(blurred.values(), block.voxels, mask.count());
  return detail::mask_of(mask.geometry(), std::move(block));
}
}  // namespace nadir::segmentation
