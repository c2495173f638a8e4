#include "imaging/gate/data_set_parser.h"

// Pixel data: where they lie, and their fragments. Their bytes are not read.
namespace nadir::imaging::detail
{
bool DataSetParser::read_pixels(const ElementHeader& header)
{
  if (pixels_) return fail(GateError::DuplicateTag, "There are pixel data twice, " + here());
  auto& pixels = pixels_.emplace();
  const auto start = position_;
  pixels.key = header.key;
  pixels.encapsulated = header.length == undefined_length;
  if (pixels.encapsulated && !read_fragments(pixels, open_levels_.back())) return false;
  if (!pixels.encapsulated)
  {
    if (header.length > source_.size() - position_) return overrun(header.length, source_.size());
    position_ += header.length;
  }
  pixels.value = {start, position_ - start};
  elements_.push_back({header.key, header.vr, Content::Pixels, 0, 0});
  source_.jump(start, position_);
  fetched_from_ = position_;
  return true;
}

bool DataSetParser::read_fragments(PixelElement& pixels, const OpenLevel& level)
{
  for (bool first = true;; first = false)
  {
    if (level.end - position_ < short_header) return overrun(short_header, level.end);
    const auto* bytes = source_.peek(position_, short_header);
    if (!bytes) return fail(GateError::Unreadable, "The file cannot be read any further, " + here());
    const auto key = read_key(bytes, level.encoding.big_endian);
    const auto length = read_32(bytes + 4, level.encoding.big_endian);
    position_ += short_header;
    if (key == sequence_end_key) return true;
    if (key != item_key || length == undefined_length)
      return fail(GateError::Malformed, "There is no fragment where one must be, " + here());
    if (length > level.end - position_) return overrun(length, level.end);
    if (!(first ? read_offset_table(pixels, length) : add_fragment(pixels, length))) return false;
  }
}

bool DataSetParser::add_fragment(PixelElement& pixels, std::uint32_t length)
{
  pixels.fragments.push_back({position_, length});
  position_ += length;
  return count_one_more();
}

bool DataSetParser::read_offset_table(PixelElement& pixels, std::uint32_t length)
{
  const auto limit = 4 * static_cast<std::uint64_t>(limits_.frames);
  if (length % 4 != 0 || length > limit) return fail(GateError::Malformed, "The offset table has an impossible length, " + here());
  const auto* bytes = source_.peek(position_, length);
  if (!bytes) return fail(GateError::Unreadable, "The file cannot be read any further, " + here());
  const bool big_endian = open_levels_.back().encoding.big_endian;
  for (std::uint32_t at = 0; at < length; at += 4) pixels.offset_table.push_back(read_32(bytes + at, big_endian));
  position_ += length;
  return true;
}
}  // namespace nadir::imaging::detail
