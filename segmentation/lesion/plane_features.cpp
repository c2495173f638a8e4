#include "segmentation/lesion/plane_features.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
constexpr double middle_radius = 0.6;
constexpr std::size_t bins = 17;
using Histogram = std::array<double, bins>;

/// The middle of one plane.
struct PlaneMiddle
{
  Histogram histogram{};
  double ratio = 0.0;
  int cells = 0;
};

/// Cells of the middle of a plane that lie in the image.
template <class Visit> void visit_middle(const GridImage& image, int plane, Visit visit)
{
  for (int y = 0; y < LesionGrid::rows; ++y)
    for (int x = 0; x < LesionGrid::columns; ++x)
      if (const auto n = LesionGrid::cell(x, y, plane);
          std::hypot(LesionGrid::place(x), LesionGrid::place(y)) < middle_radius && image.valid[n] != 0)
        visit(n);
}

PlaneMiddle middle_of(const GridImage& image, int plane, const CellValues& signal, const CellValues& ratio)
{
  PlaneMiddle middle;
  visit_middle(image, plane,
               [&](std::size_t n)
               {
                 const auto bin = static_cast<std::size_t>(std::clamp(signal[n] + 0.5F * bins, 0.0F, bins - 1.0F));
                 middle.histogram[bin] += 1.0;
                 middle.ratio += static_cast<double>(ratio[n]);
                 ++middle.cells;
               });
  if (middle.cells == 0) return middle;
  for (auto& count : middle.histogram) count /= middle.cells;
  middle.ratio /= middle.cells;
  return middle;
}

double unlikeness(const Histogram& a, const Histogram& b)
{
  double sum = 0.0;
  for (std::size_t n = 0; n < bins; ++n) sum += std::abs(a[n] - b[n]);
  return 0.5 * sum;
}

/// Mean change of the signal between two planes' middles.
double step_between(const GridImage& image, int plane, int other, const CellValues& signal)
{
  double sum = 0.0;
  int count = 0;
  visit_middle(image, plane,
               [&](std::size_t n)
               {
                 const auto m = n % LesionGrid::plane_cells() + LesionGrid::cell(0, 0, other);
                 if (image.valid[m] != 0) sum += static_cast<double>(std::abs(signal[n] - signal[m])), ++count;
               });
  return count > 0 ? sum / count : 0.0;
}

using PlaneValues = std::vector<float>;

/// The largest value met from the drawn plane on.
PlaneValues running_largest(const LesionGrid& grid, PlaneValues values)
{
  for (int z = grid.drawn_plane + 1; z < grid.planes; ++z)
    values[static_cast<std::size_t>(z)] = std::max(values[static_cast<std::size_t>(z)], values[static_cast<std::size_t>(z - 1)]);
  for (int z = grid.drawn_plane - 1; z >= 0; --z)
    values[static_cast<std::size_t>(z)] = std::max(values[static_cast<std::size_t>(z)], values[static_cast<std::size_t>(z + 1)]);
  return values;
}

CellValues spread_out(const LesionGrid& grid, const PlaneValues& values)
{
  CellValues cells(grid.cells());
  for (std::size_t n = 0; n < cells.size(); ++n) cells[n] = values[n / LesionGrid::plane_cells()];
  return cells;
}
}  // namespace

std::vector<std::pair<std::string_view, CellValues>> plane_features(const LesionGrid& grid, const GridImage& image,
                                                                    const CellValues& signal, const CellValues& ratio)
{
  const auto planes = static_cast<std::size_t>(grid.planes);
  PlaneValues unlike(planes), ratios(planes), steps(planes), ahead(planes);
  const auto drawn = middle_of(image, grid.drawn_plane, signal, ratio);
  for (int z = 0; z < grid.planes; ++z)
  {
    const auto n = static_cast<std::size_t>(z);
    const auto middle = middle_of(image, z, signal, ratio);
    const int back = z > grid.drawn_plane ? z - 1 : z < grid.drawn_plane ? z + 1 : z;
    const int forth = std::clamp(2 * z - back, 0, grid.planes - 1);
    unlike[n] = static_cast<float>(unlikeness(middle.histogram, drawn.histogram));
    ratios[n] = static_cast<float>(middle.ratio);
    steps[n] = static_cast<float>(step_between(image, z, back, signal));
    ahead[n] = static_cast<float>(step_between(image, z, forth, signal));
  }
  std::vector<std::pair<std::string_view, CellValues>> out;
  out.emplace_back("plane_unlike", spread_out(grid, unlike));
  out.emplace_back("plane_unlike_passed", spread_out(grid, running_largest(grid, unlike)));
  out.emplace_back("plane_ratio", spread_out(grid, ratios));
  out.emplace_back("plane_step_passed", spread_out(grid, running_largest(grid, steps)));
  out.emplace_back("plane_step", spread_out(grid, steps));
  out.emplace_back("plane_step_ahead", spread_out(grid, ahead));
  return out;
}
}  // namespace nadir::segmentation::lesion
