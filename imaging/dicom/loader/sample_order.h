#pragma once

#include <cstddef>
#include <span>

#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// Reverses the bytes of every group of `width` (1, 2, 4 or 8); bytes left over at the end stay.
void swap_bytes(std::span<std::byte> bytes, int width);

/// Planes (RR.. GG.. BB..) of one frame into pixels (RGB RGB ..). DICOM PS3.3 C.7.6.3.1.3.
void interleave_planes(std::span<std::byte> frame, int samples, int bytes_per_sample);

/// Leaves of every integer sample the stored bits only: shifted down to bit 0 where high_bit lies higher, cleared above or
/// filled with the sign. Does nothing where all allocated bits are stored.
void keep_stored_bits(std::span<std::byte> samples, const PixelLayout& pixels);
}  // namespace nadir::imaging
