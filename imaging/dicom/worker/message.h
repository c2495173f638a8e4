#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

namespace nadir::imaging::worker
{
/// The talk between nadir and its loader process: fixed-size structures in host order over a socket pair, one request and one
/// reply at a time. Neither side believes the other: each checks the magic number, every enumerator and every length.
///
/// A request is followed by `range_count` ByteRanges and carries two file descriptors: the file to read and the memory file to
/// write the result to, from offset 0.
enum class Task : std::uint32_t
{
  DecodeFrame = 1,  ///< the ranges, one after the other, are one compressed frame
  Inflate = 2,      ///< the one range is a raw deflate stream (RFC 1951)
};

enum class Codec : std::uint32_t
{
  None = 0,
  Jpeg = 1,      ///< baseline, extended, progressive, lossless: ISO 10918-1
  JpegLs = 2,    ///< ISO 14495-1
  Jpeg2000 = 3,  ///< ISO 15444-1
  Rle = 4,       ///< DICOM PS3.5 annex G
};

/// How the numbers of a decoded frame are stored, as the gate found it.
struct FrameFormat
{
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t samples = 0;           ///< 1 or 3
  std::uint32_t bytes_per_sample = 0;  ///< 1, 2 or 4
  std::uint32_t bits_stored = 0;
  std::uint32_t is_signed = 0;  ///< 0 or 1
  std::uint32_t is_ybr = 0;     ///< 0 or 1: luminance and chrominance, to be given back as RGB
};

inline constexpr std::uint32_t magic = 0x4E44'4C31;  // "NDL1"
inline constexpr std::uint32_t most_ranges = 1U << 20;

struct Request
{
  std::uint32_t magic_number = magic;
  Task task = Task::DecodeFrame;
  Codec codec = Codec::None;
  std::uint32_t cpu_seconds = 0;  ///< the process ends itself when this request costs more
  FrameFormat format;
  std::uint32_t range_count = 0;
  std::uint64_t output_bytes = 0;  ///< decoded: exactly; inflated: at most
};

/// Why there is no result. Plain numbers: no text crosses the border.
enum class Outcome : std::uint32_t
{
  Done = 0,
  BadRequest = 1,
  InputUnreadable = 2,  ///< the file is shorter than promised or cannot be read
  OutputUnwritable = 3,
  OutOfMemory = 4,
  Damaged = 5,            ///< the codec cannot follow the data, or warned about them
  Truncated = 6,          ///< the data end before the frame does
  SizeMismatch = 7,       ///< rows or columns in the compressed data differ from the header's
  ComponentMismatch = 8,  ///< samples per pixel differ
  PrecisionMismatch = 9,  ///< more bits than the header has room for
  ValuesOutOfRange = 10,  ///< a decoded number does not fit the header's bits stored or sign
  TooManyTiles = 11,
  TooLarge = 12,  ///< inflated: over the limit of size or ratio
  Unsupported = 13,
};
inline constexpr std::uint32_t last_outcome = 13;

struct Reply
{
  std::uint32_t magic_number = magic;
  Outcome outcome = Outcome::BadRequest;
  std::uint64_t bytes = 0;  ///< written to the memory file
};

static_assert(std::is_trivially_copyable_v<Request> && sizeof(Request) == 56);
static_assert(std::is_trivially_copyable_v<Reply> && sizeof(Reply) == 16);

/// Compressed bytes of one frame, as laid out in the file.
struct FileRange
{
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};
static_assert(std::is_trivially_copyable_v<FileRange> && sizeof(FileRange) == 16);

/// Descriptors that travel with a request.
struct Files
{
  int input = -1;
  int output = -1;
};

/// The descriptor on which the loader process finds its socket.
inline constexpr int worker_socket = 3;
}  // namespace nadir::imaging::worker
