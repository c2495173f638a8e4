#pragma once

#include <cstdint>

#include "imaging/result/result.h"
#include "imaging/volume/file/file_bytes.h"
#include "imaging/volume/file/grid_placement.h"
#include "imaging/volume/file/voxel_format.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Reads the voxels of a grid from a stream, in the grid's order of slices. Memory grows with what the stream gives.
/// Failures: Truncated, Malformed, Unreadable.
Result<StoredVoxels> read_stored_voxels(FileBytes& source, const PlacedGrid& grid, const VoxelFormat& format);
}  // namespace nadir::imaging
