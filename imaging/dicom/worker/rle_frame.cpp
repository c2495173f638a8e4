#include <algorithm>
#include <array>
#include <cstring>

#include "imaging/dicom/worker/frame_decoder.h"

// Own decoder of DICOM PS3.5 annex G: the library's reads past the end of a partial frame and stops at 16 bits.
namespace nadir::imaging::worker
{
namespace
{
constexpr std::size_t header_bytes = 64;
constexpr std::size_t most_segments = 15;

std::uint32_t little_32(std::span<const std::byte> data, std::size_t offset)
{
  std::uint32_t number = 0;
  std::memcpy(&number, data.data() + offset, sizeof number);
  return number;
}

/// Where the bytes of one segment go: every `step`-th byte of the frame.
struct StridedOutput
{
  std::span<std::byte> out;
  std::size_t at = 0;
  std::size_t step = 1;

  bool is_full() const { return at >= out.size(); }
  void put(std::byte value)
  {
    out[at] = value;
    at += step;
  }
};

/// One run: a control byte and what belongs to it (PS3.5 G.3.2). Returns the bytes used, 0 at the end of the data.
std::size_t decode_run(std::span<const std::byte> data, StridedOutput& to)
{
  const auto control = std::to_integer<std::size_t>(data[0]);
  if (control == 128) return 1;  // no operation
  const bool is_literal = control < 128;
  const std::size_t count = is_literal ? control + 1 : 257 - control;
  const std::size_t used = is_literal ? 1 + count : 2;
  if (used > data.size()) return 0;
  for (std::size_t n = 0; n < count && !to.is_full(); ++n) to.put(data[is_literal ? 1 + n : 1]);
  return used;
}

/// Padding after the last sample is allowed; a segment that ends before it is not.
Outcome decode_segment(std::span<const std::byte> data, StridedOutput to)
{
  while (!to.is_full() && !data.empty())
  {
    const std::size_t used = decode_run(data, to);
    if (used == 0) return Outcome::Truncated;
    data = data.subspan(used);
  }
  return to.is_full() ? Outcome::Done : Outcome::Truncated;
}

/// Segments hold the bytes of each sample, the most significant first (PS3.5 G.2).
StridedOutput output_of_segment(std::size_t segment, const FrameFormat& format, std::span<std::byte> out)
{
  const std::size_t bytes = format.bytes_per_sample;
  const std::size_t sample = segment / bytes;
  const std::size_t byte = bytes - 1 - segment % bytes;
  return {out, sample * bytes + byte, format.samples * bytes};
}

struct Offsets
{
  std::array<std::size_t, most_segments + 1> start{};  ///< of each segment, and the end of the last

  bool ascend(std::size_t segments, std::size_t size) const
  {
    return start[0] >= header_bytes && start[segments] <= size &&
           std::is_sorted(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(segments) + 1);
  }
};

Offsets read_offsets(std::span<const std::byte> data, std::size_t segments)
{
  Offsets offsets;
  for (std::size_t n = 0; n < segments; ++n) offsets.start[n] = little_32(data, 4 * (n + 1));
  offsets.start[segments] = data.size();
  return offsets;
}
}  // namespace

Outcome decode_rle(std::span<const std::byte> data, const FrameFormat& format, std::span<std::byte> out)
{
  const std::size_t segments = std::size_t{format.samples} * format.bytes_per_sample;
  if (data.size() < header_bytes) return Outcome::Truncated;
  if (little_32(data, 0) != segments || segments > most_segments) return Outcome::ComponentMismatch;
  const auto offsets = read_offsets(data, segments);
  if (!offsets.ascend(segments, data.size())) return Outcome::Damaged;
  for (std::size_t n = 0; n < segments; ++n)
  {
    const auto segment = data.subspan(offsets.start[n], offsets.start[n + 1] - offsets.start[n]);
    if (const auto outcome = decode_segment(segment, output_of_segment(n, format, out)); outcome != Outcome::Done) return outcome;
  }
  return Outcome::Done;
}
}  // namespace nadir::imaging::worker
