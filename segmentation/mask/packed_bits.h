#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// `count` bits as 0 and 1, from bit `first` on: the first voxel is the lowest bit of a byte, and frames follow each other
/// without padding, in the middle of a byte too (PS3.5 8.1.1). The bits must lie in `packed`.
std::vector<std::int32_t> unpacked_bits(std::span<const std::byte> packed, std::uint64_t first, std::size_t count);

/// True for the compressions that hold packed bits: RLE and deflated image frame (PS3.5 annexes G and A.4.13).
bool is_packed_frame(const imaging::DicomFile& file);

/// Packed bits of one frame of such an object with one bit a voxel; these frames begin on a byte.
/// Failures: Unsupported (a frame in pieces), Malformed, Unreadable.
Result<std::vector<std::byte>> unpacked_frame(const std::filesystem::path& path, const imaging::DicomFile& file, int frame);
}  // namespace nadir::segmentation
