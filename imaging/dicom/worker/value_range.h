#pragma once

#include <cstddef>
#include <span>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// How a codec's own header describes its numbers.
struct CodedNumbers
{
  std::uint32_t precision = 0;
  std::uint32_t is_signed = 0;
};

/// Whether every decoded number can be told from the DICOM header alone: it fits bits_stored and sign, so that clearing or
/// extending the bits above changes no value. A stream of more bits than stored, or of another sign, is common and harmless as
/// long as the values stay small; where they do not, no reading is right for certain and the frame is refused.
///
/// `decoded` holds cells of format.bytes_per_sample; a signed stream's cells are sign-extended, an unsigned one's zero-extended.
Outcome check_values(std::span<const std::byte> decoded, const FrameFormat& format, CodedNumbers coded);

/// Copies cells of `narrow_bytes` into wider ones, filling up with zeros.
void widen(std::span<const std::byte> narrow, std::uint32_t narrow_bytes, std::span<std::byte> wide, std::uint32_t wide_bytes);
}  // namespace nadir::imaging::worker
