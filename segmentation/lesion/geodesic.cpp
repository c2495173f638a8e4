#include "segmentation/lesion/geodesic.h"

#include <algorithm>
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
        steps.push_back({x, y, z, per_mm * static_cast<float>(length)});
      }
  return steps;
}

/// The ways a row of cells is reached by from rows before it, and along itself.
class RowSweep
{
public:
  RowSweep(const LesionGrid& grid, const PathPrice& price, int sense, CellValues& distance)
      : grid_(grid), values_(price.values), steps_(steps_before(grid, price.per_mm)), sense_(sense), distance_(distance)
  {
  }

  void visit(int y, int z)
  {
    const auto row = LesionGrid::cell(0, y, z);
    for (const auto& step : steps_)
    {
      const int ny = y + sense_ * step.y, nz = z + sense_ * step.z;
      if (ny < 0 || nz < 0 || ny >= LesionGrid::rows || nz >= grid_.planes) continue;
      if (step.y == 0 && step.z == 0) along(row, step.price);
      else from_row(row, LesionGrid::cell(0, ny, nz), sense_ * step.x, step.price);
    }
  }

private:
  /// From a row before: all cells at once.
  void from_row(std::size_t row, std::size_t other, int by, float price)
  {
    const int begin = std::max(0, -by), end = LesionGrid::columns - std::max(0, by);
    float* to = distance_.data() + row;
    const float* here = values_.data() + row;
    const float* from = distance_.data() + other + by;
    const float* there = values_.data() + other + by;
    for (int x = begin; x < end; ++x)
    {
      const float reached = from[x] + price + std::abs(here[x] - there[x]);
      to[x] = reached < to[x] ? reached : to[x];
    }
  }

  /// Cell by cell: each follows from the one before. Last of all steps, as the steps are ordered.
  void along(std::size_t row, float price)
  {
    const auto start = static_cast<std::ptrdiff_t>(sense_ > 0 ? row : row + LesionGrid::columns - 1);
    for (std::ptrdiff_t n = 1; n < LesionGrid::columns; ++n)
    {
      const auto cell = static_cast<std::size_t>(start + sense_ * n), from = static_cast<std::size_t>(start + sense_ * (n - 1));
      const float reached = distance_[from] + price + std::abs(values_[cell] - values_[from]);
      if (reached < distance_[cell]) distance_[cell] = reached;
    }
  }

  const LesionGrid& grid_;
  const CellValues& values_;
  std::vector<Step> steps_;
  int sense_;
  CellValues& distance_;
};

/// One sweep; `sense` +1 forwards, -1 backwards.
void sweep(const LesionGrid& grid, const PathPrice& price, int sense, CellValues& distance)
{
  RowSweep rows(grid, price, sense, distance);
  const auto at = [sense](int n, int count) { return sense > 0 ? n : count - 1 - n; };
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y) rows.visit(at(y, LesionGrid::rows), at(z, grid.planes));
}
}  // namespace

CellValues geodesic_distance(const LesionGrid& grid, const PathPrice& price, const std::vector<std::uint8_t>& sources)
{
  CellValues distance(grid.cells(), 1e6F);
  for (std::size_t n = 0; n < distance.size(); ++n)
    if (sources[n] != 0) distance[n] = 0.0F;
  for (int round = 0; round < 3; ++round)
    for (const int sense : {1, -1}) sweep(grid, price, sense, distance);
  return distance;
}
}  // namespace nadir::segmentation::lesion
