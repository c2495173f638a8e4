#include "segmentation/lesion/paint_strokes.h"

#include "imaging/geometry/nearest_voxel.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
struct Span
{
  int first = 0;
  int last = 0;
};

Span span(double a, double b, double margin, int count)
{
  return {static_cast<int>(std::clamp(std::floor(std::min(a, b) - margin), 0.0, count - 1.0)),
          static_cast<int>(std::clamp(std::ceil(std::max(a, b) + margin), 0.0, count - 1.0))};
}

/// Squared distance of a voxel from a segment measured in the slices, and whether it lies in a slice of the segment.
bool is_painted(const ImageGeometry& geometry, VoxelIndex voxel, const ContinuousVoxelIndex& a, const ContinuousVoxelIndex& b,
                double radius)
{
  if (voxel.k < std::lround(std::min(a.k, b.k)) || voxel.k > std::lround(std::max(a.k, b.k))) return false;
  const auto& spacing = geometry.spacing();
  const double rise = b.k - a.k;
  double dx = (b.i - a.i) * spacing.i, dy = (b.j - a.j) * spacing.j, x = (voxel.i - a.i) * spacing.i, y = (voxel.j - a.j) * spacing.j;
  if (std::abs(rise) > 1.0)
  {
    const double t = std::clamp((voxel.k - a.k) / rise, 0.0, 1.0);
    return std::hypot(x - t * dx, y - t * dy) <= radius;
  }
  const double length = dx * dx + dy * dy;
  const double t = length > 0.0 ? std::clamp((x * dx + y * dy) / length, 0.0, 1.0) : 0.0;
  return std::hypot(x - t * dx, y - t * dy) <= radius;
}

template <class Visit> void visit_segment(const ImageGeometry& geometry, const PromptLine& segment, double radius, Visit visit)
{
  const auto a = geometry.patient_to_voxel(segment.from), b = geometry.patient_to_voxel(segment.to);
  const auto& size = geometry.size();
  const auto i = span(a.i, b.i, radius / geometry.spacing().i, size.i), j = span(a.j, b.j, radius / geometry.spacing().j, size.j),
             k = span(a.k, b.k, 0.5, size.k);
  for (int z = k.first; z <= k.last; ++z)
    for (int y = j.first; y <= j.last; ++y)
      for (int x = i.first; x <= i.last; ++x)
        if (is_painted(geometry, {x, y, z}, a, b, radius)) visit(VoxelIndex{x, y, z});
  for (const auto& end : {a, b})
  {
    const auto own = nearest_voxel(end);
    if (size.contains(own)) visit(own);
  }
}

template <class Visit> void visit_stroke(const ImageGeometry& geometry, const Stroke& stroke, Visit visit)
{
  for (std::size_t n = 0; n < stroke.points.size(); ++n)
  {
    const auto& to = stroke.points[std::min(n + 1, stroke.points.size() - 1)];
    if (n + 1 < stroke.points.size() || n == 0) visit_segment(geometry, {stroke.points[n], to}, stroke.radius.value(), visit);
  }
}
}  // namespace

std::vector<std::size_t> painted_voxels(const Stroke& stroke, const ImageGeometry& geometry, const VoxelBox& box)
{
  std::vector<std::size_t> painted;
  const NativeBlock block{box, {}};
  visit_stroke(geometry, stroke,
               [&](VoxelIndex v)
               {
                 const VoxelIndex local{v.i - box.first.i, v.j - box.first.j, v.k - box.first.k};
                 if (box.size.contains(local)) painted.push_back(block.offset(local.i, local.j, local.k));
               });
  std::sort(painted.begin(), painted.end());
  painted.erase(std::unique(painted.begin(), painted.end()), painted.end());
  return painted;
}

VoxelBox box_of(const std::vector<Stroke>& strokes, const ImageGeometry& geometry)
{
  VoxelIndex low{geometry.size().i, geometry.size().j, geometry.size().k}, high{-1, -1, -1};
  for (const auto& stroke : strokes)
    visit_stroke(geometry, stroke,
                 [&](VoxelIndex v)
                 {
                   low = {std::min(low.i, v.i), std::min(low.j, v.j), std::min(low.k, v.k)};
                   high = {std::max(high.i, v.i), std::max(high.j, v.j), std::max(high.k, v.k)};
                 });
  if (high.k < low.k) return {{0, 0, 0}, {0, 0, 0}};
  return {low, {high.i - low.i + 1, high.j - low.j + 1, high.k - low.k + 1}};
}
}  // namespace nadir::segmentation::lesion
