#include "segmentation/lesion/grid_filters.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

constexpr auto width = static_cast<std::size_t>(LesionGrid::columns);

/// Adds `weight` times `count` values.
void add_scaled(const float* in, std::size_t count, float weight, float* out)
{
  for (std::size_t n = 0; n < count; ++n) out[n] += weight * in[n];
}

/// One row of cells along itself.
void filter_row(const float* in, const std::vector<float>& kernel, float* out)
{
  std::fill_n(out, width, 0.0F);
  add_scaled(in, width, kernel[0], out);
  for (std::size_t m = 1; m < kernel.size(); ++m)
  {
    add_scaled(in, width - m, kernel[m], out + m);
    add_scaled(in + m, width - m, kernel[m], out);
  }
}

/// Rows of cells across each other: `count` of them, `step` apart.
void filter_rows(const float* in, std::size_t step, int count, const std::vector<float>& kernel, float* out)
{
  const auto row = [step](int n) { return static_cast<std::size_t>(n) * step; };
  for (int n = 0; n < count; ++n)
  {
    std::fill_n(out + row(n), width, 0.0F);
    add_scaled(in + row(n), width, kernel[0], out + row(n));
    for (int m = 1; m < static_cast<int>(kernel.size()); ++m)
    {
      const float weight = kernel[static_cast<std::size_t>(m)];
      if (n >= m) add_scaled(in + row(n - m), width, weight, out + row(n));
      if (n + m < count) add_scaled(in + row(n + m), width, weight, out + row(n));
    }
  }
}

void blur_in_planes(const LesionGrid& grid, const GaussianKernels& kernels, int threads, CellValues& values)
{
  in_parallel(grid.planes, threads,
              [&](int plane)
              {
                const std::size_t first = LesionGrid::cell(0, 0, plane);
                std::array<float, LesionGrid::plane_cells()> rows;
                for (int row = 0; row < LesionGrid::rows; ++row)
                  filter_row(&values[first + LesionGrid::cell(0, row, 0)], kernels.column, &rows[LesionGrid::cell(0, row, 0)]);
                filter_rows(rows.data(), width, LesionGrid::rows, kernels.row, &values[first]);
              });
}

CellValues blurred(const LesionGrid& grid, const GaussianKernels& kernels, int threads, CellValues values)
{
  blur_in_planes(grid, kernels, threads, values);
  CellValues out(values.size());
  in_parallel(LesionGrid::rows, threads,
              [&](int row)
              {
                const auto first = LesionGrid::cell(0, row, 0);
                filter_rows(&values[first], LesionGrid::plane_cells(), grid.planes, kernels.plane, &out[first]);
              });
  return out;
}
}  // namespace

GaussianMean::GaussianMean(const LesionGrid& grid, const std::vector<std::uint8_t>& valid, double sigma, int threads)
    : grid_(grid),
      threads_(threads), kernels_{kernel_of(sigma / grid.column_step(), LesionGrid::columns),
                                  kernel_of(sigma / grid.row_step(), LesionGrid::rows), kernel_of(sigma / grid.plane_step, grid.planes)},
      weights_(blurred(grid, kernels_, threads, CellValues(valid.begin(), valid.end())))
{
}

CellValues GaussianMean::operator()(CellValues values) const
{
  auto sums = blurred(grid_, kernels_, threads_, std::move(values));
  for (std::size_t n = 0; n < sums.size(); ++n) sums[n] = weights_[n] > 1e-6F ? sums[n] / weights_[n] : 0.0F;
  return sums;
}

CellValues smoothed(const LesionGrid& grid, const GridImage& image, double sigma, int threads)
{
  return GaussianMean(grid, image.valid, sigma, threads)(image.values);
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
