#include "imaging/gate/pixel_layout_check.h"

#include <algorithm>
#include <array>
#include <limits>

#include "imaging/gate/data_set_tree.h"
#include "imaging/gate/sop_class.h"

namespace nadir::imaging::detail
{
namespace
{
constexpr Tag sop_class{0x0008, 0x0016};
constexpr Tag samples_per_pixel{0x0028, 0x0002};
constexpr Tag photometric{0x0028, 0x0004};
constexpr Tag number_of_frames{0x0028, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};
constexpr Tag bits_allocated{0x0028, 0x0100};
constexpr Tag bits_stored{0x0028, 0x0101};
constexpr Tag high_bit{0x0028, 0x0102};
constexpr Tag pixel_representation{0x0028, 0x0103};
constexpr Tag per_frame_groups{0x5200, 0x9230};
constexpr std::uint32_t float_key = 0x7fe00008;
constexpr std::string_view rle = "1.2.840.10008.1.2.5";

Failure failure(GateError error, std::string problem)
{
  return Failure(error, std::move(problem) + " (the image could not be read rightly). Export it again from its source.");
}

Failure missing(Tag tag) { return failure(GateError::MissingAttribute, text_of(tag) + " is missing, pixels need it"); }

Failure unsupported(Tag tag, int value)
{
  return failure(GateError::UnsupportedPixelLayout, text_of(tag) + " is " + std::to_string(value) + ", which is not read here");
}

/// Product that stays at the largest number instead of wrapping.
std::uint64_t product(std::initializer_list<std::uint64_t> factors)
{
  std::uint64_t result = 1;
  for (const auto factor : factors)
    result = factor != 0 && result > std::numeric_limits<std::uint64_t>::max() / factor ? std::numeric_limits<std::uint64_t>::max()
                                                                                        : result * factor;
  return result;
}

/// Reads attributes one after the other and remembers the first failure.
class LayoutReader
{
public:
  explicit LayoutReader(const DataSet& data) : data_(data) {}

  int required(Tag tag, NumberVr vr = NumberVr::US)
  {
    const auto values = data_.numbers(tag, vr);
    if (!values) return refuse(values.failure());
    if (values->empty()) return refuse(missing(tag));
    if (values->size() > 1) return refuse(failure(GateError::Malformed, text_of(tag) + " has more than one value"));
    return static_cast<int>(values->front());
  }

  const std::optional<Failure>& first_failure() const { return failure_; }

private:
  int refuse(Failure reason)
  {
    if (!failure_) failure_ = std::move(reason);
    return 0;
  }

