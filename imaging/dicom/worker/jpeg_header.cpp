#include "imaging/dicom/worker/jpeg_header.h"

#include "imaging/dicom/worker/big_endian.h"

namespace nadir::imaging::worker
{
namespace
{
constexpr std::uint32_t start_of_scan = 0xDA;
constexpr std::uint32_t end_of_image = 0xD9;

bool stands_alone(std::uint32_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

/// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), and SOF55 of JPEG-LS (F7).
bool is_start_of_frame(std::uint32_t marker)
{
  return marker == 0xF7 || (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC);
}

/// A marker segment: `offset` and `length` are of what follows the marker, the length field included.
struct Segment
{
  std::uint32_t marker = 0;
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// The first segment of a kind before the coded data.
template <class Predicate> std::optional<Segment> find_segment(std::span<const std::byte> data, Predicate is_wanted)
{
  if (data.size() < 4 || big_16(data, 0) != 0xFFD8) return std::nullopt;
  std::size_t at = 2;
  while (at + 4 <= data.size() && byte_at(data, at) == 0xFF)
  {
    const auto marker = byte_at(data, at + 1);
    if (marker == 0xFF || stands_alone(marker))
    {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    const Segment segment{marker, at + 2, big_16(data, at + 2)};
    if (segment.length < 2 || segment.length > data.size() - segment.offset) return std::nullopt;
    if (is_wanted(marker)) return segment;
    if (marker == start_of_scan || marker == end_of_image) return std::nullopt;
    at = segment.offset + segment.length;
  }
  return std::nullopt;
}
}  // namespace

std::optional<JpegHeader> find_jpeg_header(std::span<const std::byte> data)
{
  const auto segment = find_segment(data, is_start_of_frame);
  if (!segment || segment->length < 8) return std::nullopt;
  const auto frame = data.subspan(segment->offset, segment->length);
  return JpegHeader{.is_sequential = segment->marker <= 0xC1,
                    .precision = byte_at(frame, 2),
                    .rows = big_16(frame, 3),
                    .columns = big_16(frame, 5),
                    .components = byte_at(frame, 7)};
}

Outcome check_header(const JpegHeader& header, const FrameFormat& format)
{
  if (header.rows != format.rows || header.columns != format.columns) return Outcome::SizeMismatch;
  if (header.components != format.samples) return Outcome::ComponentMismatch;
  if (header.precision < 2 || header.precision > 16 || decoded_bytes(header) > format.bytes_per_sample) return Outcome::PrecisionMismatch;
  return Outcome::Done;
}

void correct_scan_parameters(std::span<std::byte> data)
{
  const auto segment = find_segment(data, [](std::uint32_t marker) { return marker == start_of_scan; });
  if (!segment || segment->length < 6) return;
  const auto parameters = data.subspan(segment->offset + segment->length - 3, 3);
  parameters[0] = std::byte{0};
  parameters[1] = std::byte{63};
  parameters[2] = std::byte{0};
}
}  // namespace nadir::imaging::worker
