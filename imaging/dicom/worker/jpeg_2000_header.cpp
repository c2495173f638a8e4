#include "imaging/dicom/worker/jpeg_2000_header.h"

#include "imaging/dicom/worker/big_endian.h"

namespace nadir::imaging::worker
{
namespace
{
constexpr std::uint32_t start_of_codestream_and_size = 0xFF4F'FF51;
constexpr std::uint32_t codestream_box = 0x6A70'3263;  // "jp2c"
constexpr std::size_t components_at = 42;
constexpr std::uint64_t most_tiles = 16384;

bool is_codestream(std::span<const std::byte> data)
{
  return data.size() > components_at && big_32(data, 0) == start_of_codestream_and_size;
}

std::uint64_t tiles_along(std::uint64_t end, std::uint64_t first, std::uint64_t step) { return (end - first + step - 1) / step; }

bool has_too_many_tiles(std::span<const std::byte> data)
{
  const std::uint64_t width = big_32(data, 24);
  const std::uint64_t height = big_32(data, 28);
  const std::uint64_t left = big_32(data, 32);
  const std::uint64_t top = big_32(data, 36);
  if (width == 0 || height == 0 || left > big_32(data, 8) || top > big_32(data, 12)) return true;
  return tiles_along(big_32(data, 8), left, width) * tiles_along(big_32(data, 12), top, height) > most_tiles;
}

bool has_size(std::span<const std::byte> data, const FrameFormat& format)
{
  const std::uint64_t columns = std::uint64_t{big_32(data, 8)} - big_32(data, 16);
  const std::uint64_t rows = std::uint64_t{big_32(data, 12)} - big_32(data, 20);
  return columns == format.columns && rows == format.rows;
}

Outcome check_component(std::span<const std::byte> component, const FrameFormat& format)
{
  const std::uint32_t precision = (byte_at(component, 0) & 0x7F) + 1;
  if (precision > 8 * format.bytes_per_sample || precision > 31) return Outcome::PrecisionMismatch;
  return byte_at(component, 1) == 1 && byte_at(component, 2) == 1 ? Outcome::Done : Outcome::Unsupported;
}
}  // namespace

std::span<const std::byte> find_codestream(std::span<const std::byte> data)
{
  if (is_codestream(data)) return data;
  while (data.size() >= 8)
  {
    const std::size_t declared = big_32(data, 0);
    const std::size_t length = declared == 0 ? data.size() : declared;  // 0: up to the end
    if (length < 8 || length > data.size()) return {};
    if (big_32(data, 4) == codestream_box)
      return is_codestream(data.subspan(8)) ? data.subspan(8, length - 8) : std::span<const std::byte>{};
    data = data.subspan(length);
  }
  return {};
}

Outcome check_codestream(std::span<const std::byte> codestream, const FrameFormat& format)
{
  if (!is_codestream(codestream)) return Outcome::Damaged;
  if (!has_size(codestream, format)) return Outcome::SizeMismatch;
  if (big_16(codestream, 40) != format.samples) return Outcome::ComponentMismatch;
  if (has_too_many_tiles(codestream)) return Outcome::TooManyTiles;
  if (codestream.size() < components_at + 3 * format.samples) return Outcome::Truncated;
  for (std::size_t n = 0; n < format.samples; ++n)
    if (const auto outcome = check_component(codestream.subspan(components_at + 3 * n, 3), format); outcome != Outcome::Done)
      return outcome;
  return Outcome::Done;
}
}  // namespace nadir::imaging::worker
