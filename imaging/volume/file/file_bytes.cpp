#include "imaging/volume/file/file_bytes.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>
#include <vector>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t buffer_size = std::size_t{256} << 10;
constexpr std::uint64_t largest_deflate_ratio = 1032;
constexpr int gzip_window_bits = 15 + 16;

Failure damaged()
{
  return Failure{ImageFileError::Malformed, "the gzip compressed data are damaged (voxels would be wrong). Copy or export the file again."};
}

Failure unreadable()
{
  return Failure{ImageFileError::Unreadable, "the file cannot be read. Check that it exists and that you may read it."};
}

Failure too_short()
{
  return Failure{ImageFileError::Truncated,
                 "the file ends before its header says it does (part of the lesion would be missing). Copy or export it again."};
}
}  // namespace

struct FileBytes::State
{
  ~State()
  {
    if (gzip) inflateEnd(&stream);
  }

  /// Reads the next piece of the file behind what is left of this one; false at the file's end.
  bool refill()
  {
    const auto kept = static_cast<std::size_t>(stream.avail_in);
    std::copy_n(stream.next_in, kept, buffer.begin());
    file.read(reinterpret_cast<char*>(buffer.data() + kept), static_cast<std::streamsize>(buffer.size() - kept));
    const auto fresh = static_cast<std::size_t>(file.gcount());
    stream.next_in = buffer.data();
    stream.avail_in = static_cast<uInt>(kept + fresh);
    remaining -= std::min<std::uint64_t>(remaining, fresh);
    return fresh > 0;
  }

  bool begins_with_gzip() { return stream.avail_in >= 2 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b; }

  std::size_t copy_raw(std::span<std::byte> destination);
  Result<std::size_t> inflate_into(std::span<std::byte> destination);
  Result<Done> finish_member();

  std::ifstream file;
  std::uint64_t remaining = 0;
  std::vector<unsigned char> buffer = std::vector<unsigned char>(buffer_size);
  z_stream stream{};
  bool gzip = false;
  bool ended = false;
};

std::size_t FileBytes::State::copy_raw(std::span<std::byte> destination)
{
  std::size_t done = 0;
  while (done < destination.size())
  {
    if (stream.avail_in == 0 && !refill()) break;
    const auto count = std::min<std::size_t>(stream.avail_in, destination.size() - done);
    std::copy_n(reinterpret_cast<const std::byte*>(stream.next_in), count, destination.begin() + static_cast<std::ptrdiff_t>(done));
    stream.next_in += count;
    stream.avail_in -= static_cast<uInt>(count);
    done += count;
  }
  return done;
}

/// A gzip file may hold several members one after the other; bytes that are no member behind the last are left alone.
Result<Done> FileBytes::State::finish_member()
{
  if (stream.avail_in < 2) refill();
  if (!begins_with_gzip()) ended = true;
  else if (inflateReset(&stream) != Z_OK) return damaged();
  return Done{};
}

Result<std::size_t> FileBytes::State::inflate_into(std::span<std::byte> destination)
{
  std::size_t done = 0;
  while (done < destination.size() && !ended)
  {
    if (stream.avail_in == 0 && !refill()) return too_short();
    const auto wanted = std::min<std::size_t>(destination.size() - done, buffer_size);
    stream.next_out = reinterpret_cast<unsigned char*>(destination.data() + done);
    stream.avail_out = static_cast<uInt>(wanted);
    const int status = inflate(&stream, Z_NO_FLUSH);
    done += wanted - stream.avail_out;
    if (status == Z_STREAM_END)
    {
      if (auto next = finish_member(); !next) return next.failure();
    }
    else if (status != Z_OK && status != Z_BUF_ERROR) return damaged();
  }
  return done;
}

FileBytes::FileBytes(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileBytes::FileBytes(FileBytes&&) noexcept = default;
FileBytes& FileBytes::operator=(FileBytes&&) noexcept = default;
FileBytes::~FileBytes() = default;

Result<FileBytes> FileBytes::open(const std::filesystem::path& path, Encoding encoding, std::uint64_t first_byte)
{
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return unreadable();
  const auto size = std::filesystem::file_size(path, error);
  if (error) return unreadable();
  auto state = std::make_unique<State>();
  state->file.open(path, std::ios::binary);
  state->file.seekg(static_cast<std::streamoff>(first_byte));
  if (!state->file) return unreadable();
  state->remaining = size > first_byte ? size - first_byte : 0;
  state->refill();
  const bool has_signature = state->begins_with_gzip();
  if (encoding == Encoding::Gzip && !has_signature) return damaged();
  if (encoding != Encoding::Raw && has_signature)
  {
    if (inflateInit2(&state->stream, gzip_window_bits) != Z_OK) return damaged();
    state->gzip = true;
  }
  return FileBytes{std::move(state)};
}

Result<std::size_t> FileBytes::read(std::span<std::byte> destination)
{
  if (state_->gzip) return state_->inflate_into(destination);
  return state_->copy_raw(destination);
}

Result<Done> FileBytes::read_all(std::span<std::byte> destination)
{
  const auto count = read(destination);
  if (!count) return count.failure();
  if (*count < destination.size()) return too_short();
  return Done{};
}

Result<Done> FileBytes::skip(std::uint64_t count)
{
  std::array<std::byte, 4096> scratch;
  while (count > 0)
  {
    const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(count, scratch.size()));
    if (auto done = read_all(std::span(scratch).first(piece)); !done) return done;
    count -= piece;
  }
  return Done{};
}

std::uint64_t FileBytes::at_most() const
{
  const auto stored = state_->remaining + state_->stream.avail_in;
  return state_->gzip ? stored * largest_deflate_ratio + buffer_size : stored;
}

Result<bool> FileBytes::has_more()
{
  std::array<std::byte, 1> next;
  const auto count = read(next);
  if (!count) return count.failure();
  return *count > 0;
}

bool FileBytes::is_gzip() const { return state_->gzip; }
}  // namespace nadir::imaging
