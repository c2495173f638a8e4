#include "report/dicom_object/dicom_data_set.h"

#include <bit>
#include <cstring>

#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"

namespace nadir::report
{
namespace
{
/// Least significant byte first.
template <class Unsigned> void append_little_endian(std::string& bytes, Unsigned value)
{
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
}

template <class Unsigned, class Value> std::string little_endian(std::span<const Value> values)
{
  std::string bytes;
  bytes.reserve(values.size_bytes());
  for (const auto value : values) append_little_endian(bytes, std::bit_cast<Unsigned>(value));
  return bytes;
}
}  // namespace

void DicomDataSet::text(Tag tag, std::string_view vr, std::string_view value)
{
  elements_[tag] = {std::string(vr), std::string(value), {}};
}

void DicomDataSet::texts(Tag tag, std::string_view vr, std::span<const std::string> values)
{
  std::string joined;
  for (const auto& value : values) joined += (&value == values.data() ? "" : "\\") + value;
  text(tag, vr, joined);
}

void DicomDataSet::unsigned_shorts(Tag tag, std::span<const std::uint16_t> values)
{
  elements_[tag] = {"US", little_endian<std::uint16_t>(values), {}};
}
void DicomDataSet::unsigned_longs(Tag tag, std::span<const std::uint32_t> values)
{
  elements_[tag] = {"UL", little_endian<std::uint32_t>(values), {}};
}
void DicomDataSet::floats(Tag tag, std::span<const float> values) { elements_[tag] = {"FL", little_endian<std::uint32_t>(values), {}}; }
void DicomDataSet::doubles(Tag tag, std::span<const double> values) { elements_[tag] = {"FD", little_endian<std::uint64_t>(values), {}}; }
void DicomDataSet::bytes(Tag tag, std::string_view vr, std::string bytes) { elements_[tag] = {std::string(vr), std::move(bytes), {}}; }

void DicomDataSet::decimals(Tag tag, std::span<const double> values)
{
  std::vector<std::string> written;
  for (const double value : values) written.push_back(decimal_string(value));
  texts(tag, "DS", written);
}

void DicomDataSet::sequence(Tag tag) { elements_[tag] = {"SQ", {}, {}}; }

DicomDataSet& DicomDataSet::add_item(Tag tag)
{
  auto& element = elements_[tag];
  element.vr = "SQ";
  return element.items.emplace_back();
}

void DicomDataSet::code(Tag tag, const CodedConcept& code)
{
  sequence(tag);
  set_code(add_item(tag), code);
}

std::string DicomDataSet::text_of(Tag tag) const
{
  const auto found = elements_.find(tag);
  return found == elements_.end() ? std::string() : found->second.value;
}

void set_code(DicomDataSet& item, const CodedConcept& code)
{
  // A value that is too long for SH has an attribute of its own.
  if (code.value.size() <= 16) item.text(object_tags::code_value, "SH", code.value);
  else item.text(object_tags::long_code_value, "UC", code.value);
  item.text(object_tags::coding_scheme_designator, "SH", code.scheme);
  item.text(object_tags::code_meaning, "LO", fitting_text(code.meaning, 64));
}
}  // namespace nadir::report
