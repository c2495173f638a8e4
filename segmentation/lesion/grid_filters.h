#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Weights of the cell itself, its neighbours and so on, along each direction of a grid.
struct GaussianKernels
{
  std::vector<float> column;
  std::vector<float> row;
  std::vector<float> plane;
};

/// smoothed() of several values with the same valid cells and the same sigma. Outlives no grid.
class GaussianMean
{
public:
  GaussianMean(const LesionGrid& grid, const std::vector<std::uint8_t>& valid, double sigma, int threads);
  CellValues operator()(CellValues values) const;

private:
  const LesionGrid& grid_;
  int threads_;
  GaussianKernels kernels_;
  CellValues weights_;
};

/// Normalised Gaussian mean over the valid cells; `sigma` in mm, the same in all directions. Invalid cells get the mean of valid
/// neighbours, or 0 where there are none within three sigma.
CellValues smoothed(const LesionGrid& grid, const GridImage& image, double sigma, int threads);

/// Differences per mm along columns, rows and planes (central, one-sided at the border).
std::array<CellValues, 3> gradient(const LesionGrid& grid, const CellValues& values, int threads);
}  // namespace nadir::segmentation::lesion
