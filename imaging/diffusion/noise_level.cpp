#include "imaging/diffusion/noise_level.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::imaging
{
namespace
{
constexpr double least_ratio = 1.6, largest_ratio = 2.4;
constexpr std::size_t least_voxels = 64;
constexpr double least_white = 0.1;  // noise of twelve scans, interpolated ones among them, 0.19 to 0.45; tissue 0.04

/// Sums over one corner of all slices.
struct Corner
{
  std::size_t count = 0;
  double sum = 0.0;
  double squares = 0.0;
  std::size_t pairs = 0;
  double differences = 0.0;  ///< squares, of neighbours in a row

  void add(double value)
  {
    ++count;
    sum += value;
    squares += value * value;
  }
  void add_pair(double value, double neighbour)
  {
    ++pairs;
    differences += (neighbour - value) * (neighbour - value);
  }
  double mean() const { return sum / static_cast<double>(count); }
  double mean_square() const { return squares / static_cast<double>(count); }
};

/// Noise differs from voxel to voxel; tissue, which may have the same mean and spread, is much like its neighbour.
bool looks_like_noise(const Corner& corner)
{
  if (corner.count < least_voxels || corner.sum <= 0.0) return false;
  const double variance = corner.mean_square() - corner.mean() * corner.mean();
  if (variance <= 0.0) return false;
  const double ratio = corner.mean() / std::sqrt(variance);
  if (ratio < least_ratio || ratio > largest_ratio) return false;
  return corner.pairs > 0 && corner.differences / static_cast<double>(corner.pairs) >= 2.0 * least_white * variance;
}

using Corners = std::array<Corner, 4>;

void add_slice(Corners& corners, const std::vector<float>& slice, const GridSize& size)
{
  const int wide = std::max(1, size.i / 8), high = std::max(1, size.j / 8);
  const auto value = [&](int i, int j)
  { return static_cast<double>(slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)]); };
  const std::array<VoxelIndex, 4> first{{{0, 0, 0}, {size.i - wide, 0, 0}, {0, size.j - high, 0}, {size.i - wide, size.j - high, 0}}};
  for (std::size_t n = 0; n < corners.size(); ++n)
    for (int j = first[n].j; j < first[n].j + high; ++j)
      for (int i = first[n].i; i < first[n].i + wide; ++i)
      {
        corners[n].add(value(i, j));
        if (i > first[n].i) corners[n].add_pair(value(i - 1, j), value(i, j));
      }
}
}  // namespace

std::optional<double> noise_in_air(const Volume& image)
{
  Corners corners;
  for (int k = 0; k < image.geometry().size().k; ++k) add_slice(corners, image.slice(k), image.geometry().size());
  const auto& quietest = *std::ranges::min_element(corners, {}, &Corner::squares);
  if (!looks_like_noise(quietest)) return std::nullopt;
  return std::sqrt(quietest.mean_square() / 2.0);
}
}  // namespace nadir::imaging
