#include "segmentation/lesion/scribble.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
/// Cells of one plane under a round brush; the cell a point lies in always.
void add_dab(const LesionGrid& grid, const GridPlace& place, double radius, std::vector<std::uint32_t>& cells)
{
  const int plane = static_cast<int>(std::lround(place.plane));
  if (plane < 0 || plane >= grid.planes) return;
  const auto add = [&](int x, int y)
  {
    if (x >= 0 && y >= 0 && x < LesionGrid::columns && y < LesionGrid::rows)
      cells.push_back(static_cast<std::uint32_t>(LesionGrid::cell(x, y, plane)));
  };
  const double wide = radius / grid.column_step(), high = radius / grid.row_step();
  for (int y = static_cast<int>(std::ceil(place.row - high)); y <= place.row + high; ++y)
    for (int x = static_cast<int>(std::ceil(place.column - wide)); x <= place.column + wide; ++x)
      if (std::hypot((x - place.column) / wide, (y - place.row) / high) <= 1.0) add(x, y);
  add(static_cast<int>(std::lround(place.column)), static_cast<int>(std::lround(place.row)));
}

void add_stroke(const LesionGrid& grid, const Stroke& stroke, std::vector<std::uint32_t>& cells)
{
  constexpr int most = 256;  // dabs between two points
  const double step = 0.5 * std::min(grid.column_step(), grid.row_step());
  for (std::size_t n = 0; n < stroke.points.size(); ++n)
  {
    const auto& from = stroke.points[n];
    const auto way = stroke.points[std::min(n + 1, stroke.points.size() - 1)] - from;
    const int dabs = std::clamp(static_cast<int>(std::ceil(norm(way) / step)), 1, most);
    for (int m = 0; m < dabs; ++m)
      add_dab(grid, place_of(grid, from + (m / static_cast<double>(dabs)) * way), stroke.radius.value(), cells);
  }
}

void sort_out(std::vector<std::uint32_t>& cells)
{
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
}
}  // namespace

GridPlace place_of(const LesionGrid& grid, PatientPoint point)
{
  const auto from_center = point - grid.frame.center;
  const auto offset = from_center - grid.frame.drift(dot(from_center, grid.frame.normal));
  return {LesionGrid::number(dot(offset, grid.frame.along) / grid.frame.half_long),
          LesionGrid::number(dot(offset, grid.frame.across) / grid.frame.half_short),
          dot(offset, grid.frame.normal) / grid.plane_step + grid.drawn_plane};
}

std::vector<Scribble> scribbles_of(const LesionGrid& grid, const std::vector<Stroke>& strokes, std::size_t first)
{
  constexpr std::size_t most = 32;
  std::vector<Scribble> scribbles;
  for (std::size_t n = first; n < strokes.size(); ++n)
  {
    const auto& stroke = strokes[n];
    const bool goes_on = n > first && stroke.group != 0 && stroke.group == strokes[n - 1].group && stroke.kind == strokes[n - 1].kind;
    if (!goes_on && scribbles.size() == most) break;
    if (!goes_on) scribbles.push_back({stroke.kind, {}});
    add_stroke(grid, stroke, scribbles.back().cells);
  }
  for (auto& scribble : scribbles) sort_out(scribble.cells);
  return scribbles;
}
}  // namespace nadir::segmentation::lesion
