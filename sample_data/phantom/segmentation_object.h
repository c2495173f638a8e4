#pragma once

#include <span>

#include "sample_data/phantom/mr_series.h"

namespace nadir::phantom
{
/// Packs labels (0 or not 0) into bits, first label in the lowest bit of the first byte, without padding in between (PS3.5, section 8.1.1).
std::vector<std::uint8_t> packed_bits(std::span<const std::uint8_t> labels);

/// Writes a mask on the grid of `source` as a binary DICOM Segmentation with one segment; slices without a set voxel are left out.
/// `labels`: one byte a voxel of the whole grid, i fastest. The mask must not be empty (contract).
Result<Done> write_segmentation(const std::filesystem::path& path, const MrSeries& source, std::span<const std::uint8_t> labels,
                                const std::string& name);
}  // namespace nadir::phantom
