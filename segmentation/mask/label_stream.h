#pragma once

#include <cstdint>

#include "imaging/volume/file/file_bytes.h"
#include "segmentation/mask/label_runs.h"
#include "segmentation/mask/label_values.h"

namespace nadir::segmentation
{
using imaging::FileBytes;

/// Reads `layers` interleaved label maps of `voxels` voxels each (voxel 0 of every layer, then voxel 1, ...).
/// Failures: Truncated, Malformed, NotALabelMap, TooLarge.
Result<std::vector<LabelRuns>> read_labels(FileBytes& source, std::uint64_t voxels, const VoxelFormat& format, std::size_t layers = 1);

/// As read_labels, for numbers written as text with blanks or commas between. Malformed where a number cannot be read.
Result<std::vector<LabelRuns>> read_text_labels(FileBytes& source, std::uint64_t voxels, std::size_t layers = 1);
}  // namespace nadir::segmentation
