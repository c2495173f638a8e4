#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imaging/gate/tag.h"

/// Builds DICOM byte streams for tests, by the rules of PS3.5 chapter 7 and PS3.10 chapter 7, and breaks them on purpose.
///
///     DicomObject slice;
///     slice.text({0x0028, 0x0030}, "DS", "0.5\\0.5").us({0x0028, 0x0010}, {4}).sequence({0x5200, 0x9229}, {item});
///     const Bytes file = dicom_file(slice, syntax::explicit_little);
namespace nadir::testing
{
using Bytes = std::vector<std::byte>;
using imaging::Tag;

inline Bytes bytes_of(std::string_view text)
{
  Bytes bytes(text.size());
  std::transform(text.begin(), text.end(), bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
  return bytes;
}

inline void append(Bytes& target, const Bytes& more) { target.insert(target.end(), more.begin(), more.end()); }

/// Unsigned number in the byte order asked for.
template <class Number> void append_number(Bytes& target, Number value, bool big_endian)
{
  for (std::size_t i = 0; i < sizeof(Number); ++i)
  {
    const std::size_t shift = 8 * (big_endian ? sizeof(Number) - 1 - i : i);
    target.push_back(static_cast<std::byte>((value >> shift) & 0xff));
  }
}

namespace syntax
{
inline const std::string implicit_little = "1.2.840.10008.1.2";
inline const std::string explicit_little = "1.2.840.10008.1.2.1";
inline const std::string explicit_big = "1.2.840.10008.1.2.2";
inline const std::string deflated = "1.2.840.10008.1.2.1.99";
inline const std::string rle = "1.2.840.10008.1.2.5";
inline const std::string jpeg_baseline = "1.2.840.10008.1.2.4.50";
inline const std::string jpeg_lossless = "1.2.840.10008.1.2.4.70";
inline const std::string jpeg_ls = "1.2.840.10008.1.2.4.80";
inline const std::string jpeg_2000 = "1.2.840.10008.1.2.4.90";
}  // namespace syntax

namespace sop_class
{
inline const std::string mr = "1.2.840.10008.5.1.4.1.1.4";
inline const std::string enhanced_mr = "1.2.840.10008.5.1.4.1.1.4.1";
inline const std::string ct = "1.2.840.10008.5.1.4.1.1.2";
inline const std::string secondary_capture = "1.2.840.10008.5.1.4.1.1.7";
inline const std::string segmentation = "1.2.840.10008.5.1.4.1.1.66.4";
inline const std::string rt_structure_set = "1.2.840.10008.5.1.4.1.1.481.3";
inline const std::string comprehensive_sr = "1.2.840.10008.5.1.4.1.1.88.33";
inline const std::string parametric_map = "1.2.840.10008.5.1.4.1.1.30";
}  // namespace sop_class

enum class LengthForm
{
  Defined,
  Undefined,
};

/// How a data set is written.
struct Encoding
{
  bool explicit_vr = true;
  bool big_endian = false;
};

inline Encoding encoding_of(const std::string& transfer_syntax)
{
  return {transfer_syntax != syntax::implicit_little, transfer_syntax == syntax::explicit_big};
}

class DicomObject;

/// One attribute. Values are kept little-endian and turned when written; every field may be spoiled by a test.
struct DicomElement
{
  Tag tag;
  std::string vr;
  Bytes value;
  std::vector<DicomObject> items;
  std::vector<Bytes> fragments;  ///< encapsulated pixel data; the first one is the offset table
  bool is_sequence = false;
  LengthForm length_form = LengthForm::Undefined;
  LengthForm item_length_form = LengthForm::Undefined;
  std::optional<std::uint32_t> declared_length;  ///< written instead of the true length
};

/// Attributes of one level, in the order they were added.
class DicomObject
{
public:
  std::vector<DicomElement> elements;

  /// Text, padded to an even length (NUL for UI, blank otherwise).
  DicomObject& text(Tag tag, std::string vr, std::string_view value)
  {
    Bytes bytes = bytes_of(value);
    if (bytes.size() % 2 != 0) bytes.push_back(vr == "UI" ? std::byte{0} : std::byte{' '});
    return raw(tag, std::move(vr), std::move(bytes));
  }

  DicomObject& us(Tag tag, std::initializer_list<std::uint16_t> values) { return numbers(tag, "US", values); }
  DicomObject& ul(Tag tag, std::initializer_list<std::uint32_t> values) { return numbers(tag, "UL", values); }

  DicomObject& ss(Tag tag, std::int16_t value) { return numbers<std::uint16_t>(tag, "SS", {static_cast<std::uint16_t>(value)}); }
  DicomObject& sl(Tag tag, std::int32_t value) { return numbers<std::uint32_t>(tag, "SL", {static_cast<std::uint32_t>(value)}); }
  DicomObject& fl(Tag tag, float value) { return numbers<std::uint32_t>(tag, "FL", {std::bit_cast<std::uint32_t>(value)}); }

  DicomObject& fd(Tag tag, std::initializer_list<double> values)
  {
    Bytes bytes;
    for (const double value : values) append_number(bytes, std::bit_cast<std::uint64_t>(value), false);
    return raw(tag, "FD", std::move(bytes));
  }

  /// Bytes as they are (little-endian), neither padded nor checked.
  DicomObject& raw(Tag tag, std::string vr, Bytes value)
  {
    DicomElement element;
    element.tag = tag;
    element.vr = std::move(vr);
    element.value = std::move(value);
    return add(std::move(element));
  }

  DicomObject& sequence(Tag tag, std::vector<DicomObject> items, LengthForm form = LengthForm::Undefined)
  {
    DicomElement element;
    element.tag = tag;
    element.vr = "SQ";
    element.is_sequence = true;
    element.items = std::move(items);
    element.length_form = element.item_length_form = form;
    return add(std::move(element));
  }

  /// Encapsulated pixel data (PS3.5 A.4); an empty offset table is written when none is given.
  DicomObject& encapsulated(std::vector<Bytes> fragments, Bytes offset_table = {})
  {
    DicomElement element;
    element.tag = {0x7fe0, 0x0010};
    element.vr = "OB";
    element.fragments = std::move(fragments);
    element.fragments.insert(element.fragments.begin(), std::move(offset_table));
    return add(std::move(element));
  }

  /// Adds an attribute, or puts it in the place of the one with the same tag.
  DicomObject& set(DicomElement element)
  {
    const auto same = find(element.tag);
    if (same == elements.end()) return add(std::move(element));
    *same = std::move(element);
    return *this;
  }

  DicomObject& add(DicomElement element)
  {
    elements.push_back(std::move(element));
    return *this;
  }

  DicomObject& remove(Tag tag)
  {
    std::erase_if(elements, [tag](const DicomElement& element) { return element.tag == tag; });
    return *this;
  }

  std::vector<DicomElement>::iterator find(Tag tag)
  {
    return std::find_if(elements.begin(), elements.end(), [tag](const DicomElement& element) { return element.tag == tag; });
  }

  /// The attribute, which must exist.
  DicomElement& at(Tag tag) { return *find(tag); }

  /// Ascending tags, as the standard asks.
  DicomObject& sorted()
  {
    std::stable_sort(elements.begin(), elements.end(), [](const auto& a, const auto& b) { return a.tag < b.tag; });
    return *this;
  }

private:
  template <class Number> DicomObject& numbers(Tag tag, std::string vr, std::initializer_list<Number> values)
  {
    Bytes bytes;
    for (const Number value : values) append_number(bytes, value, false);
    return raw(tag, std::move(vr), std::move(bytes));
  }
};

/// Writes data sets.
class DicomWriter
{
public:
  explicit DicomWriter(Encoding encoding) : encoding_(encoding) {}

  Bytes write(const DicomObject& object)
  {
    bytes_.clear();
    write_object(object);
    return std::move(bytes_);
  }

private:
  static constexpr std::uint32_t undefined = 0xffffffff;

  void write_object(const DicomObject& object)
  {
    for (const auto& element : object.elements) write_element(element);
  }

  void write_element(const DicomElement& element)
  {
    if (element.is_sequence) return write_sequence(element);
    if (!element.fragments.empty()) return write_fragments(element);
    write_header(element.tag, element.vr, element.declared_length.value_or(static_cast<std::uint32_t>(element.value.size())));
    append(bytes_, in_file_order(element));
  }

  void write_sequence(const DicomElement& element)
  {
    const Bytes content = content_of(element);
    const bool open = element.length_form == LengthForm::Undefined;
    const auto length = open ? undefined : static_cast<std::uint32_t>(content.size());
    write_header(element.tag, element.vr, element.declared_length.value_or(length));
    append(bytes_, content);
    if (open) write_item_header(0xe0dd, 0);
  }

  Bytes content_of(const DicomElement& element) const
  {
    DicomWriter inner(encoding_);
    for (const auto& item : element.items) inner.write_item(item, element.item_length_form);
    return std::move(inner.bytes_);
  }

  void write_item(const DicomObject& item, LengthForm form)
  {
    const Bytes content = DicomWriter(encoding_).write(item);
    write_item_header(0xe000, form == LengthForm::Undefined ? undefined : static_cast<std::uint32_t>(content.size()));
    append(bytes_, content);
    if (form == LengthForm::Undefined) write_item_header(0xe00d, 0);
  }

  void write_fragments(const DicomElement& element)
  {
    write_header(element.tag, element.vr, element.declared_length.value_or(undefined));
    for (const auto& fragment : element.fragments)
    {
      write_item_header(0xe000, static_cast<std::uint32_t>(fragment.size()));
      append(bytes_, fragment);
    }
    write_item_header(0xe0dd, 0);
  }

  void write_header(Tag tag, const std::string& vr, std::uint32_t length)
  {
    append_number(bytes_, tag.group, encoding_.big_endian);
    append_number(bytes_, tag.element, encoding_.big_endian);
    if (!encoding_.explicit_vr) return append_number(bytes_, length, encoding_.big_endian);
    append(bytes_, bytes_of(vr));
    if (!has_long_length(vr)) return append_number(bytes_, static_cast<std::uint16_t>(length), encoding_.big_endian);
    append_number(bytes_, std::uint16_t{0}, encoding_.big_endian);
    append_number(bytes_, length, encoding_.big_endian);
  }

  void write_item_header(std::uint16_t element, std::uint32_t length)
  {
    append_number(bytes_, std::uint16_t{0xfffe}, encoding_.big_endian);
    append_number(bytes_, element, encoding_.big_endian);
    append_number(bytes_, length, encoding_.big_endian);
  }

  Bytes in_file_order(const DicomElement& element) const
  {
    Bytes value = element.value;
    const std::size_t width = encoding_.big_endian ? width_of(element.vr) : 1;
    for (std::size_t i = 0; width > 1 && i + width <= value.size(); i += width)
      std::reverse(value.begin() + static_cast<std::ptrdiff_t>(i), value.begin() + static_cast<std::ptrdiff_t>(i + width));
    return value;
  }

  static bool has_long_length(std::string_view vr)
  {
    static constexpr std::string_view names = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
    return names.find(vr) != std::string_view::npos;
  }

  static std::size_t width_of(std::string_view vr)
  {
    if (vr == "US" || vr == "SS" || vr == "OW" || vr == "AT") return 2;
    if (vr == "UL" || vr == "SL" || vr == "FL" || vr == "OF" || vr == "OL") return 4;
    return vr == "FD" || vr == "OD" || vr == "OV" || vr == "SV" || vr == "UV" ? 8 : 1;
  }

  Encoding encoding_;
  Bytes bytes_;
};

inline Bytes data_set_bytes(const DicomObject& object, Encoding encoding = {}) { return DicomWriter(encoding).write(object); }

/// Group 0002, with the group length in front (PS3.10 table 7.1-1).
inline Bytes meta_bytes(const DicomObject& object, const std::string& transfer_syntax)
{
  DicomObject meta;
  const auto same_uid = [&object](std::uint16_t element)
  {
    const auto found = std::find_if(object.elements.begin(), object.elements.end(),
                                    [element](const auto& candidate) {
                                      return candidate.tag == Tag{0x0008, element};
                                    });
    return found == object.elements.end() ? Bytes{} : found->value;
  };
  meta.raw({0x0002, 0x0001}, "OB", {std::byte{0}, std::byte{1}});
  meta.raw({0x0002, 0x0002}, "UI", same_uid(0x0016)).raw({0x0002, 0x0003}, "UI", same_uid(0x0018));
  meta.text({0x0002, 0x0010}, "UI", transfer_syntax).text({0x0002, 0x0012}, "UI", "2.25.1");
  const Bytes rest = data_set_bytes(meta);
  Bytes bytes = data_set_bytes(DicomObject{}.ul({0x0002, 0x0000}, {static_cast<std::uint32_t>(rest.size())}));
  append(bytes, rest);
  return bytes;
}

/// Preamble, "DICM", group 0002 and the data set.
inline Bytes dicom_file(const DicomObject& object, const std::string& transfer_syntax = syntax::explicit_little)
{
  Bytes bytes(128);
  append(bytes, bytes_of("DICM"));
  append(bytes, meta_bytes(object, transfer_syntax));
  append(bytes, data_set_bytes(object, encoding_of(transfer_syntax)));
  return bytes;
}
}  // namespace nadir::testing
