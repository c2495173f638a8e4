#include "segmentation/lesion/geodesic.h"

#include <array>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
struct Step
{
  int x = 0;
  int y = 0;
  int z = 0;
  std::ptrdiff_t offset = 0;
  float price = 0.0F;
};

/// The 13 neighbours that come before a cell in the order of the grid.
std::vector<Step> steps_before(const LesionGrid& grid, float per_mm)
{
  std::vector<Step> steps;
  for (int z = -1; z <= 0; ++z)
    for (int y = -1; y <= 1; ++y)
      for (int x = -1; x <= 1; ++x)
      {
        if (z == 0 && (y > 0 || (y == 0 && x >= 0))) continue;
        const double length = std::hypot(x * grid.column_step(), y * grid.row_step(), z * grid.plane_step);
        const auto offset =
            static_cast<std::ptrdiff_t>(z) * static_cast<std::ptrdiff_t>(LesionGrid::plane_cells()) + y * LesionGrid::columns + x;
        steps.push_back({x, y, z, offset, per_mm * static_cast<float>(length)});
      }
  return steps;
}

/// One sweep; `sense` +1 forwards, -1 backwards.
void sweep(const LesionGrid& grid, const PathPrice& price, const std::vector<Step>& steps, int sense, CellValues& distance)
{
  const auto at = [sense](int n, int count) { return sense > 0 ? n : count - 1 - n; };
  for (int zz = 0; zz < grid.planes; ++zz)
    for (int yy = 0; yy < LesionGrid::rows; ++yy)
      for (int xx = 0; xx < LesionGrid::columns; ++xx)
      {
        const int x = at(xx, LesionGrid::columns), y = at(yy, LesionGrid::rows), z = at(zz, grid.planes);
        const auto cell = LesionGrid::cell(x, y, z);
        float best = distance[cell];
        for (const auto& step : steps)
        {
          const int nx = x + sense * step.x, ny = y + sense * step.y, nz = z + sense * step.z;
          if (nx < 0 || ny < 0 || nz < 0 || nx >= LesionGrid::columns || ny >= LesionGrid::rows || nz >= grid.planes) continue;
          const auto from = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(cell) + sense * step.offset);
          const float reached = distance[from] + step.price + std::abs(price.values[cell] - price.values[from]);
          if (reached < best) best = reached;
        }
        distance[cell] = best;
      }
}
}  // namespace

CellValues geodesic_distance(const LesionGrid& grid, const PathPrice& price, const std::vector<std::uint8_t>& sources)
{
  CellValues distance(grid.cells(), 1e6F);
  for (std::size_t n = 0; n < distance.size(); ++n)
    if (sources[n] != 0) distance[n] = 0.0F;
  const auto steps = steps_before(grid, price.per_mm);
  for (int round = 0; round < 3; ++round)
    for (const int sense : {1, -1}) sweep(grid, price, steps, sense, distance);
  return distance;
}
}  // namespace nadir::segmentation::lesion
