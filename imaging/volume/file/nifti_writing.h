#pragma once

#include <string>

#include "imaging/geometry/image_geometry.h"
#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"
#include "imaging/volume/file/voxel_format.h"

namespace nadir::imaging
{
/// The 352 bytes in front of the voxels of a single-file NIfTI-1 image, little-endian: the grid as sform and as qform (both code 1,
/// scanner), in RAS and mm; voxels follow i fastest. Failure: TooLarge (a side above 32,767 voxels, which NIfTI-1 cannot name).
Result<std::string> nifti_1_header(const ImageGeometry& geometry, VoxelType type);
}  // namespace nadir::imaging
