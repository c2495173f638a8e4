#include "measure/size/contour_slices.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
constexpr double pixels_across = 256.0;
constexpr double finest_pixel = 0.1;  // mm

PatientVector in_plane_axis(PatientVector normal)
{
  const PatientVector start = std::abs(normal.left) < 0.7 ? PatientVector{1, 0, 0} : PatientVector{0, 1, 0};
  const auto inside = start - dot(start, normal) * normal;
  return (1.0 / norm(inside)) * inside;
}

PatientVector from_origin(PatientPoint point) { return {point.left, point.posterior, point.superior}; }

struct Extent
{
  PlanePoint low{HUGE_VAL, HUGE_VAL};
  PlanePoint high{-HUGE_VAL, -HUGE_VAL};
};

Extent extent_of(const std::vector<std::vector<Polygon>>& planes)
{
  Extent extent;
  for (const auto& plane : planes)
    for (const auto& polygon : plane)
      for (const auto& point : polygon)
      {
        extent.low = {std::min(extent.low.x, point.x), std::min(extent.low.y, point.y)};
        extent.high = {std::max(extent.high.x, point.x), std::max(extent.high.y, point.y)};
      }
  return extent;
}

/// Square pixel grid of the raster; pixel (0, 0) has its centre half a pixel inside the lower corner.
struct RasterGrid
{
  PlanePoint corner;
  double pixel = 1.0;
  int columns = 1;
  int rows = 1;
};

RasterGrid grid_over(const Extent& extent)
{
  const double larger = std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
  const double pixel = std::max(larger / pixels_across, finest_pixel);
  const auto cells = [pixel](double length) { return std::max(1, static_cast<int>(std::ceil(length / pixel))); };
  return {extent.low, pixel, cells(extent.high.x - extent.low.x), cells(extent.high.y - extent.low.y)};
}

std::vector<double> crossings_at(const std::vector<Polygon>& polygons, double y)
{
  std::vector<double> crossings;
  for (const auto& polygon : polygons)
    for (std::size_t n = 0; n < polygon.size(); ++n)
    {
      const auto& a = polygon[n];
      const auto& b = polygon[(n + 1) % polygon.size()];
      if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  std::sort(crossings.begin(), crossings.end());
  return crossings;
}

/// Sets the pixels whose centres lie between odd and even crossings of their row.
void fill_row(const std::vector<double>& crossings, const RasterGrid& grid, std::uint8_t* row)
{
  const auto first_at_or_after = [&](double x)
  { return std::clamp(static_cast<int>(std::ceil((x - grid.corner.x) / grid.pixel - 0.5)), 0, grid.columns); };
  for (std::size_t n = 1; n < crossings.size(); n += 2)
    std::fill(row + first_at_or_after(crossings[n - 1]), row + first_at_or_after(crossings[n]), std::uint8_t{1});
}
}  // namespace

ContourSlices::ContourSlices(const segmentation::ContourStack& stack)
    : x_axis_(in_plane_axis(stack.normal)), y_axis_(cross(stack.normal, x_axis_)), normal_(stack.normal)
{
  for (const auto& plane : stack.planes)
  {
    heights_.push_back(plane.offset);
    auto& polygons = planes_.emplace_back();
    for (const auto& contour : plane.contours)
    {
      auto& polygon = polygons.emplace_back();
      for (const auto& point : contour) polygon.push_back({dot(from_origin(point), x_axis_), dot(from_origin(point), y_axis_)});
    }
  }
}

std::vector<PlanePoint> ContourSlices::points(std::size_t number) const
{
  std::vector<PlanePoint> all;
  for (const auto& polygon : planes_[number]) all.insert(all.end(), polygon.begin(), polygon.end());
  return all;
}

PatientPoint ContourSlices::to_patient(PlanePoint point, double height) const
{
  return PatientPoint{} + (point.x * x_axis_ + point.y * y_axis_ + height * normal_);
}

segmentation::Mask ContourSlices::raster(double spacing) const
{
  const auto grid = grid_over(extent_of(planes_));
  const GridSize size{grid.columns, grid.rows, static_cast<int>(planes_.size())};
  std::vector<std::uint8_t> voxels(size.voxels());
  auto* row = voxels.data();
  for (const auto& plane : planes_)
    for (int j = 0; j < grid.rows; ++j, row += grid.columns)
      fill_row(crossings_at(plane, grid.corner.y + (j + 0.5) * grid.pixel), grid, row);
  const auto origin = to_patient(grid.corner + PlanePoint{0.5 * grid.pixel, 0.5 * grid.pixel}, heights_.front());
  const auto geometry = ImageGeometry::make(size, {grid.pixel, grid.pixel, spacing}, origin, {x_axis_, y_axis_, normal_});
  NADIR_EXPECTS(geometry.has_value());
  return segmentation::Mask::from_grid(*geometry, voxels);
}
}  // namespace nadir::measure
