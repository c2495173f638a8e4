#include "measure/size/surface_levels.h"

#include "measure/size/convex_hull.h"
#include "measure/size/edge_outline.h"

namespace nadir::measure
{
namespace
{
/// Outermost centres of pixels that are set in one of two neighbouring slices only.
Polygon hull_of_difference(const PixelSlice& below, const PixelSlice& above)
{
  std::vector<PlanePoint> points;
  for (int row = 0; row < below.rows; ++row)
  {
    int first = -1, last = -1;
    for (int column = 0; column < below.columns; ++column)
    {
      const auto index = below.index(column, row);
      if (below.pixels[index] == above.pixels[index]) continue;
      if (first < 0) first = column;
      last = column;
    }
    if (first < 0) continue;
    points.push_back(below.place(first, row));
    points.push_back(below.place(last, row));
  }
  return convex_hull(std::move(points));
}

PixelSlice emptied(PixelSlice slice)
{
  slice.pixels.assign(slice.pixels.size(), 0);
  return slice;
}
}  // namespace

std::vector<SurfaceLevel> surface_levels(const MaskSlices& slices)
{
  std::vector<SurfaceLevel> levels;
  auto below = emptied(slices.slice(0));
  for (int number = 0; number <= slices.count(); ++number)
  {
    auto slice = number < slices.count() ? slices.slice(number) : emptied(below);
    levels.push_back({(number - 0.5) * slices.spacing(), hull_of_difference(below, slice)});
    levels.push_back({number * slices.spacing(), edge_hull(slice)});
    below = std::move(slice);
  }
  return levels;
}
}  // namespace nadir::measure
