#include "tests/segmentation/edit/solid_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nadir::testing
{
namespace
{
ContinuousVoxelIndex middle_of(const GridSize& size) { return {(size.i - 1) / 2.0, (size.j - 1) / 2.0, (size.k - 1) / 2.0}; }
}  // namespace

ImageGeometry oblique_grid()
{
  const double c = std::cos(0.4), s = std::sin(0.4);
  return ImageGeometry::make({120, 110, 31}, {0.7, 0.8, 3.0}, {-31.0, 12.0, 840.0}, {{c, s, 0}, {-s, c, 0}, {0, 0, 1}}).value();
}

PatientPoint at(const ImageGeometry& geometry, Offset offset)
{
  const auto middle = middle_of(geometry.size());
  const auto& spacing = geometry.spacing();
  return geometry.voxel_to_patient(
      ContinuousVoxelIndex{middle.i + offset.i / spacing.i, middle.j + offset.j / spacing.j, middle.k + offset.k / spacing.k});
}

segmentation::Mask solid(const ImageGeometry& geometry, const std::function<bool(Offset)>& contains)
{
  const auto& size = geometry.size();
  const auto& spacing = geometry.spacing();
  const auto middle = middle_of(size);
  std::vector<std::uint8_t> voxels;
  voxels.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        voxels.push_back(contains({(i - middle.i) * spacing.i, (j - middle.j) * spacing.j, (k - middle.k) * spacing.k}) ? 1 : 0);
  return segmentation::Mask::from_grid(geometry, voxels);
}

segmentation::Mask ball(const ImageGeometry& geometry, double radius, Offset center)
{
  return solid(geometry, [&](Offset p) { return std::hypot(p.i - center.i, p.j - center.j, p.k - center.k) <= radius; });
}

double volume_mm3(const segmentation::Mask& mask) { return static_cast<double>(mask.count()) * mask.geometry().voxel_volume_mm3(); }

double ball_volume_mm3(double radius) { return 4.0 / 3.0 * std::numbers::pi * std::pow(radius, 3); }

double equivalent_radius(const segmentation::Mask& mask) { return std::cbrt(volume_mm3(mask) / ball_volume_mm3(1.0)); }

bool same_voxels(const segmentation::Mask& a, const segmentation::Mask& b)
{
  if (a.count() != b.count()) return false;
  const auto& box = a.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (a.contains({i, j, k}) != b.contains({i, j, k})) return false;
  return true;
}
}  // namespace nadir::testing
