#include "segmentation/tissue/slice_mixture.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr double steps = 2.0;

PatientVector coarsest_axis(const ImageGeometry& image)
{
  const auto& spacing = image.spacing();
  const auto& axes = image.axes();
  if (spacing.k >= spacing.i && spacing.k >= spacing.j) return spacing.k * axes.k;
  return spacing.j >= spacing.i ? spacing.j * axes.j : spacing.i * axes.i;
}

/// The net's places from a place to the end of `reach`, without the place itself.
std::vector<VoxelIndex> places_along(const ReferencePlaces& places, PatientVector reach)
{
  const auto& spacing = places.grid.spacing();
  const auto& axes = places.grid.axes();
  const double i = dot(reach, axes.i) / (spacing.i * places.step.i), j = dot(reach, axes.j) / (spacing.j * places.step.j),
               k = dot(reach, axes.k) / (spacing.k * places.step.k);
  const int count = static_cast<int>(std::floor(std::max({std::abs(i), std::abs(j), std::abs(k)}) + 1e-6));
  std::vector<VoxelIndex> along;
  for (int n = 1; n <= count; ++n)
  {
    const double part = static_cast<double>(n) / count;
    along.push_back(
        {static_cast<int>(std::lround(part * i)), static_cast<int>(std::lround(part * j)), static_cast<int>(std::lround(part * k))});
  }
  return along;
}
}  // namespace

std::vector<std::uint8_t> slice_mixture(const ReferencePlaces& places, const ImageGeometry& image, const std::vector<std::uint8_t>& is_dark)
{
  const auto along = places_along(places, steps * coarsest_axis(image));
  const auto& net = places.net;
  const auto is_dark_at = [&](int i, int j, int k)
  {
    if (i < 0 || j < 0 || k < 0 || i >= net.i || j >= net.j || k >= net.k) return false;
    return is_dark[(static_cast<std::size_t>(k) * static_cast<std::size_t>(net.j) + static_cast<std::size_t>(j)) *
                       static_cast<std::size_t>(net.i) +
                   static_cast<std::size_t>(i)] != 0;
  };
  std::vector<std::uint8_t> mixed;
  mixed.reserve(net.voxels());
  for (int k = 0; k < net.k; ++k)
    for (int j = 0; j < net.j; ++j)
      for (int i = 0; i < net.i; ++i)
        mixed.push_back(
            std::ranges::any_of(along, [&](VoxelIndex by)
                                { return is_dark_at(i + by.i, j + by.j, k + by.k) || is_dark_at(i - by.i, j - by.j, k - by.k); })
                ? 1
                : 0);
  return mixed;
}
}  // namespace nadir::segmentation
