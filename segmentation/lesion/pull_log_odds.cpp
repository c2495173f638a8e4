#include "segmentation/lesion/pull_log_odds.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "segmentation/lesion/scribble.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Interpolated within the plane nearest to the place; places beyond the grid get its border's value.
float value_at(const LesionGrid& grid, const CellValues& values, GridPlace place)
{
  const double x = std::clamp(place.column, 0.0, LesionGrid::columns - 1.001), y = std::clamp(place.row, 0.0, LesionGrid::rows - 1.001);
  const int plane = std::clamp(static_cast<int>(std::lround(place.plane)), 0, grid.planes - 1), column = static_cast<int>(x),
            row = static_cast<int>(y);
  const auto at = [&](int i, int j) { return static_cast<double>(values[LesionGrid::cell(column + i, row + j, plane)]); };
  const double top = at(0, 0) + (x - column) * (at(1, 0) - at(0, 0)), bottom = at(0, 1) + (x - column) * (at(1, 1) - at(0, 1));
  return static_cast<float>(top + (y - row) * (bottom - top));
}

/// Squared distances of cells to a point, mm2, plane by plane.
struct Offsets
{
  const LesionGrid& grid;
  GridPlace to;

  double squared(int column, int row, int plane) const
  {
    const double x = (column - to.column) * grid.column_step(), y = (row - to.row) * grid.row_step(),
                 z = (plane - to.plane) * grid.plane_step;
    return x * x + y * y + z * z;
  }
};

template <class Visit> void visit_cells(const LesionGrid& grid, Visit visit)
{
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x) visit(x, y, z, LesionGrid::cell(x, y, z));
}

double mean_radius(const LesionGrid& grid) { return std::sqrt(grid.frame.half_long * grid.frame.half_short); }

/// Solves a small symmetric system by elimination; the kernel matrix is positive definite.
template <std::size_t N>
std::array<double, N> solved(std::array<std::array<double, N>, N> matrix, std::array<double, N> right, std::size_t count)
{
  for (std::size_t n = 0; n < count; ++n)
    for (std::size_t m = n + 1; m < count; ++m)
    {
      const double factor = matrix[m][n] / matrix[n][n];
      for (std::size_t k = n; k < count; ++k) matrix[m][k] -= factor * matrix[n][k];
      right[m] -= factor * right[n];
    }
  for (std::size_t n = count; n-- > 0;)
  {
    for (std::size_t k = n + 1; k < count; ++k) right[n] -= matrix[n][k] * right[k];
    right[n] /= matrix[n][n];
  }
  return right;
}
}  // namespace

void pull_to_axes(const LesionGrid& grid, const LesionPrompt& prompt, CellValues& log_odds)
{
  std::vector<PatientPoint> ends;
  if (prompt.long_axis) ends = {prompt.long_axis->from, prompt.long_axis->to};
  if (prompt.short_axis) ends.insert(ends.end(), {prompt.short_axis->from, prompt.short_axis->to});
  if (ends.empty()) return;
  const double range = 0.5 * mean_radius(grid), scale = 0.5 / (range * range);
  std::array<std::array<double, 4>, 4> kernel{};
  std::array<double, 4> wanted{};
  for (std::size_t n = 0; n < ends.size(); ++n)
  {
    wanted[n] = std::clamp(-static_cast<double>(value_at(grid, log_odds, place_of(grid, ends[n]))), -4.0, 4.0);
    for (std::size_t m = 0; m < ends.size(); ++m)
    {
      const double d = distance(ends[n], ends[m]).value();
      kernel[n][m] = std::exp(-d * d * scale) + (n == m ? 0.3 : 0.0);  // the reader's hand is not exact either
    }
  }
  const auto weights = solved(kernel, wanted, ends.size());
  for (std::size_t e = 0; e < ends.size(); ++e)
  {
    const Offsets offsets{grid, place_of(grid, ends[e])};
    visit_cells(grid, [&](int x, int y, int z, std::size_t n)
                { log_odds[n] += static_cast<float>(weights[e] * std::exp(-offsets.squared(x, y, z) * scale)); });
  }
}

void pull_to_extent(const LesionGrid& grid, CellValues& log_odds)
{
  if (!grid.frame.extent_known) return;
  visit_cells(grid,
              [&](int, int, int z, std::size_t n)
              {
                const double height = grid.height(z), beyond = height >= 0.0 ? height - grid.frame.up : -height - grid.frame.down;
                if (beyond > 0.0) log_odds[n] -= beyond > grid.plane_step ? 12.0F : 5.0F;
              });
}
}  // namespace nadir::segmentation::lesion
