#include "measure/assessment/lesion_on_grid.h"

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "imaging/geometry/nearest_voxel.h"
#include "measure/assessment/contours_on_slices.h"

namespace nadir::measure
{
namespace
{
using segmentation::ContourStack;
using segmentation::Mask;
using segmentation::SegmentedLesion;

PatientVector axis_of(const GridAxes& axes, int n) { return n == 0 ? axes.i : n == 1 ? axes.j : axes.k; }

/// The grid axis (0, 1, 2) closest to the direction in which the images were stacked.
int stacking_axis(const ImageGeometry& mask, PatientVector normal)
{
  int best = 2;
  for (const int n : {0, 1})
    if (std::abs(dot(axis_of(mask.axes(), n), normal)) > std::abs(dot(axis_of(mask.axes(), best), normal)) + 0.1) best = n;
  return best;
}

/// The same voxels with the axes turned in a circle until axis `n` is the last one; turning keeps the grid right-handed.
Mask turned(const Mask& mask, int n)
{
  const auto turn_size = [n](GridSize s) { return n == 0 ? GridSize{s.j, s.k, s.i} : GridSize{s.k, s.i, s.j}; };
  const auto turn_index = [n](VoxelIndex v) { return n == 0 ? VoxelIndex{v.j, v.k, v.i} : VoxelIndex{v.k, v.i, v.j}; };
  const auto& g = mask.geometry();
  const auto& s = g.spacing();
  const auto& a = g.axes();
  const auto geometry = n == 0 ? ImageGeometry::make(turn_size(g.size()), {s.j, s.k, s.i}, g.origin(), {a.j, a.k, a.i})
                               : ImageGeometry::make(turn_size(g.size()), {s.k, s.i, s.j}, g.origin(), {a.k, a.i, a.j});
  const auto& box = mask.box();
  const segmentation::VoxelBox turned_box{turn_index(box.first), turn_size(box.size)};
  std::vector<std::uint8_t> voxels(turned_box.size.voxels(), 0);
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
      for (int i = 0; i < box.size.i; ++i)
      {
        if (!mask.contains({box.first.i + i, box.first.j + j, box.first.k + k})) continue;
        const auto v = turn_index({i, j, k});
        voxels[(static_cast<std::size_t>(v.k) * static_cast<std::size_t>(turned_box.size.j) + static_cast<std::size_t>(v.j)) *
                   static_cast<std::size_t>(turned_box.size.i) +
               static_cast<std::size_t>(v.i)] = 1;
      }
  return Mask::from_box(geometry.value(), turned_box, std::move(voxels));
}

/// The same voxels on the image's grid; voxels beyond it are lost only where the image ends.
Mask transferred(const Mask& mask, const ImageGeometry& image)
{
  std::vector<std::uint8_t> voxels(image.size().voxels(), 0);
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
      {
        if (!mask.contains({i, j, k})) continue;
        const auto v = nearest_voxel(image.patient_to_voxel(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k})));
        if (!image.size().contains(v)) continue;
        voxels[(static_cast<std::size_t>(v.k) * static_cast<std::size_t>(image.size().j) + static_cast<std::size_t>(v.j)) *
                   static_cast<std::size_t>(image.size().i) +
               static_cast<std::size_t>(v.i)] = 1;
      }
  return Mask::from_grid(image, voxels);
}
}  // namespace

SegmentedLesion on_grid_of(const SegmentedLesion& lesion, const LesionSite& site)
{
  SegmentedLesion result = lesion;
  if (!site.stack) return result;
  result.provenance.referenced_series = site.stack->series;
  result.provenance.frame_of_reference = site.stack->certificate.frame_of_reference;
  if (auto* contours = std::get_if<ContourStack>(&result.shape)) *contours = contours_on_slices(std::move(*contours), *site.stack);
  const auto* mask = std::get_if<Mask>(&lesion.shape);
  if (!mask) return result;
  if (!site.on_image_grid)
  {
    const int axis = stacking_axis(mask->geometry(), site.stack->geometry->axes().k);
    if (axis != 2) result.shape = turned(*mask, axis);
    return result;
  }
  result.shape = transferred(*mask, *site.stack->geometry);
  result.provenance.slice_sources.clear();
  for (std::size_t k = 0; k < site.stack->slices.size(); ++k)
    result.provenance.slice_sources[static_cast<int>(k)] = site.stack->slices[k].sop_instance;
  return result;
}
}  // namespace nadir::measure
