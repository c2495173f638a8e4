#include "imaging/dicom/pixel_loader.h"

#include <new>
#include <utility>

#include "imaging/dicom/loader/compressed_frames.h"
#include "imaging/dicom/loader/meta_header.h"
#include "imaging/dicom/loader/native_frames.h"
#include "imaging/dicom/loader/sample_order.h"
#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";

Result<std::vector<std::byte>> explicit_header(const PixelSource& source, const DicomFile& deflated)
{
  std::vector<std::byte> header(static_cast<std::size_t>(deflated.data_set_offset()));
  if (auto read = source.read(0, header); !read) return read.failure();
  header = with_transfer_syntax(header, explicit_little_endian);
  if (header.empty())
    return Failure{LoaderError::InflateFailed,
                   "the file has no meta header that could be followed (the file cannot be opened). Export it again."};
  return header;
}

Failure not_whole_bytes()
{
  return {LoaderError::UnsupportedCodec, "the image has one bit per pixel (it is a segmentation, not an image). Give it as a mask."};
}

/// Runs `read`; a lack of memory leaves as a failure, not as an exception.
template <class Read> auto within_memory(Read read) -> decltype(read())
{
  try
  {
    return read();
  }
  catch (const std::bad_alloc&)
  {
    return Failure{LoaderError::OutOfMemory,
                   "the image does not fit into memory (its pixels cannot be read). Close other programs and try again."};
  }
}
}  // namespace

struct PixelLoader::State
{
  CompressedFrames compressed;

  Result<Done> read_frames(PixelSource& source, const DicomFile& file, int first, std::span<std::byte> destination)
  {
    const auto& pixels = *file.pixels();
    auto read =
        pixels.encapsulated ? compressed.decode(source, file, first, destination) : read_native_frames(source, file, first, destination);
    if (read) keep_stored_bits(destination, pixels);
    return read;
  }

  Result<DicomFile> open_deflated(PixelSource& source, const DicomFile& deflated, const GateLimits& limits)
  {
    auto header = explicit_header(source, deflated);
    if (!header) return header.failure();
    auto bytes = compressed.inflate(source, deflated, std::move(*header), limits.inflated_bytes);
    if (!bytes) return bytes.failure();
    return DicomFile::parse(std::move(*bytes), limits);
  }
};

PixelLoader::PixelLoader(WorkerLimits limits) : state_(std::make_unique<State>(CompressedFrames(limits))) {}
PixelLoader::~PixelLoader() = default;
PixelLoader::PixelLoader(PixelLoader&&) noexcept = default;
PixelLoader& PixelLoader::operator=(PixelLoader&&) noexcept = default;

Result<Done> PixelLoader::read_frames(const std::filesystem::path& path, const DicomFile& file, int first, int count,
                                      std::span<std::byte> destination)
{
  NADIR_EXPECTS(file.pixels());
  const auto& pixels = *file.pixels();
  if (pixels.bits_allocated < 8 && !pixels.encapsulated) return not_whole_bytes();
  NADIR_EXPECTS(first >= 0 && count > 0 && count <= pixels.frames - first);
  NADIR_EXPECTS(destination.size() == frame_bytes(pixels) * static_cast<std::size_t>(count));
  auto source = PixelSource::open(path, file);
  if (!source) return source.failure();
  return within_memory([&] { return state_->read_frames(*source, file, first, destination); });
}

Result<std::vector<std::byte>> PixelLoader::read_native(const std::filesystem::path& path, const DicomFile& file)
{
  NADIR_EXPECTS(file.pixels());
  if (file.pixels()->encapsulated)
    return Failure{LoaderError::UnsupportedCodec,
                   "the image is compressed where only plain bits can be read (its pixels are not at hand). Export it uncompressed."};
  const auto source = PixelSource::open(path, file);
  if (!source) return source.failure();
  return within_memory([&] { return read_native_bytes(*source, file); });
}

Result<DicomFile> PixelLoader::open_deflated(const std::filesystem::path& path, const DicomFile& deflated, const GateLimits& limits)
{
  NADIR_EXPECTS(deflated.is_deflated());
  auto source = PixelSource::open(path, deflated);
  if (!source) return source.failure();
  return within_memory([&] { return state_->open_deflated(*source, deflated, limits); });
}
}  // namespace nadir::imaging
