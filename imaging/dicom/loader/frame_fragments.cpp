#include "imaging/dicom/loader/frame_fragments.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
using Starts = std::vector<std::size_t>;

std::uint64_t offset_in_sequence(const PixelLayout& pixels, const ByteRange& fragment)
{
  return fragment.offset - pixels.fragments.front().offset;  // both item headers cancel out
}

/// Index of the fragment whose item begins at this offset of the table.
std::optional<std::size_t> fragment_at(const PixelLayout& pixels, std::uint64_t table_offset)
{
  const auto offset_of = [&](const ByteRange& fragment) { return offset_in_sequence(pixels, fragment); };
  const auto found = std::ranges::lower_bound(pixels.fragments, table_offset, {}, offset_of);
  if (found == pixels.fragments.end() || offset_of(*found) != table_offset) return std::nullopt;
  return static_cast<std::size_t>(found - pixels.fragments.begin());
}

/// The table's frames, or nothing when it is absent or contradicts the fragments.
std::optional<Starts> starts_from_table(const PixelLayout& pixels)
{
  const auto& table = pixels.basic_offset_table;
  if (table.size() != static_cast<std::size_t>(pixels.frames) || table.front() != 0) return std::nullopt;
  Starts starts;
  for (const auto offset : table)
  {
    const auto index = fragment_at(pixels, offset);
    if (!index || (!starts.empty() && *index <= starts.back())) return std::nullopt;
    starts.push_back(*index);
  }
  starts.push_back(pixels.fragments.size());
  return starts;
}

Starts one_each(std::size_t frames)
{
  Starts starts(frames + 1);
  std::iota(starts.begin(), starts.end(), std::size_t{0});
  return starts;
}

Failure unclear(const PixelLayout& pixels)
{
  return {LoaderError::DecodeFailed, "the compressed pixels lie in " + std::to_string(pixels.fragments.size()) + " pieces for " +
                                         std::to_string(pixels.frames) +
                                         " frames, and no offset table says which belongs to which (frames could be mixed up). "
                                         "Export the images again, uncompressed or with an offset table."};
}

std::vector<worker::FileRange> ranges_of(const PixelLayout& pixels)
{
  std::vector<worker::FileRange> ranges;
  ranges.reserve(pixels.fragments.size());
  for (const auto& fragment : pixels.fragments) ranges.push_back({fragment.offset, fragment.length});
  return ranges;
}
}  // namespace

FrameFragments::FrameFragments(std::vector<worker::FileRange> ranges, std::vector<std::size_t> first_of_frame)
    : ranges_(std::move(ranges)), first_of_frame_(std::move(first_of_frame))
{
}

Result<FrameFragments> FrameFragments::make(const PixelLayout& pixels, worker::Codec codec)
{
  const auto frames = static_cast<std::size_t>(pixels.frames);
  const auto count = pixels.fragments.size();
  if (count < frames || count > worker::most_ranges) return unclear(pixels);
  if (count == frames) return FrameFragments(ranges_of(pixels), one_each(frames));
  if (codec == worker::Codec::Rle) return unclear(pixels);
  if (frames == 1) return FrameFragments(ranges_of(pixels), {0, count});
  if (auto starts = starts_from_table(pixels)) return FrameFragments(ranges_of(pixels), std::move(*starts));
  return unclear(pixels);
}

std::span<const worker::FileRange> FrameFragments::of_frame(int frame) const
{
  NADIR_EXPECTS(frame >= 0 && static_cast<std::size_t>(frame) + 1 < first_of_frame_.size());
  const auto first = first_of_frame_[static_cast<std::size_t>(frame)];
  const auto end = first_of_frame_[static_cast<std::size_t>(frame) + 1];
  return std::span(ranges_).subspan(first, end - first);
}
}  // namespace nadir::imaging
