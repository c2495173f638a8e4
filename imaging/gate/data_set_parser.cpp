#include "imaging/gate/data_set_parser.h"

#include <algorithm>

#include "imaging/gate/attribute_rules.h"

namespace nadir::imaging::detail
{
namespace
{
bool is_pixel_key(std::uint32_t key) { return key == pixel_data_key || key == 0x7fe00008 || key == 0x7fe00009; }

bool by_key(const Element& a, const Element& b) { return a.key < b.key; }
}  // namespace

bool DataSetParser::parse_meta(std::uint64_t offset, Encoding encoding) { return parse(Part::Meta, offset, encoding); }

bool DataSetParser::parse_data(std::uint64_t offset, Encoding encoding) { return parse(Part::Data, offset, encoding); }

bool DataSetParser::parse(Part part, std::uint64_t offset, Encoding encoding)
{
  part_ = part;
  position_ = offset;
  done_ = false;
  open_levels_.push_back({source_.size(), false, encoding, elements_.size()});
  while (!done_)
    if (!step() || failure_) return false;
  return true;
}

bool DataSetParser::step()
{
  const bool inside_item = open_levels_.size() > sequences_.size();
  return inside_item ? read_attribute() : read_item();
}

bool DataSetParser::at_end_of_meta()
{
  if (part_ != Part::Meta || source_.size() - position_ < short_header) return false;
  const auto* bytes = fetch(position_, short_header);
  return bytes && read_16(bytes, false) != 0x0002;
}

bool DataSetParser::read_attribute()
{
  const auto& level = open_levels_.back();
  if (position_ == level.end && !level.is_open) return close_level();
  if (is_root() && at_end_of_meta()) return close_level();
  if (is_root() && starts_with_zeros())
    return rest_is_zero(position_) ? close_level() : fail(GateError::Malformed, "Zeros stand " + here());
  ElementHeader header;
  return read_header(header) && read_attribute(header);
}

bool DataSetParser::read_attribute(const ElementHeader& header)
{
  position_ += header.size;
  if (header.key == item_end_key) return end_by_delimiter(open_levels_.back().is_open) && close_level();
  if (is_delimiter(header.key)) return fail(GateError::Malformed, "A stray delimiter stands " + here());
  if (!count_one_more() || !has_right_vr(header)) return false;
  if (is_root() && is_pixel_key(header.key)) return read_pixels(header);
  const auto& level = open_levels_.back();
  if (header.length != undefined_length && header.length > level.end - position_) return overrun(header.length, level.end);
  return is_sequence(header) ? open_sequence(header) : read_value(header);
}

bool DataSetParser::end_by_delimiter(bool is_open)
{
  return is_open || fail(GateError::Malformed, "A delimiter ends an item or sequence that has a length, " + here());
}

bool DataSetParser::has_right_vr(const ElementHeader& header)
{
  if (is_private(header.key) || !open_levels_.back().encoding.explicit_vr) return true;
  const Vr expected = expected_vr(header.key);
  if (expected == 0 || is_acceptable(header.vr, expected)) return true;
  return fail(GateError::WrongType, text_of(tag_of(header.key)) + " has the type " + std::string(name_of_vr(header.vr)) +
                                        " where DICOM has " + std::string(name_of_vr(expected)) + ", " + here());
}

bool DataSetParser::is_sequence(const ElementHeader& header)
{
  if (header.vr == vr::sq) return true;
  if (header.vr != vr::un || header.key == pixel_data_key || header.length == 0) return false;
  const Vr expected = is_private(header.key) ? Vr{0} : expected_vr(header.key);
  if (expected != 0) return expected == vr::sq;
  return header.length == undefined_length || is_chain_of_items(position_, position_ + header.length);
}

bool DataSetParser::is_chain_of_items(std::uint64_t offset, std::uint64_t end)
{
  while (end - offset >= short_header)
  {
    const auto* bytes = fetch(offset, short_header);
    if (!bytes || read_key(bytes, false) != item_key) return false;
    const auto length = read_32(bytes + 4, false);
    if (length == undefined_length) return true;
    if (length > end - offset - short_header) return false;
    offset += short_header + length;
  }
  return offset == end;
}

bool DataSetParser::read_value(const ElementHeader& header)
{
  if (header.length == undefined_length)
  {
    PixelElement ignored;
    const bool may_have_fragments = header.vr == vr::ob || header.vr == vr::ow || header.key == pixel_data_key;
    if (!may_have_fragments) return fail(GateError::Malformed, "An attribute that is no sequence has no length, " + here());
    elements_.push_back({header.key, header.vr, Content::Pixels, 0, 0});
    return read_fragments(ignored, open_levels_.back());
  }
  if (header.length > limits_.value_bytes)
    return fail(GateError::TooLarge, "A value of " + std::to_string(header.length) + " bytes is over the limit, " + here());
  if (header.length > 0 && !fetch(position_, header.length)) return false;
  elements_.push_back({header.key, header.vr, Content::Value, header.length, position_});
  position_ += header.length;
  return true;
}

bool DataSetParser::open_sequence(const ElementHeader& header)
{
  if (sequences_.size() >= static_cast<std::size_t>(limits_.nesting))
    return fail(GateError::TooDeep, "Sequences are nested deeper than " + std::to_string(limits_.nesting) + ", " + here());
  const auto& level = open_levels_.back();
  const bool is_open = header.length == undefined_length;
  // PS3.5 section 6.2.2: a sequence whose VR is unknown is written with implicit VR, little-endian.
  const Encoding encoding = header.vr == vr::sq ? level.encoding : Encoding{false, false};
  sequences_.push_back({elements_.size(), is_open ? level.end : position_ + header.length, is_open, encoding, levels_.size()});
  elements_.push_back({header.key, vr::sq, Content::Sequence, 0, 0});
  return true;
}

bool DataSetParser::read_item()
{
  const auto& sequence = sequences_.back();
  if (position_ == sequence.end && !sequence.is_open) return close_sequence();
  if (sequence.end - position_ < short_header) return overrun(short_header, sequence.end);
  const auto* bytes = fetch(position_, short_header);
  if (!bytes) return false;
  const auto key = read_key(bytes, sequence.encoding.big_endian);
  const auto length = read_32(bytes + 4, sequence.encoding.big_endian);
  if (key != item_key && key != sequence_end_key)
    return fail(GateError::Malformed, "A sequence holds something that is no item, " + here());
  position_ += short_header;
  return key == item_key ? open_item(length) : end_by_delimiter(sequence.is_open) && close_sequence();
}

bool DataSetParser::open_item(std::uint32_t length)
{
  const auto& sequence = sequences_.back();
  const bool is_open = length == undefined_length;
  if (!count_one_more()) return false;
  if (!is_open && length > sequence.end - position_) return overrun(length, sequence.end);
  open_levels_.push_back({is_open ? sequence.end : position_ + length, is_open, sequence.encoding, elements_.size()});
  return true;
}

bool DataSetParser::has_no_critical_duplicate(std::size_t first)
{
  const auto begin = elements_.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto at = begin; at != elements_.end();)
  {
    at = std::adjacent_find(at, elements_.end(), [](const Element& a, const Element& b) { return a.key == b.key; });
    if (at == elements_.end()) break;
    if (expected_vr(at->key) != 0)
      return fail(GateError::DuplicateTag, text_of(tag_of(at->key)) + " is there twice in one data set, the last time " + here());
    ++at;
  }
  return true;
}

