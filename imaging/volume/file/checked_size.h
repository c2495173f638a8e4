#pragma once

#include <cstdint>

#include "imaging/geometry/voxel_index.h"
#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// Grid size from the sizes a header gives. Failures: Malformed (below 1), TooLarge (more than 2^31 voxels or 2 GiB of data).
Result<GridSize> checked_size(std::int64_t i, std::int64_t j, std::int64_t k, std::uint64_t bytes_per_voxel);

/// What is said of a file that ends before its header says it does.
Failure too_few_voxels();
}  // namespace nadir::imaging
