#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "imaging/geometry/image_geometry.h"
#include "imaging/result/result.h"

namespace nadir::phantom
{
/// Writes a label mask as NIfTI-1 (.nii.gz): one byte per voxel, i fastest, sform and qform in the format's RAS frame (mm).
/// The compressed bytes carry no time stamp: same mask, same file.
Result<Done> write_nifti_mask(const std::filesystem::path& path, const ImageGeometry& grid, std::span<const std::uint8_t> labels);
}  // namespace nadir::phantom
