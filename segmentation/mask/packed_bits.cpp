#include "segmentation/mask/packed_bits.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include "imaging/result/expects.h"

namespace nadir::segmentation
{
namespace
{
using imaging::ByteRange;

constexpr std::string_view rle = "1.2.840.10008.1.2.5";
constexpr std::string_view deflated_frames = "1.2.840.10008.1.2.8.1";
constexpr std::size_t rle_header_bytes = 64;

Failure damaged()
{
  return Failure{MaskError::Malformed, "the compressed pixels of the segmentation are damaged (voxels would be wrong). Export it again."};
}

std::size_t packed_size(const imaging::PixelLayout& pixels)
{
  return (static_cast<std::size_t>(pixels.rows) * static_cast<std::size_t>(pixels.columns) + 7) / 8;
}

/// Fragments [first, end) of a frame; one each unless the offset table says otherwise.
Result<std::span<const ByteRange>> fragments_of(const imaging::PixelLayout& pixels, int frame)
{
  const std::span<const ByteRange> all(pixels.fragments);
  const auto frames = static_cast<std::size_t>(pixels.frames);
  if (all.size() == frames) return all.subspan(static_cast<std::size_t>(frame), 1);
  if (frames == 1) return all;
  return Failure{MaskError::Unsupported,
                 "the segmentation splits compressed frames into pieces (this is not read). Export it uncompressed."};
}

Result<std::vector<std::byte>> bytes_of(const std::filesystem::path& path, const imaging::DicomFile& file,
                                        std::span<const ByteRange> ranges)
{
  std::vector<std::byte> bytes;
  std::ifstream stream(path, std::ios::binary);
  for (const auto& range : ranges)
  {
    const auto start = bytes.size();
    bytes.resize(start + static_cast<std::size_t>(range.length));
    const auto target = std::span(bytes).subspan(start);
    if (!file.memory().empty())
    {
      std::ranges::copy(file.memory().subspan(static_cast<std::size_t>(range.offset), target.size()), target.begin());
      continue;
    }
    stream.seekg(static_cast<std::streamoff>(range.offset));
    stream.read(reinterpret_cast<char*>(target.data()), static_cast<std::streamsize>(target.size()));
    if (!stream) return Failure{MaskError::Unreadable, "the pixels of the segmentation cannot be read. Check the file."};
  }
  return bytes;
}

/// One RLE segment (PackBits): n < 128 copies n + 1 bytes, n > 128 repeats the next one 257 - n times.
Result<std::vector<std::byte>> from_rle(std::span<const std::byte> data, std::size_t size)
{
  constexpr std::array<std::byte, 8> one_segment{std::byte{1}, {}, {}, {}, std::byte{rle_header_bytes}, {}, {}, {}};
  if (data.size() < rle_header_bytes || !std::ranges::equal(data.first(one_segment.size()), one_segment)) return damaged();
  std::vector<std::byte> result;
  result.reserve(size);
  std::size_t position = rle_header_bytes;
  while (result.size() < size && position < data.size())
  {
    const auto control = static_cast<std::size_t>(data[position++]);
    const auto wanted = control < 128 ? control + 1 : (control > 128 ? 257 - control : 0);
    const auto available = control < 128 ? wanted : std::size_t{wanted > 0 ? 1u : 0u};
    if (position + available > data.size()) return damaged();
    const auto count = std::min(wanted, size - result.size());
    for (std::size_t n = 0; n < count; ++n) result.push_back(data[position + (control < 128 ? n : 0)]);
    position += available;
  }
  if (result.size() < size) return damaged();
  return result;
}

Result<std::vector<std::byte>> inflated(std::span<const std::byte> data, std::size_t size)
{
  constexpr int raw_deflate = -15;
  std::vector<std::byte> result(size);
  z_stream stream{};
  if (inflateInit2(&stream, raw_deflate) != Z_OK) return damaged();
  stream.next_in = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<unsigned char*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  inflate(&stream, Z_FINISH);
  const bool is_whole = stream.avail_out == 0;
  inflateEnd(&stream);
  if (!is_whole) return damaged();
  return result;
}
}  // namespace

std::vector<std::int32_t> unpacked_bits(std::span<const std::byte> packed, std::uint64_t first, std::size_t count)
{
  NADIR_EXPECTS((first + count + 7) / 8 <= packed.size());
  std::vector<std::int32_t> bits(count);
  for (std::size_t n = 0; n < count; ++n)
  {
    const auto bit = first + n;
    bits[n] = (std::to_integer<int>(packed[static_cast<std::size_t>(bit / 8)]) >> (bit % 8)) & 1;
  }
  return bits;
}

bool is_packed_frame(const imaging::DicomFile& file) { return file.transfer_syntax() == rle || file.transfer_syntax() == deflated_frames; }

Result<std::vector<std::byte>> unpacked_frame(const std::filesystem::path& path, const imaging::DicomFile& file, int frame)
{
  const auto& pixels = *file.pixels();
  const auto& syntax = file.transfer_syntax();
  const auto ranges = fragments_of(pixels, frame);
  if (!ranges) return ranges.failure();
  const auto data = bytes_of(path, file, *ranges);
  if (!data) return data.failure();
  return syntax == rle ? from_rle(*data, packed_size(pixels)) : inflated(*data, packed_size(pixels));
}
}  // namespace nadir::segmentation
