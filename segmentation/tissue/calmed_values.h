#pragma once

#include <vector>

#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
/// Values of a lesion's voxels with and without their noise.
struct CalmedValues
{
  std::vector<float> own;   ///< as the image has them
  std::vector<float> calm;  ///< noise taken out, borders kept; the layer around the lesion as it is
  float even = 0.2F;        ///< most that `own` differs among a voxel of one tissue and its neighbours
};

/// Each value becomes, four times over, the mean of itself and its neighbours in the lesion, which count less the more they differ, by
/// exp(-d^2 / 2 s^2) with s = 2 standard deviations of the noise (Tomasi C, Manduchi R, ICCV 1998:839, with the nearest neighbours only),
/// and less the farther away they are. NaN stays and does not count.
///
/// `values`: multiples of the reference. The noise is the smaller of `most_noise`, that of the reference tissue, and of what the lowest
/// quarter of the differences of neighbours in the lesion shows. `even` is 0.2 of the reference, where noise is large up to 0.3: seven
/// values of one tissue span 2.7 standard deviations on average.
CalmedValues calmed_values(const LesionVoxels& voxels, std::vector<float> values, double most_noise);
}  // namespace nadir::segmentation
