#pragma once

#include <functional>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
/// A lesion that is a cube of this many voxels (1 mm) a side, two voxels within its grid.
inline constexpr int graded_cube_width = 24;
LesionVoxels graded_cube();

/// Values of the cube whose signal depends on the place along i (0 to 1), with a ripple of 0.04.
std::vector<float> graded_values(const LesionVoxels& voxels, const std::function<double(double)>& signal);
}  // namespace nadir::segmentation
