#include "tests/support/hostile/hostile_file.h"

namespace nadir::testing
{
void HostileFamily::slice(std::string name, Fate fate, std::function<void(DicomObject&)> spoil, std::string transfer_syntax)
{
  add(std::move(name), fate,
      [spoil = std::move(spoil), transfer_syntax = std::move(transfer_syntax)]
      {
        DicomObject object = hostile_seed();
        spoil(object);
        return dicom_file(object, transfer_syntax);
      });
}

void HostileFamily::slice_with(Tag tag, std::string_view value, Fate fate)
{
  const std::string text(value);
  std::string label = name_of(tag);
  label += ' ';
  label += text.substr(0, 24);
  slice(std::move(label), fate, [tag, text](DicomObject& object) { set_text(object, tag, text); });
}

Bytes seed_with_data(const Bytes& data, const std::string& transfer_syntax)
{
  Bytes bytes(128);
  append(bytes, bytes_of("DICM"));
  append(bytes, meta_bytes(hostile_seed(), transfer_syntax));
  append(bytes, data);
  return bytes;
}

std::string name_of(Tag tag) { return imaging::text_of(tag); }

Bytes joined(std::initializer_list<Bytes> parts)
{
  Bytes bytes;
  for (const auto& part : parts) append(bytes, part);
  return bytes;
}

Bytes length_of(std::uint32_t length)
{
  Bytes bytes;
  append_number(bytes, length, false);
  return bytes;
}
}  // namespace nadir::testing
