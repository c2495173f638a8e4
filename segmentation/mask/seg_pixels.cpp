#include "segmentation/mask/seg_pixels.h"

#include <cstring>
#include <utility>

#include "segmentation/mask/packed_bits.h"

namespace nadir::segmentation
{
namespace
{
std::size_t frame_voxels(const imaging::PixelLayout& pixels)
{
  return static_cast<std::size_t>(pixels.rows) * static_cast<std::size_t>(pixels.columns);
}

/// Little-endian samples of one or two bytes.
std::vector<std::int32_t> widened(std::span<const std::byte> bytes, std::size_t width)
{
  std::vector<std::int32_t> values(bytes.size() / width);
  for (std::size_t n = 0; n < values.size(); ++n)
  {
    values[n] = std::to_integer<std::int32_t>(bytes[n * width]);
    if (width == 2) values[n] |= std::to_integer<std::int32_t>(bytes[n * width + 1]) << 8;
  }
  return values;
}
}  // namespace

SegPixels::SegPixels(std::filesystem::path path, const imaging::DicomFile& file, const SegObject& object)
    : path_(std::move(path)), file_(&file), object_(&object)
{
}

Result<SegPixels> SegPixels::open(const std::filesystem::path& path, const imaging::DicomFile& file, const SegObject& object)
{
  SegPixels pixels(path, file, object);
  if (object.kind != SegKind::Binary || file.pixels()->encapsulated) return pixels;
  auto packed = pixels.loader_.read_native(path, file);
  if (!packed) return packed.failure();
  pixels.packed_ = std::move(*packed);
  return pixels;
}

Result<std::vector<std::int32_t>> SegPixels::stored_values(int frame)
{
  const auto& pixels = *file_->pixels();
  const auto voxels = frame_voxels(pixels);
  if (!packed_.empty()) return unpacked_bits(packed_, static_cast<std::uint64_t>(frame) * voxels, voxels);
  if (pixels.bits_allocated == 1 && is_packed_frame(*file_))
  {
    const auto packed = unpacked_frame(path_, *file_, frame);
    if (!packed) return packed.failure();
    return unpacked_bits(*packed, 0, voxels);
  }
  const std::size_t width = pixels.bits_allocated == 16 ? 2 : 1;
  std::vector<std::byte> bytes(voxels * width);
  if (auto read = loader_.read_frames(path_, *file_, frame, 1, bytes); !read) return read.failure();
  return widened(bytes, width);
}

Result<std::vector<std::int32_t>> SegPixels::labels(const SegFrame& frame)
{
  auto values = stored_values(frame.index);
  if (!values) return values;
  const double half = 0.5 * object_->maximum_fraction;
  for (auto& value : *values)
  {
    if (object_->kind == SegKind::Fractional && value > object_->maximum_fraction)
      return Failure{MaskError::Malformed,
                     "the segmentation holds fractions above its maximum (where the lesion ends is unclear). Export it again."};
    if (object_->kind == SegKind::LabelMap) value = object_->padding == value ? 0 : value;
    else if (object_->kind == SegKind::Fractional) value = value >= half ? frame.segment : 0;
    else value *= frame.segment;
  }
  return values;
}
}  // namespace nadir::segmentation
