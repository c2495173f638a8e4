#include "segmentation/lesion/grid_filters.h"

#include <algorithm>
#include <cmath>

#include "segmentation/lesion/in_parallel.h"

namespace nadir::segmentation::lesion
{
namespace
{
std::vector<float> kernel_of(double sigma_cells, int longest)
{
  const int half = std::min(longest - 1, static_cast<int>(std::ceil(3.0 * sigma_cells)));
  std::vector<float> kernel;
  for (int n = 0; n <= half; ++n)
    kernel.push_back(static_cast<float>(sigma_cells > 0.0 ? std::exp(-0.5 * n * n / (sigma_cells * sigma_cells)) : 1.0));
  return kernel;
}

/// Lines of cells `step` apart: `count` cells each.
void filter_line(const float* in, float* out, std::size_t step, int count, const std::vector<float>& kernel)
{
  const int half = static_cast<int>(kernel.size()) - 1;
  for (int n = 0; n < count; ++n)
  {
    float sum = kernel[0] * in[static_cast<std::size_t>(n) * step];
    for (int m = 1; m <= half; ++m)
    {
      const float weight = kernel[static_cast<std::size_t>(m)];
      if (n >= m) sum += weight * in[static_cast<std::size_t>(n - m) * step];
      if (n + m < count) sum += weight * in[static_cast<std::size_t>(n + m) * step];
    }
    out[static_cast<std::size_t>(n) * step] = sum;
  }
}

struct Kernels
{
  std::vector<float> column;
  std::vector<float> row;
  std::vector<float> plane;
};

void blur_in_planes(const LesionGrid& grid, const Kernels& kernels, int threads, CellValues& values)
{
  in_parallel(grid.planes, threads,
              [&](int plane)
              {
                const std::size_t first = LesionGrid::cell(0, 0, plane);
                CellValues rows(LesionGrid::plane_cells());
                for (int row = 0; row < LesionGrid::rows; ++row)
                  filter_line(&values[first + LesionGrid::cell(0, row, 0)], &rows[LesionGrid::cell(0, row, 0)], 1, LesionGrid::columns,
                              kernels.column);
                for (int column = 0; column < LesionGrid::columns; ++column)
                  filter_line(&rows[static_cast<std::size_t>(column)], &values[first + static_cast<std::size_t>(column)],
                              LesionGrid::columns, LesionGrid::rows, kernels.row);
              });
}

CellValues blurred(const LesionGrid& grid, const Kernels& kernels, int threads, CellValues values)
{
  blur_in_planes(grid, kernels, threads, values);
  CellValues out(values.size());
  in_parallel(LesionGrid::rows, threads,
              [&](int row)
              {
                for (int column = 0; column < LesionGrid::columns; ++column)
                  filter_line(&values[LesionGrid::cell(column, row, 0)], &out[LesionGrid::cell(column, row, 0)], LesionGrid::plane_cells(),
                              grid.planes, kernels.plane);
              });
  return out;
}
}  // namespace

CellValues smoothed(const LesionGrid& grid, const GridImage& image, double sigma, int threads)
{
  const Kernels kernels{kernel_of(sigma / grid.column_step(), LesionGrid::columns), kernel_of(sigma / grid.row_step(), LesionGrid::rows),
                        kernel_of(sigma / grid.plane_step, grid.planes)};
  CellValues weights(image.valid.begin(), image.valid.end());
  auto sums = blurred(grid, kernels, threads, image.values);
  weights = blurred(grid, kernels, threads, std::move(weights));
  for (std::size_t n = 0; n < sums.size(); ++n) sums[n] = weights[n] > 1e-6F ? sums[n] / weights[n] : 0.0F;
  return sums;
}

std::array<CellValues, 3> gradient(const LesionGrid& grid, const CellValues& values, int threads)
{
  std::array<CellValues, 3> out{CellValues(values.size()), CellValues(values.size()), CellValues(values.size())};
  const auto slope = [&](std::size_t low, std::size_t high, double distance)
  { return distance > 0.0 ? static_cast<float>((values[high] - values[low]) / distance) : 0.0F; };
  in_parallel(grid.planes, threads,
              [&](int z)
              {
                const int z0 = std::max(z - 1, 0), z1 = std::min(z + 1, grid.planes - 1);
                for (int y = 0; y < LesionGrid::rows; ++y)
                  for (int x = 0; x < LesionGrid::columns; ++x)
                  {
                    const auto n = LesionGrid::cell(x, y, z);
                    const int x0 = std::max(x - 1, 0), x1 = std::min(x + 1, LesionGrid::columns - 1), y0 = std::max(y - 1, 0),
                              y1 = std::min(y + 1, LesionGrid::rows - 1);
                    out[0][n] = slope(LesionGrid::cell(x0, y, z), LesionGrid::cell(x1, y, z), (x1 - x0) * grid.column_step());
                    out[1][n] = slope(LesionGrid::cell(x, y0, z), LesionGrid::cell(x, y1, z), (y1 - y0) * grid.row_step());
                    out[2][n] = slope(LesionGrid::cell(x, y, z0), LesionGrid::cell(x, y, z1), (z1 - z0) * grid.plane_step);
                  }
              });
  return out;
}
}  // namespace nadir::segmentation::lesion
