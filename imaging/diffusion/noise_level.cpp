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

/// Sums over one corner of all slices.
struct Corner
{
  std::size_t count = 0;
  double sum = 0.0;
  double squares = 0.0;

  void add(double value)
  {
    ++count;
    sum += value;
    squares += value * value;
  }
  double mean() const { return sum / static_cast<double>(count); }
  double mean_square() const { return squares / static_cast<double>(count); }
};

bool looks_like_noise(const Corner& corner)
{
  if (corner.count < least_voxels || corner.sum <= 0.0) return false;
  const double variance = corner.mean_square() - corner.mean() * corner.mean();
  if (variance <= 0.0) return false;
  const double ratio = corner.mean() / std::sqrt(variance);
  return ratio >= least_ratio && ratio <= largest_ratio;
}

using Corners = std::array<Corner, 4>;

void add_slice(Corners& corners, const std::vector<float>& slice, const GridSize& size)
{
  const int wide = std::max(1, size.i / 8), high = std::max(1, size.j / 8);
  const auto value = [&](int i, int j)
  { return static_cast<double>(slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)]); };
  for (int j = 0; j < high; ++j)
    for (int i = 0; i < wide; ++i)
    {
      corners[0].add(value(i, j));
      corners[1].add(value(size.i - 1 - i, j));
      corners[2].add(value(i, size.j - 1 - j));
      corners[3].add(value(size.i - 1 - i, size.j - 1 - j));
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
