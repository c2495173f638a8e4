#include "imaging/dicom/loader/compressed_frames.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "imaging/dicom/loader/codec_of.h"
#include "imaging/dicom/loader/frame_fragments.h"
#include "imaging/dicom/loader/native_frames.h"
#include "imaging/dicom/loader/outcome_message.h"
#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
using std::chrono::milliseconds;

constexpr double pixels_a_second = 16e6;  ///< slow codecs on slow machines
constexpr double inflated_bytes_a_second = 128e6;
constexpr std::uint64_t most_deflate_ratio = 1032;  ///< of the deflate format itself

bool is_ybr(const PixelLayout& pixels)
{
  return pixels.samples == 3 &&
         (pixels.photometric_interpretation.starts_with("YBR_FULL") || pixels.photometric_interpretation.starts_with("YBR_PARTIAL"));
}

worker::FrameFormat format_of(const PixelLayout& pixels)
{
  return {.rows = static_cast<std::uint32_t>(pixels.rows),
          .columns = static_cast<std::uint32_t>(pixels.columns),
          .samples = static_cast<std::uint32_t>(pixels.samples),
          .bytes_per_sample = static_cast<std::uint32_t>(std::max(1, pixels.bits_allocated / 8)),
          .bits_stored = static_cast<std::uint32_t>(pixels.bits_stored),
          .is_signed = pixels.is_signed ? 1U : 0U,
          .is_ybr = is_ybr(pixels) ? 1U : 0U};
}

worker::Request decoding(const PixelLayout& pixels, worker::Codec codec)
{
  worker::Request request;
  request.task = worker::Task::DecodeFrame;
  request.codec = codec;
  request.format = format_of(pixels);
  request.output_bytes = frame_bytes(pixels);
  return request;
}

worker::Request inflating(std::uint64_t most_bytes)
{
  worker::Request request;
  request.task = worker::Task::Inflate;
  request.output_bytes = most_bytes;
  return request;
}

Failure unsupported(const DicomFile& file)
{
  return {LoaderError::UnsupportedCodec,
          "the image is compressed as transfer syntax " + file.transfer_syntax() +
              ", which Nadir does not decode (it has no pixels here). Export it uncompressed, or as JPEG, JPEG-LS, "
              "JPEG 2000 or RLE."};
}

Failure unusual_layout()
{
  return {LoaderError::UnsupportedCodec,
          "the image has compressed pixels that are not whole bytes ending at bit 0 (codecs do not agree on what that means). "
          "Export it uncompressed."};
}

/// RLE holds the cells as they are; the other codecs hold numbers, for which a shifted high bit has no agreed meaning.
bool is_decodable(const PixelLayout& pixels, worker::Codec codec)
{
  const bool whole_bytes = pixels.bits_allocated == 8 || pixels.bits_allocated == 16 || pixels.bits_allocated == 32;
  // A binary segmentation: these codecs hold numbers of one bit.
  if (pixels.bits_allocated == 1) return codec == worker::Codec::Jpeg2000 || codec == worker::Codec::JpegLs;
  return whole_bytes && !pixels.is_float && (codec == worker::Codec::Rle || pixels.high_bit + 1 == pixels.bits_stored);
}
}  // namespace

Result<Done> CompressedFrames::decode(PixelSource& source, const DicomFile& file, int first, std::span<std::byte> destination)
{
  const auto& pixels = *file.pixels();
  const auto codec = codec_of(file.transfer_syntax());
  if (!codec) return unsupported(file);
  if (!is_decodable(pixels, *codec)) return unusual_layout();
  const auto fragments = FrameFragments::make(pixels, *codec);
  if (!fragments) return fragments.failure();
  const auto input = source.descriptor();
  if (!input) return input.failure();
  const std::size_t bytes = frame_bytes(pixels);
  if (auto reserved = output_.reserve(bytes); !reserved) return reserved;
  const auto request = decoding(pixels, *codec);
  const double seconds = static_cast<double>(pixels.rows) * pixels.columns / pixels_a_second;
  for (int frame = first; !destination.empty(); ++frame, destination = destination.subspan(bytes))
  {
    const auto reply = ask(request, fragments->of_frame(frame), *input, seconds);
    if (!reply) return reply.failure();
    if (!output_.read(destination.first(bytes))) return failure_of(worker::Outcome::OutputUnwritable, request.task);
  }
  output_.release_if_large();
  return Done{};
}

Result<std::vector<std::byte>> CompressedFrames::inflate(PixelSource& source, const DicomFile& file, std::vector<std::byte> header,
                                                         std::uint64_t most_bytes)
{
  const auto input = source.descriptor();
  if (!input) return input.failure();
  if (auto started = output_.start_empty(); !started) return started.failure();
  const worker::FileRange range{file.data_set_offset(), file.file_size() - file.data_set_offset()};
  const std::uint64_t possible = std::min(most_bytes, range.length * most_deflate_ratio);
  const auto request = inflating(most_bytes);
  const auto reply = ask(request, std::span(&range, 1), *input, static_cast<double>(possible) / inflated_bytes_a_second);
  if (!reply) return reply.failure();
  const std::size_t start = header.size();
  header.resize(start + static_cast<std::size_t>(reply->bytes));
  const bool whole = output_.read(std::span(header).subspan(start));
  output_.release_if_large();
  if (!whole) return failure_of(worker::Outcome::OutputUnwritable, request.task);
  return header;
}

Result<worker::Reply> CompressedFrames::ask(const worker::Request& request, std::span<const worker::FileRange> ranges, int input,
                                            double extra_seconds)
{
  if (auto ready = make_ready(); !ready) return ready.failure();
  const auto allowance = limits_.silence + milliseconds(static_cast<milliseconds::rep>(1000.0 * extra_seconds));
  auto message = request;
  message.range_count = static_cast<std::uint32_t>(ranges.size());
  message.cpu_seconds = static_cast<std::uint32_t>(std::chrono::ceil<std::chrono::seconds>(2 * allowance).count());
  auto reply = process_->ask(message, ranges, {input, output_.number()}, allowance);
  if (!reply)
  {
    process_.reset();
    return reply;
  }
  if (reply->outcome != worker::Outcome::Done) return failure_of(reply->outcome, request.task);
  return reply;
}

/// A process that went away between two files is no fault of the next file.
Result<Done> CompressedFrames::make_ready()
{
  if (process_ && process_->is_ready()) return Done{};
  process_.reset();
  auto started = LoaderProcess::start(limits_);
  if (!started) return started.failure();
  process_ = std::move(*started);
  return Done{};
}
}  // namespace nadir::imaging
