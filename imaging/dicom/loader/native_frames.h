#pragma once

#include <cstddef>
#include <span>

#include "imaging/dicom/loader/pixel_source.h"
#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// Bytes of one frame of whole-byte samples, decoded.
std::size_t frame_bytes(const PixelLayout& pixels);

/// Frames [first, first + count) of native pixel data in little-endian order, samples interleaved, bits as in the file.
/// Failures: LoaderError::FileChanged; UnsupportedCodec for subsampled color.
Result<Done> read_native_frames(const PixelSource& source, const DicomFile& file, int first, std::span<std::byte> destination);

/// All native pixel bytes, in little-endian order. Failures: LoaderError::FileChanged.
Result<std::vector<std::byte>> read_native_bytes(const PixelSource& source, const DicomFile& file);
}  // namespace nadir::imaging
