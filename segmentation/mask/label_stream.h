#pragma once

#include <cstdint>

#include "imaging/geometry/voxel_index.h"
#include "segmentation/mask/byte_source.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/voxel_format.h"

namespace nadir::segmentation
{
/// Grid size from the sizes a header gives. Failures: Malformed (below 1), TooLarge (more than 2^31 voxels or 2 GiB of data).
Result<GridSize> checked_size(std::int64_t i, std::int64_t j, std::int64_t k, std::uint64_t bytes_per_voxel);

/// Reads `layers` interleaved label maps of `voxels` voxels each (voxel 0 of every layer, then voxel 1, ...).
/// Failures: Truncated, Malformed, NotALabelMap, TooLarge.
Result<std::vector<LabelRuns>> read_labels(ByteSource& source, std::uint64_t voxels, const VoxelFormat& format, std::size_t layers = 1);

/// As read_labels, for numbers written as text with blanks or commas between. Malformed where a number cannot be read.
Result<std::vector<LabelRuns>> read_text_labels(ByteSource& source, std::uint64_t voxels, std::size_t layers = 1);

/// Reads a compressed stream to its end so that its check sum is tested; true when there were more bytes than voxels.
Result<bool> has_more(ByteSource& source);
}  // namespace nadir::segmentation
