#include "imaging/gate/attribute_rules.h"
#include "imaging/gate/data_set_parser.h"

// Headers of attributes: tag, VR and length.
namespace nadir::imaging::detail
{
bool DataSetParser::read_header(ElementHeader& header)
{
  const auto& level = open_levels_.back();
  if (level.end - position_ < short_header) return overrun(short_header, level.end);
  const auto* bytes = fetch(position_, short_header);
  if (!bytes) return false;
  header.key = key_ = read_key(bytes, level.encoding.big_endian);
  if (level.encoding.explicit_vr && !is_delimiter(header.key)) return read_explicit_header(bytes, header);
  header.length = read_32(bytes + 4, level.encoding.big_endian);
  return true;
}

bool DataSetParser::read_explicit_header(const std::byte* bytes, ElementHeader& header)
{
  const auto& level = open_levels_.back();
  header.vr = read_vr(bytes);
  header.length = read_16(bytes + 6, level.encoding.big_endian);
  if (!is_known(header.vr)) return read_odd_header(bytes, header);
  if (!has_long_length(header.vr)) return true;
  if (level.end - position_ < long_header) return overrun(long_header, level.end);
  const auto short_length = header.length;
  bytes = fetch(position_, long_header);
  if (!bytes) return false;
  header.length = read_32(bytes + 8, level.encoding.big_endian);
  header.size = long_header;
  // The two bytes in between are reserved and zero; where they are not, an old writer may have put a short length there.
  const bool fits = header.length == undefined_length || header.length <= level.end - position_ - long_header;
  return fits || short_length == 0 || read_odd_header(bytes, header);
}

/// A private or unimportant attribute whose VR was left out or is unknown ("  ", "??"), or UN with a short length: followed
/// when exactly one reading of its length leads to the next attribute.
bool DataSetParser::read_odd_header(const std::byte* bytes, ElementHeader& header)
{
  const bool big_endian = open_levels_.back().encoding.big_endian;
  const std::uint32_t with_vr = read_16(bytes + 6, big_endian), without_vr = read_32(bytes + 4, big_endian);
  const bool fits_with_vr = leads_to_attribute(with_vr), fits_without_vr = leads_to_attribute(without_vr);
  const bool is_critical = !is_private(header.key) && expected_vr(header.key) != 0;
  if (is_critical || fits_with_vr == fits_without_vr) return fail(GateError::Malformed, "There is no known value representation " + here());
  header.vr = vr::un;
  header.size = short_header;
  header.length = fits_with_vr ? with_vr : without_vr;
  return true;
}

bool DataSetParser::leads_to_attribute(std::uint32_t length)
{
  const auto& level = open_levels_.back();
  const auto left = level.end - position_ - short_header;
  if (length > left) return false;
  if (length == left) return !level.is_open;
  if (left - length < short_header) return false;
  const auto* bytes = source_.peek(position_ + short_header + length, short_header);
  if (!bytes) return false;
  const auto next = read_key(bytes, level.encoding.big_endian);
  return next == item_end_key ? level.is_open : next > key_ && is_known(read_vr(bytes));
}
}  // namespace nadir::imaging::detail