bool DataSetParser::close_level()
{
  const auto first = open_levels_.back().first_element;
  const auto begin = elements_.begin() + static_cast<std::ptrdiff_t>(first);
  if (!std::is_sorted(begin, elements_.end(), by_key)) std::stable_sort(begin, elements_.end(), by_key);
  if (!has_no_critical_duplicate(first)) return false;
  const auto count = static_cast<std::uint32_t>(elements_.size() - first);
  levels_.push_back({nullptr, static_cast<std::uint32_t>(tree_.elements.size()), count, open_levels_.back().encoding.big_endian});
  tree_.elements.insert(tree_.elements.end(), begin, elements_.end());
  elements_.resize(first);
  open_levels_.pop_back();
  return open_levels_.empty() ? finish_root() : true;
}

bool DataSetParser::finish_root()
{
  root_ = tree_.levels.size();
  tree_.levels.push_back(levels_.back());
  levels_.clear();
  done_ = true;
  return true;
}

bool DataSetParser::close_sequence()
{
  const auto& sequence = sequences_.back();
  auto& element = elements_[sequence.element];
  const auto begin = levels_.begin() + static_cast<std::ptrdiff_t>(sequence.first_level);
  element.place = tree_.levels.size();
  element.length = static_cast<std::uint32_t>(levels_.end() - begin);
  tree_.levels.insert(tree_.levels.end(), begin, levels_.end());
  levels_.erase(begin, levels_.end());
  sequences_.pop_back();
  return true;
}

bool DataSetParser::starts_with_zeros()
{
  return are_zero(position_, static_cast<std::size_t>(std::min<std::uint64_t>(short_header, source_.size() - position_)));
}

bool DataSetParser::rest_is_zero(std::uint64_t offset)
{
  constexpr std::uint64_t chunk = 4096;
  for (; offset < source_.size(); offset += chunk)
    if (!are_zero(offset, static_cast<std::size_t>(std::min(chunk, source_.size() - offset)))) return false;
  return true;
}

bool DataSetParser::are_zero(std::uint64_t offset, std::size_t length)
{
  const auto* bytes = source_.peek(offset, length);
  return bytes && std::all_of(bytes, bytes + length, [](std::byte byte) { return byte == std::byte{0}; });
}

const std::byte* DataSetParser::fetch(std::uint64_t offset, std::size_t length)
{
  if (offset + length - fetched_from_ > limits_.attribute_bytes)
  {
    fail(GateError::TooLarge, "The attributes take more memory than the limit allows, " + here());
    return nullptr;
  }
  const auto* bytes = source_.keep(offset, length);
  if (!bytes) fail(GateError::Unreadable, "The file gives fewer bytes than it had when opened, " + here());
  return bytes;
}

bool DataSetParser::count_one_more()
{
  return ++count_ <= limits_.elements || fail(GateError::TooLarge, "The file holds more attributes than the limit allows, " + here());
}

bool DataSetParser::overrun(std::uint64_t needed, std::uint64_t end)
{
  const std::string what = std::to_string(needed) + " bytes are declared where " + std::to_string(end - position_) + " are left, " + here();
  return fail(end == source_.size() ? GateError::Truncated : GateError::Malformed, what);
}

bool DataSetParser::fail(GateError error, std::string message)
{
  if (!failure_) failure_.emplace(error, std::move(message) + " (reading on would be guessing). Copy the file again from its source.");
  return false;
}

std::string DataSetParser::here() const { return "at byte " + std::to_string(position_) + " near " + text_of(tag_of(key_)); }
}  // namespace nadir::imaging::detail
