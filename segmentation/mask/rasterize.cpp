#include "segmentation/mask/rasterize.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"

namespace nadir::segmentation
{
namespace
{
constexpr double parallel_cosine = 0.9995;  ///< 1.8 degrees
constexpr double slice_tolerance = 0.25;    ///< of the slice spacing
constexpr double outside_tolerance = 1.0;   ///< voxels beyond the outermost centres

/// A contour in voxel coordinates of one slice.
struct FlatContour
{
  std::vector<ContinuousVoxelIndex> points;
};

struct FlatPlane
{
  int k = 0;
  std::vector<FlatContour> contours;
};

Failure mismatch(const std::string& problem)
{
  return Failure{MaskError::ImageMismatch,
                 problem + " (voxels would be taken from the wrong place). Give the image that the contours were drawn on."};
}

bool is_inside(ContinuousVoxelIndex index, const GridSize& size)
{
  return index.i >= -outside_tolerance && index.j >= -outside_tolerance && index.i <= size.i - 1 + outside_tolerance &&
         index.j <= size.j - 1 + outside_tolerance;
}

Result<FlatPlane> flattened(const ContourPlane& plane, const ImageGeometry& geometry)
{
  FlatPlane flat;
  const double place =
      plane.contours.empty() || plane.contours.front().empty() ? 0.0 : geometry.patient_to_voxel(plane.contours.front().front()).k;
  const double slice = std::round(place);
  if (std::abs(place - slice) > slice_tolerance || slice < 0.0 || slice >= geometry.size().k)
    return mismatch("a contour plane at " + format_fixed(plane.offset, 2) + " mm lies on no slice of the image");
  flat.k = static_cast<int>(slice);
  for (const auto& contour : plane.contours)
  {
    FlatContour points;
    for (const auto& point : contour) points.points.push_back(geometry.patient_to_voxel(point));
    if (!std::all_of(points.points.begin(), points.points.end(), [&](const auto& p) { return is_inside(p, geometry.size()); }))
      return mismatch("a contour reaches beyond the image");
    flat.contours.push_back(std::move(points));
  }
  return flat;
}

/// Columns at which a contour crosses the rows first, first + 1, ...
struct Crossings
{
  int first = 0;
  std::vector<std::vector<double>> rows;
};

/// Half-open edges (low < j <= high), so that a corner on a row counts once.
Crossings crossings_of(const FlatContour& contour, int rows)
{
  const auto& points = contour.points;
  const auto by_row = [](const auto& a, const auto& b) { return a.j < b.j; };
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_row);
  Crossings crossings{std::max(0, static_cast<int>(std::floor(low->j))), {}};
  const int last = std::min(rows - 1, static_cast<int>(std::ceil(high->j)));
  crossings.rows.resize(static_cast<std::size_t>(std::max(0, last - crossings.first + 1)));
  for (std::size_t n = 0; n < points.size(); ++n)
  {
    const auto& a = points[n];
    const auto& b = points[(n + 1) % points.size()];
    const int begin = std::max(crossings.first, static_cast<int>(std::floor(std::min(a.j, b.j))) + 1);
    const int end = std::min(last, static_cast<int>(std::floor(std::max(a.j, b.j))));
    for (int j = begin; j <= end; ++j)
      crossings.rows[static_cast<std::size_t>(j - crossings.first)].push_back(a.i + (j - a.j) / (b.j - a.j) * (b.i - a.i));
  }
  return crossings;
}

/// Turns over the voxels whose centre lies between two crossings: first < i <= last.
void toggle(std::span<std::uint8_t> row, double first, double last)
{
  const auto limit = static_cast<double>(row.size());
  const auto begin = static_cast<std::size_t>(std::clamp(std::floor(first) + 1.0, 0.0, limit));
  const auto end = static_cast<std::size_t>(std::clamp(std::floor(last) + 1.0, 0.0, limit));
  for (auto i = begin; i < end; ++i) row[i] ^= 1;
}

void fill(const FlatContour& contour, const GridSize& size, std::span<std::uint8_t> slice)
{
  auto crossings = crossings_of(contour, size.j);
  auto start = static_cast<std::size_t>(crossings.first) * static_cast<std::size_t>(size.i);
  for (auto& columns : crossings.rows)
  {
    std::sort(columns.begin(), columns.end());
    const auto row = slice.subspan(start, static_cast<std::size_t>(size.i));
    for (std::size_t n = 0; n + 1 < columns.size(); n += 2) toggle(row, columns[n], columns[n + 1]);
    start += static_cast<std::size_t>(size.i);
  }
}

Result<std::vector<FlatPlane>> flattened(const ContourStack& stack, const ImageGeometry& geometry)
{
  std::vector<FlatPlane> planes;
  for (const auto& plane : stack.planes)
  {
    auto flat = flattened(plane, geometry);
    if (!flat) return flat.failure();
    planes.push_back(std::move(*flat));
  }
  return planes;
}

Mask filled(const std::vector<FlatPlane>& planes, const ImageGeometry& geometry)
{
  const auto by_slice = [](const FlatPlane& a, const FlatPlane& b) { return a.k < b.k; };
  const auto [low, high] = std::minmax_element(planes.begin(), planes.end(), by_slice);
  const auto& size = geometry.size();
  const VoxelBox box{{0, 0, low->k}, {size.i, size.j, high->k - low->k + 1}};
  const auto slice_voxels = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  std::vector<std::uint8_t> voxels(box.size.voxels(), 0);
  for (const auto& plane : planes)
    for (const auto& contour : plane.contours)
      fill(contour, size, std::span(voxels).subspan(static_cast<std::size_t>(plane.k - low->k) * slice_voxels, slice_voxels));
  return Mask::from_box(geometry, box, std::move(voxels));
}
}  // namespace

Result<Mask> rasterize(const ContourStack& stack, const ImageGeometry& geometry)
{
  if (stack.planes.empty()) return Mask::from_box(geometry, {}, {});
  if (std::abs(dot(stack.normal, geometry.axes().k)) < parallel_cosine)
    return mismatch("the contours lie in other planes than the slices of the image");
  const auto planes = flattened(stack, geometry);
  if (!planes) return planes.failure();
  return filled(*planes, geometry);
}
}  // namespace nadir::segmentation
