#include "imaging/dicom/loader/native_frames.h"

#include <algorithm>

#include "imaging/dicom/loader/sample_order.h"
#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
constexpr Tag pixel_data{0x7FE0, 0x0010};
constexpr Tag planar_configuration{0x0028, 0x0006};

/// What a big-endian file swaps: words for OW, whatever the sample (PS3.5 A.3); whole numbers otherwise.
int swapped_width(const DicomFile& file)
{
  const auto& pixels = *file.pixels();
  if (!file.is_big_endian()) return 1;
  if (pixels.is_float || pixels.bits_allocated > 16) return pixels.bits_allocated / 8;
  return pixels.bits_allocated == 16 || file.data().vr(pixel_data) == "OW" ? 2 : 1;
}

bool is_planar(const DicomFile& file)
{
  if (file.pixels()->samples < 2) return false;
  const auto planar = file.data().numbers(planar_configuration, NumberVr::US);
  return planar && !planar->empty() && planar->front() == 1.0;
}

/// The gate proves the length of all native data but those with shared chrominance (YBR_FULL_422), which are shorter.
Failure subsampled()
{
  return {LoaderError::UnsupportedCodec,
          "the image has color pixels that share their chrominance (they are no grey image that could be measured). "
          "Export it as MONOCHROME2 or RGB."};
}

void interleave(const DicomFile& file, std::span<std::byte> frames)
{
  const auto& pixels = *file.pixels();
  const std::size_t step = frame_bytes(pixels);
  for (std::size_t at = 0; at + step <= frames.size(); at += step)
    interleave_planes(frames.subspan(at, step), pixels.samples, pixels.bits_allocated / 8);
}

/// A frame of an odd number of 8-bit samples may begin in the middle of a swapped word: read whole words, then cut.
Result<Done> read_swapped_words(const PixelSource& source, const DicomFile& file, std::uint64_t first, std::span<std::byte> destination)
{
  const auto& native = file.pixels()->native;
  const std::uint64_t begin = first - first % 2;
  const std::uint64_t end = std::min(native.length, first + destination.size() + (first + destination.size()) % 2);
  std::vector<std::byte> words(static_cast<std::size_t>(end - begin));
  if (auto read = source.read(native.offset + begin, words); !read) return read;
  swap_bytes(words, 2);
  std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(first - begin), destination.size(), destination.begin());
  return Done{};
}
}  // namespace

std::size_t frame_bytes(const PixelLayout& pixels)
{
  return static_cast<std::size_t>(pixels.rows) * static_cast<std::size_t>(pixels.columns) * static_cast<std::size_t>(pixels.samples) *
         static_cast<std::size_t>(std::max(1, pixels.bits_allocated / 8));
}

Result<Done> read_native_frames(const PixelSource& source, const DicomFile& file, int first, std::span<std::byte> destination)
{
  const auto& pixels = *file.pixels();
  const std::uint64_t start = std::uint64_t{frame_bytes(pixels)} * static_cast<std::uint64_t>(first);
  if (start + destination.size() > pixels.native.length) return subsampled();
  const int width = swapped_width(file);
  const bool halves_words = width == 2 && pixels.bits_allocated == 8;
  auto read = halves_words ? read_swapped_words(source, file, start, destination) : source.read(pixels.native.offset + start, destination);
  if (!read) return read;
  if (!halves_words) swap_bytes(destination, width);
  if (is_planar(file)) interleave(file, destination);
  return Done{};
}

Result<std::vector<std::byte>> read_native_bytes(const PixelSource& source, const DicomFile& file)
{
  const auto& native = file.pixels()->native;
  std::vector<std::byte> bytes(static_cast<std::size_t>(native.length));
  if (auto read = source.read(native.offset, bytes); !read) return read.failure();
  swap_bytes(bytes, swapped_width(file));
  return bytes;
}
}  // namespace nadir::imaging
