#include "tests/support/gate_invariants.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::testing
{
using namespace nadir::imaging;

namespace
{
bool lies_inside(const ByteRange& range, std::uint64_t size) { return range.offset <= size && range.length <= size - range.offset; }

bool same(const ByteRange& a, const ByteRange& b) { return a.offset == b.offset && a.length == b.length; }

/// frames x rows x columns x samples x bits, in bytes; within the limits this is below 2^51.
bool is_exact(const PixelLayout& layout)
{
  std::uint64_t bits = 1;
  for (const int factor : {layout.rows, layout.columns, layout.frames, layout.samples, layout.bits_allocated})
    bits *= static_cast<std::uint64_t>(factor);
  if (layout.samples == 3 && layout.photometric_interpretation.ends_with("_422")) bits = bits / 3 * 2;
  if (layout.samples == 3 && layout.photometric_interpretation.ends_with("_420")) bits = bits / 2;
  const auto bytes = (bits + 7) / 8;
  return layout.native.length == bytes || (bytes % 2 == 1 && layout.native.length == bytes + 1);
}

std::string broken_pixels(const PixelLayout& layout, const DicomFile& file, const GateLimits& limits)
{
  if (layout.rows < 1 || layout.columns < 1 || layout.frames < 1) return "empty image";
  if (std::max(layout.rows, layout.columns) > limits.rows_or_columns || layout.frames > limits.frames) return "image over the limits";
  if (layout.bits_stored < 1 || layout.bits_stored > layout.bits_allocated || layout.high_bit != layout.bits_stored - 1) return "bits";
  if (layout.samples != 1 && layout.samples != 3) return "samples";
  if (!lies_inside(layout.native, file.file_size())) return "native pixels outside the file";
  if (!layout.encapsulated) return is_exact(layout) ? "" : "native pixels of another length";
  std::uint64_t end = file.data_set_offset();
  for (const auto& fragment : layout.fragments)
  {
    if (!lies_inside(fragment, file.file_size()) || fragment.offset < end) return "fragment outside the file or overlapping";
    end = fragment.offset + fragment.length;
  }
  if (layout.fragments.size() < static_cast<std::size_t>(layout.frames)) return "fewer fragments than frames";
  const bool has_table = !layout.basic_offset_table.empty();
  return has_table && layout.basic_offset_table.size() != static_cast<std::size_t>(layout.frames) ? "offset table of another length" : "";
}

/// Reads an attribute in every way there is.
std::string broken_attribute(const DataSet& set, Tag tag)
{
  if (!set.contains(tag) || set.vr(tag).size() != 2) return "attribute without type";
  if (set.text(tag).size() > set.bytes(tag).size()) return "text longer than its bytes";
  std::size_t length = 0;
  for (const auto& value : set.texts(tag)) length += value.size();
  if (length > set.bytes(tag).size()) return "texts longer than their bytes";
  static constexpr std::array types{NumberVr::DS, NumberVr::IS, NumberVr::US, NumberVr::SS,
                                    NumberVr::UL, NumberVr::SL, NumberVr::FL, NumberVr::FD};
  for (const auto type : types)
    if (const auto numbers = set.numbers(tag, type); numbers)
      if (!std::all_of(numbers->begin(), numbers->end(), [](double value) { return std::isfinite(value); }))
        return "number that is not finite";
  return "";
}

std::string broken_level(const DataSet& set, int depth, int limit)
{
  if (depth > limit) return "deeper than the limit";
  const auto tags = set.tags();
  if (!std::is_sorted(tags.begin(), tags.end()) || std::adjacent_find(tags.begin(), tags.end()) != tags.end()) return "tags out of order";
  for (const Tag tag : tags)
  {
    if (auto broken = broken_attribute(set, tag); !broken.empty()) return broken;
    for (const DataSet& item : set.items(tag))
      if (auto broken = broken_level(item, depth + 1, limit); !broken.empty()) return broken;
  }
  return "";
}

bool same_level(const DataSet& one, const DataSet& other)
{
  if (one.tags() != other.tags() || one.is_big_endian() != other.is_big_endian()) return false;
  for (const Tag tag : one.tags())
  {
    const auto first = one.items(tag), second = other.items(tag);
    if (one.vr(tag) != other.vr(tag) || !std::ranges::equal(one.bytes(tag), other.bytes(tag))) return false;
    if (!std::equal(first.begin(), first.end(), second.begin(), second.end(), same_level)) return false;
  }
  return true;
}
}  // namespace

std::string broken_invariant(const DicomFile& file, const GateLimits& limits)
{
  if (file.data_set_offset() > file.file_size()) return "data set outside the file";
  if (file.transfer_syntax().empty()) return "no transfer syntax";
  if (file.pixels())
    if (auto broken = broken_pixels(*file.pixels(), file, limits); !broken.empty()) return broken;
  if (auto broken = broken_level(file.meta(), 0, limits.nesting); !broken.empty()) return broken;
  return broken_level(file.data(), 0, limits.nesting);
}

bool are_alike(const DicomFile& one, const DicomFile& other)
{
  if (one.transfer_syntax() != other.transfer_syntax() || one.data_set_offset() != other.data_set_offset()) return false;
  if (!same_level(one.meta(), other.meta()) || !same_level(one.data(), other.data())) return false;
  if (one.pixels().has_value() != other.pixels().has_value()) return false;
  if (!one.pixels()) return true;
  const auto &a = *one.pixels(), &b = *other.pixels();
  return a.rows == b.rows && a.columns == b.columns && a.frames == b.frames && a.samples == b.samples && a.bits_stored == b.bits_stored &&
         same(a.native, b.native) && a.basic_offset_table == b.basic_offset_table &&
         std::equal(a.fragments.begin(), a.fragments.end(), b.fragments.begin(), b.fragments.end(), same);
}
}  // namespace nadir::testing
