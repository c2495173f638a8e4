#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "imaging/volume/file/grid_placement.h"
#include "imaging/volume/file/voxel_format.h"

namespace nadir::imaging
{
/// What a NIfTI header says, in our frame (LPS, mm).
struct NiftiHeader
{
  VoxelFormat format;
  std::uint64_t data_offset = 0;
  PlacedGrid grid;
  std::vector<std::string> warnings;
};

/// Bytes read_nifti_header needs: the larger of the two headers.
constexpr std::size_t nifti_header_bytes = 540;

/// True when the bytes begin like a NIfTI-1, NIfTI-2 or Analyze 7.5 header, in either byte order.
bool is_nifti(std::span<const std::byte> start);

/// Reads a NIfTI-1 or NIfTI-2 header; `start` may be as short as 348 bytes for NIfTI-1.
///
/// Orientation: sform where its code is > 0, else qform; both must then agree on lengths (1 %) and sides, and a smaller
/// difference is a warning. With neither, lengths come from pixdim and a warning says that sides cannot be told.
/// Source: NIfTI-1 and NIfTI-2 headers (nifti1.h, nifti2.h, NIMH).
/// Failures: Malformed, TooLarge, Unsupported (header/image pair, complex or colour voxels, time series), NoGeometry.
Result<NiftiHeader> read_nifti_header(std::span<const std::byte> start);
}  // namespace nadir::imaging
