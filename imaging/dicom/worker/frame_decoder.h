#pragma once

#include <cstddef>
#include <span>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// Decodes one compressed frame into `out`: rows x columns x samples x bytes_per_sample, samples interleaved, little-endian
/// host order. The data's own header must agree with `format`; nothing is ever written past `out`, and a frame that is not
/// whole is no frame. `data` may be written to by the codec.
Outcome decode_frame(Codec codec, std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out);

/// The same, one codec each. Sources of the formats: ISO 10918-1, ISO 14495-1, ISO 15444-1, DICOM PS3.5 annex G.
Outcome decode_jpeg(std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out);
Outcome decode_jpeg_ls(std::span<std::byte> data, const FrameFormat& format, std::span<std::byte> out);
Outcome decode_jpeg_2000(std::span<const std::byte> data, const FrameFormat& format, std::span<std::byte> out);
Outcome decode_rle(std::span<const std::byte> data, const FrameFormat& format, std::span<std::byte> out);

/// Bytes of a decoded frame.
constexpr std::uint64_t frame_bytes(const FrameFormat& format)
{
  return std::uint64_t{format.rows} * format.columns * format.samples * format.bytes_per_sample;
}
}  // namespace nadir::imaging::worker
