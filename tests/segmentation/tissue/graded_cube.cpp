#include "tests/segmentation/tissue/graded_cube.h"

#include <cmath>

namespace nadir::segmentation
{
LesionVoxels graded_cube()
{
  constexpr int width = graded_cube_width;
  const auto grid = ImageGeometry::make({width + 4, width + 4, width + 4}, {1, 1, 1}, {}, {}).value();
  return LesionVoxels(Mask::from_box(grid, {{2, 2, 2}, {width, width, width}}, std::vector<std::uint8_t>(width * width * width, 1)));
}

std::vector<float> graded_values(const LesionVoxels& voxels, const std::function<double(double)>& signal)
{
  std::vector<float> values;
  for (const auto& v : voxels.voxels())
    values.push_back(static_cast<float>(signal((v.i - 2.0) / graded_cube_width) + 0.04 * std::sin(12.9 * v.i + 78.2 * v.j + 37.7 * v.k)));
  return values;
}
}  // namespace nadir::segmentation
