#include "imaging/dicom/loader/meta_header.h"

#include <cstdint>
#include <cstring>
#include <string>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t preamble_bytes = 132;
constexpr std::size_t group_length_bytes = 12;
constexpr std::uint16_t group_length = 0x0000;
constexpr std::uint16_t transfer_syntax = 0x0010;

template <class Number> Number little(std::span<const std::byte> bytes, std::size_t at)
{
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

template <class Number> void append(std::vector<std::byte>& bytes, Number number)
{
  const auto raw = std::as_bytes(std::span(&number, 1));
  bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void append(std::vector<std::byte>& bytes, std::string_view text)
{
  const auto raw = std::as_bytes(std::span(text));
  bytes.insert(bytes.end(), raw.begin(), raw.end());
}

/// Whole length of the element at the front, header included (explicit VR, PS3.5 section 7.1.2); 0 when it is not whole.
std::size_t element_bytes(std::span<const std::byte> bytes)
{
  if (bytes.size() < 8) return 0;
  const std::string vr{static_cast<char>(bytes[4]), static_cast<char>(bytes[5])};
  const bool is_long = vr == "OB" || vr == "OW" || vr == "UN" || vr == "UT" || vr == "SQ" || vr == "UC" || vr == "UR";
  if (is_long && bytes.size() < 12) return 0;
  const std::size_t length = is_long ? 12 + std::size_t{little<std::uint32_t>(bytes, 8)} : 8 + std::size_t{little<std::uint16_t>(bytes, 6)};
  return length <= bytes.size() ? length : 0;
}

void append_uid(std::vector<std::byte>& elements, std::string_view uid)
{
  append(elements, std::uint16_t{0x0002});
  append(elements, transfer_syntax);
  append(elements, std::string_view("UI"));
  append(elements, static_cast<std::uint16_t>(uid.size() + uid.size() % 2));
  append(elements, uid);
  if (uid.size() % 2 != 0) elements.push_back(std::byte{0});
}

struct Rewritten
{
  std::vector<std::byte> elements;  ///< without the group length
  bool has_transfer_syntax = false;
};

Rewritten rewrite(std::span<const std::byte> elements, std::string_view uid)
{
  Rewritten result;
  for (std::size_t length = element_bytes(elements); length > 0; length = element_bytes(elements))
  {
    const auto element = little<std::uint16_t>(elements, 2);
    if (element == transfer_syntax) append_uid(result.elements, uid);
    if (element != transfer_syntax && element != group_length)
      result.elements.insert(result.elements.end(), elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(length));
    result.has_transfer_syntax = result.has_transfer_syntax || element == transfer_syntax;
    elements = elements.subspan(length);
  }
  return result;
}
}  // namespace

std::vector<std::byte> with_transfer_syntax(std::span<const std::byte> header, std::string_view uid)
{
  if (header.size() < preamble_bytes) return {};
  const auto rewritten = rewrite(header.subspan(preamble_bytes), uid);
  if (!rewritten.has_transfer_syntax) return {};
  std::vector<std::byte> bytes(header.begin(), header.begin() + preamble_bytes);
  bytes.reserve(preamble_bytes + group_length_bytes + rewritten.elements.size());
  append(bytes, std::uint16_t{0x0002});
  append(bytes, group_length);
  append(bytes, std::string_view("UL"));
  append(bytes, std::uint16_t{4});
  append(bytes, static_cast<std::uint32_t>(rewritten.elements.size()));
  bytes.insert(bytes.end(), rewritten.elements.begin(), rewritten.elements.end());
  return bytes;
}
}  // namespace nadir::imaging
