#include "report/dicom_object/dicom_file_bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "report/dicom_object/object_tags.h"
#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";

void append_16(std::string& out, std::size_t value)
{
  out += static_cast<char>(static_cast<unsigned char>(value));
  out += static_cast<char>(static_cast<unsigned char>(value >> 8));
}

void append_32(std::string& out, std::size_t value)
{
  append_16(out, value & 0xFFFF);
  append_16(out, value >> 16);
}

void append_tag(std::string& out, Tag tag)
{
  append_16(out, tag.group);
  append_16(out, tag.element);
}

/// VRs whose length takes four bytes (PS3.5 7.1.2).
bool has_long_length(std::string_view vr)
{
  constexpr std::array<std::string_view, 12> vrs{"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UC", "UN", "UR", "UT", "SV"};
  return std::find(vrs.begin(), vrs.end(), vr) != vrs.end();
}

void append_header(std::string& out, Tag tag, std::string_view vr, std::size_t length)
{
  append_tag(out, tag);
  out += vr;
  if (!has_long_length(vr)) return append_16(out, length);
  append_16(out, 0);
  append_32(out, length);
}

std::string padded(const DicomDataSet::Element& element)
{
  auto value = element.value;
  if (value.size() % 2 != 0) value += element.vr == "UI" || element.vr == "OB" ? '\0' : ' ';
  return value;
}

std::string encoded(const DicomDataSet& data);

std::string encoded_items(const std::vector<DicomDataSet>& items)
{
  std::string out;
  for (const auto& item : items)
  {
    const auto bytes = encoded(item);
    append_tag(out, {0xFFFE, 0xE000});
    append_32(out, bytes.size());
    out += bytes;
  }
  return out;
}

std::string encoded(const DicomDataSet& data)
{
  std::string out;
  for (const auto& [tag, element] : data.elements())
  {
    const auto value = element.vr == "SQ" ? encoded_items(element.items) : padded(element);
    append_header(out, tag, element.vr, value.size());
    out += value;
  }
  return out;
}

DicomDataSet meta_of(const DicomDataSet& data)
{
  DicomDataSet meta;
  meta.bytes({0x0002, 0x0001}, "OB", std::string("\0\1", 2));
  meta.text({0x0002, 0x0002}, "UI", data.text_of(object_tags::sop_class));
  meta.text({0x0002, 0x0003}, "UI", data.text_of(object_tags::sop_instance));
  meta.text({0x0002, 0x0010}, "UI", explicit_little_endian);
  meta.text({0x0002, 0x0012}, "UI", derived_uid({"implementation", "nadir"}));
  meta.text({0x0002, 0x0013}, "SH", "NADIR");
  return meta;
}
}  // namespace

std::string dicom_file_bytes(const DicomDataSet& data)
{
  const auto meta = encoded(meta_of(data));
  std::string out(128, '\0');
  out += "DICM";
  append_header(out, {0x0002, 0x0000}, "UL", 4);
  append_32(out, meta.size());
  out += meta;
  out += encoded(data);
  return out;
}
}  // namespace nadir::report
