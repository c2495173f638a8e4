#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "imaging/dicom/worker/frame_decoder.h"
#include "imaging/dicom/worker/jpeg_2000_header.h"
#include "imaging/dicom/worker/value_range.h"

namespace nadir::imaging::worker
{
namespace
{
/// The codestream as a file that the library reads. Offsets stay within [0, size].
struct MemoryFile
{
  std::span<const std::byte> bytes;
  std::size_t at = 0;
};

constexpr auto end_of_file = static_cast<OPJ_SIZE_T>(-1);

OPJ_SIZE_T read(void* buffer, OPJ_SIZE_T wanted, void* user)
{
  auto& file = *static_cast<MemoryFile*>(user);
  const std::size_t count = std::min<std::size_t>(wanted, file.bytes.size() - file.at);
  if (count == 0) return end_of_file;
  std::memcpy(buffer, file.bytes.data() + file.at, count);
  file.at += count;
  return count;
}

OPJ_OFF_T skip(OPJ_OFF_T wanted, void* user)
{
  auto& file = *static_cast<MemoryFile*>(user);
  if (wanted < 0) return -1;
  const std::size_t count = std::min(static_cast<std::size_t>(wanted), file.bytes.size() - file.at);
  file.at += count;
  return count == 0 && wanted > 0 ? -1 : static_cast<OPJ_OFF_T>(count);
}

OPJ_BOOL seek(OPJ_OFF_T offset, void* user)
{
  auto& file = *static_cast<MemoryFile*>(user);
  if (offset < 0 || static_cast<std::size_t>(offset) > file.bytes.size()) return OPJ_FALSE;
  file.at = static_cast<std::size_t>(offset);
  return OPJ_TRUE;
}

template <auto free> struct Free
{
  template <class Handle> void operator()(Handle* handle) const { free(handle); }
};
using Stream = std::unique_ptr<opj_stream_t, Free<opj_stream_destroy>>;
using Decoder = std::unique_ptr<opj_codec_t, Free<opj_destroy_codec>>;
using Image = std::unique_ptr<opj_image_t, Free<opj_image_destroy>>;

Stream open_stream(MemoryFile& file)
{
  Stream stream(opj_stream_create(std::clamp<std::size_t>(file.bytes.size(), 4096, std::size_t{1} << 20), OPJ_TRUE));
  if (!stream) return stream;
  opj_stream_set_user_data(stream.get(), &file, nullptr);
  opj_stream_set_user_data_length(stream.get(), file.bytes.size());
  opj_stream_set_read_function(stream.get(), read);
  opj_stream_set_skip_function(stream.get(), skip);
  opj_stream_set_seek_function(stream.get(), seek);
  return stream;
}

/// Strict: a codestream that is cut short is an error, not a coarser image.
Decoder make_decoder()
{
  Decoder decoder(opj_create_decompress(OPJ_CODEC_J2K));
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  if (decoder && (!opj_setup_decoder(decoder.get(), &parameters) || !opj_decoder_set_strict_mode(decoder.get(), OPJ_TRUE))) decoder.reset();
  return decoder;
}

Image decode(std::span<const std::byte> codestream)
{
  MemoryFile file{codestream};
  const auto stream = open_stream(file);
  const auto decoder = make_decoder();
  if (!stream || !decoder) return nullptr;
  opj_image_t* raw = nullptr;
  const bool has_header = opj_read_header(stream.get(), decoder.get(), &raw) == OPJ_TRUE;
  Image image(raw);
  const bool is_whole = has_header && opj_decode(decoder.get(), stream.get(), image.get()) == OPJ_TRUE;
  return is_whole && opj_end_decompress(decoder.get(), stream.get()) == OPJ_TRUE ? std::move(image) : nullptr;
}

bool has_shape(const opj_image_t& image, const FrameFormat& format)
{
  const auto fits = [&](const opj_image_comp_t& component)
  {
    return component.w == format.columns && component.h == format.rows && component.data != nullptr &&
           component.prec == image.comps[0].prec && component.sgnd == image.comps[0].sgnd;
  };
  return image.numcomps == format.samples && std::all_of(image.comps, image.comps + image.numcomps, fits);
}

template <class Cell> void store(const opj_image_t& image, std::span<std::byte> out)
{
  const std::size_t step = image.numcomps * sizeof(Cell);
  for (std::size_t c = 0; c < image.numcomps; ++c)
  {
    const OPJ_INT32* value = image.comps[c].data;
    for (std::size_t at = c * sizeof(Cell); at < out.size(); at += step)
    {
      const auto cell = static_cast<Cell>(*value++);
      std::memcpy(out.data() + at, &cell, sizeof cell);
    }
  }
}

void store(const opj_image_t& image, std::uint32_t bytes_per_sample, std::span<std::byte> out)
{
  if (bytes_per_sample == 1) return store<std::uint8_t>(image, out);
  if (bytes_per_sample == 2) return store<std::uint16_t>(image, out);
  store<std::uint32_t>(image, out);
}
}  // namespace

Outcome decode_jpeg_2000(std::span<const std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  const auto codestream = find_codestream(data);
  if (const auto checked = check_codestream(codestream, format); checked != Outcome::Done) return checked;
  const auto image = decode(codestream);
  if (!image) return Outcome::Damaged;
  if (!has_shape(*image, format)) return Outcome::SizeMismatch;
  store(*image, format.bytes_per_sample, out);
  return check_values(out, format, {image->comps[0].prec, image->comps[0].sgnd});
}
}  // namespace nadir::imaging::worker
