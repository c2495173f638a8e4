#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// What a JPEG or JPEG-LS stream says about itself in its start-of-frame segment (ISO 10918-1 B.2.2, ISO 14495-1 C.2.2).
struct JpegHeader
{
  bool is_sequential = false;   ///< processes of SOF0 and SOF1: every scan has all coefficients
  std::uint32_t precision = 0;  ///< bits per sample
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t components = 0;
};

/// Reads the segments up to the first start of frame, in O(segments): every step moves forward, so that no marker (FF01 is one
/// that stops another scanner for ever) can hold it. nullopt when there is no such segment.
std::optional<JpegHeader> find_jpeg_header(std::span<const std::byte> data);

/// Compares rows, columns, samples and the room for the bits with what the DICOM header says.
Outcome check_header(const JpegHeader& header, const FrameFormat& format);

/// Writes the only values a sequential scan can have (Ss 0, Se 63, Ah and Al 0: ISO 10918-1 table B.3) over those of the first scan.
/// Some writers leave zeros there; decoders do not use them, but warn.
void correct_scan_parameters(std::span<std::byte> data);

/// Bytes of one decoded sample of this precision: 1 up to 8 bits, otherwise 2.
constexpr std::uint32_t decoded_bytes(const JpegHeader& header) { return header.precision > 8 ? 2 : 1; }
}  // namespace nadir::imaging::worker