  const DataSet& data_;
  std::optional<Failure> failure_;
};

int frames_of(const DataSet& data, LayoutReader& reader)
{
  const bool given = !data.bytes(number_of_frames).empty();
  return given || is_multi_frame(data.text(sop_class)) ? reader.required(number_of_frames, NumberVr::IS) : 1;
}

Result<PixelLayout> read_layout(const DataSet& data, const PixelElement& found)
{
  LayoutReader reader(data);
  PixelLayout layout;
  layout.rows = reader.required(rows);
  layout.columns = reader.required(columns);
  layout.frames = frames_of(data, reader);
  layout.samples = reader.required(samples_per_pixel);
  layout.bits_allocated = reader.required(bits_allocated);
  layout.is_float = found.key != 0x7fe00010;
  // Float pixel data have neither of these (PS3.3 C.7.6.24).
  layout.bits_stored = layout.is_float ? layout.bits_allocated : reader.required(bits_stored);
  layout.high_bit = layout.is_float ? layout.bits_allocated - 1 : reader.required(high_bit);
  const int representation = layout.is_float ? 1 : reader.required(pixel_representation);
  layout.photometric_interpretation = data.text(photometric);
  layout.encapsulated = found.encapsulated;
  if (reader.first_failure()) return *reader.first_failure();
  if (representation > 1) return unsupported(pixel_representation, representation);
  layout.is_signed = representation == 1;
  return layout;
}

bool has_readable_depth(const PixelLayout& layout, const PixelElement& found)
{
  if (layout.is_float) return layout.bits_allocated == (found.key == float_key ? 32 : 64);
  static constexpr std::array depths{1, 8, 16, 32};
  return std::find(depths.begin(), depths.end(), layout.bits_allocated) != depths.end();
}

std::optional<Failure> unsupported_part(const PixelLayout& layout, const PixelElement& found)
{
  if (!has_readable_depth(layout, found)) return unsupported(bits_allocated, layout.bits_allocated);
  if (layout.bits_stored < 1 || layout.bits_stored > layout.bits_allocated) return unsupported(bits_stored, layout.bits_stored);
  if (layout.high_bit != layout.bits_stored - 1) return unsupported(high_bit, layout.high_bit);
  const bool has_color_depth = layout.bits_allocated > 1 && !layout.is_float;
  if (layout.samples != 1 && !(layout.samples == 3 && has_color_depth)) return unsupported(samples_per_pixel, layout.samples);
  if (layout.is_float && layout.encapsulated) return failure(GateError::UnsupportedPixelLayout, "Float pixel data are compressed");
  if (layout.rows < 1) return unsupported(rows, layout.rows);
  if (layout.columns < 1) return unsupported(columns, layout.columns);
  if (layout.frames < 1) return unsupported(number_of_frames, layout.frames);
  return std::nullopt;
}

std::uint64_t pixel_count(const PixelLayout& layout)
{
  return product({static_cast<std::uint64_t>(layout.rows), static_cast<std::uint64_t>(layout.columns),
                  static_cast<std::uint64_t>(layout.frames), static_cast<std::uint64_t>(layout.samples)});
}

std::uint64_t byte_count(const PixelLayout& layout)
{
  const auto bits = product({pixel_count(layout), static_cast<std::uint64_t>(layout.bits_allocated)});
  return bits / 8 + (bits % 8 != 0 ? 1 : 0);
}

/// Chroma is stored for every second pixel only in YBR_FULL_422 and YBR_PARTIAL_422 (PS3.3 C.7.6.3.1.2), for every fourth in 420.
std::uint64_t native_byte_count(const PixelLayout& layout)
{
  const auto& name = layout.photometric_interpretation;
  if (layout.samples != 3) return byte_count(layout);
  if (name.ends_with("_422")) return byte_count(layout) / 3 * 2;
  return name.ends_with("_420") ? byte_count(layout) / 2 : byte_count(layout);
}

std::optional<Failure> size_problem(const PixelLayout& layout, const GateLimits& limits)
{
  if (std::max(layout.rows, layout.columns) > limits.rows_or_columns || layout.frames > limits.frames)
    return failure(GateError::TooLarge, std::to_string(layout.rows) + " x " + std::to_string(layout.columns) + " pixels x " +
                                            std::to_string(layout.frames) + " frames are over the limit");
  if (byte_count(layout) > limits.decoded_bytes)
    return failure(GateError::TooLarge, "The pixels take " + std::to_string(byte_count(layout)) + " bytes, which is over the limit");
  return std::nullopt;
}

Failure wrong_count(std::uint64_t found, std::uint64_t needed, std::string_view what)
{
  return failure(GateError::PixelLengthMismatch, "There are " + std::to_string(found) + " " + std::string(what) +
                                                     " of pixel data where rows, columns and frames need " + std::to_string(needed));
}

std::optional<Failure> native_problem(const PixelLayout& layout, const PixelElement& found)
{
  const auto needed = native_byte_count(layout);
  const bool fits = found.value.length == needed || (needed % 2 != 0 && found.value.length == needed + 1);
  return fits ? std::nullopt : std::optional(wrong_count(found.value.length, needed, "bytes"));
}

/// True when every frame of the offset table starts at a fragment, the first at the first one.
bool offsets_fit(const PixelElement& found)
{
  std::size_t fragment = 0;
  for (std::size_t frame = 0; frame < found.offset_table.size(); ++frame)
  {
    const auto wanted = found.offset_table[frame] + found.fragments.front().offset;
    while (fragment < found.fragments.size() && found.fragments[fragment].offset < wanted) ++fragment;
    if (fragment == found.fragments.size() || found.fragments[fragment].offset != wanted || (frame == 0 && fragment != 0)) return false;
    if (frame > 0 && found.offset_table[frame] <= found.offset_table[frame - 1]) return false;
  }
  return true;
}

std::optional<Failure> fragment_problem(const PixelLayout& layout, PixelElement& found, bool one_fragment_a_frame)
{
  const auto frames = static_cast<std::size_t>(layout.frames), fragments = found.fragments.size();
  if (fragments < frames || (one_fragment_a_frame && fragments != frames)) return wrong_count(fragments, frames, "fragments");
  if (found.offset_table.size() > 1 && found.offset_table.size() != frames)
    return wrong_count(found.offset_table.size(), frames, "offset table entries");
  const bool fits = found.offset_table.size() == frames && offsets_fit(found);
  // A wrong table does no harm where each fragment is a frame, or all are one.
  const bool is_needed = fragments != frames && frames != 1;
  if (!fits && is_needed) return failure(GateError::Malformed, "The offset table does not tell which fragments make up a frame");
  if (!fits) found.offset_table.clear();
  return std::nullopt;
}

std::optional<Failure> coding_problem(const PixelElement& found, PixelCoding coding)
{
  if (found.encapsulated == (coding == PixelCoding::Encapsulated)) return std::nullopt;
  return failure(GateError::Malformed, found.encapsulated ? "Pixel data are in fragments though the transfer syntax is uncompressed"
                                                          : "Pixel data are in one piece though the transfer syntax is compressed");
}

/// Big-endian files swap the words of OW, and leave the bytes of OB alone (PS3.5 A.3): of deeper pixels in OB, or of UN, nobody
/// can tell which byte comes first.
std::optional<Failure> byte_order_problem(const DataSet& data, const PixelLayout& layout, const PixelElement& found)
{
  if (found.encapsulated || !data.is_big_endian()) return std::nullopt;
  const auto vr = data.vr(tag_of(found.key));
  const bool is_clear = layout.is_float ? vr != "UN" : vr == "OW" || (vr == "OB" && layout.bits_allocated <= 8);
  if (is_clear) return std::nullopt;
  return failure(GateError::WrongType, "Big-endian pixel data of " + std::to_string(layout.bits_allocated) + " bits have the type " +
                                           std::string(vr) + ", so that their byte order is not known");
}

std::optional<Failure> frame_groups_problem(const DataSet& data, const PixelLayout& layout)
{
  const auto groups = data.items(per_frame_groups).size();
  if (groups == 0 || groups == static_cast<std::size_t>(layout.frames)) return std::nullopt;
  return wrong_count(static_cast<std::uint64_t>(layout.frames), groups, "frames");
}
}  // namespace

Result<PixelLayout> checked_layout(const DataSet& data, PixelElement found, const std::string& transfer_syntax, const GateLimits& limits)
{
  if (const auto problem = coding_problem(found, transfer_syntax_of(transfer_syntax).coding)) return *problem;
  auto layout = read_layout(data, found);
  if (!layout) return layout;
  if (const auto problem = unsupported_part(*layout, found)) return *problem;
  if (const auto problem = size_problem(*layout, limits)) return *problem;
  if (const auto problem = byte_order_problem(data, *layout, found)) return *problem;
  if (const auto problem = frame_groups_problem(data, *layout)) return *problem;
  const auto problem = found.encapsulated ? fragment_problem(*layout, found, transfer_syntax == rle) : native_problem(*layout, found);
  if (problem) return *problem;
  if (!found.encapsulated) layout->native = found.value;
  layout->fragments = std::move(found.fragments);
  layout->basic_offset_table = std::move(found.offset_table);
  return layout;
}
}  // namespace nadir::imaging::detail
