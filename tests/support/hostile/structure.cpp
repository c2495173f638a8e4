#include "tests/support/hostile/hostile_file.h"

// Files whose structure lies: lengths, nesting, delimiters, headers, numbers of elements.
namespace nadir::testing
{
namespace
{
constexpr Tag pixel_data{0x7fe0, 0x0010};
constexpr Tag content_sequence{0x0040, 0xa730};

const std::vector<std::string>& native_syntaxes()
{
  static const std::vector<std::string> all{syntax::implicit_little, syntax::explicit_little, syntax::explicit_big};
  return all;
}

DicomObject report()
{
  DicomObject object;
  return object.text({0x0008, 0x0016}, "UI", sop_class::comprehensive_sr).text({0x0008, 0x0060}, "CS", "SR");
}

/// `depth` sequences that open and never close, behind a report.
Bytes open_sequences(int depth, Encoding encoding, std::string_view vr = "SQ")
{
  Bytes opening;
  append_number(opening, content_sequence.group, encoding.big_endian);
  append_number(opening, content_sequence.element, encoding.big_endian);
  if (encoding.explicit_vr) append(opening, bytes_of(vr)), append(opening, Bytes(2));
  append_number(opening, std::uint32_t{0xffffffff}, encoding.big_endian);
  append_number(opening, std::uint16_t{0xfffe}, encoding.big_endian);
  append_number(opening, std::uint16_t{0xe000}, encoding.big_endian);
  append_number(opening, std::uint32_t{0xffffffff}, encoding.big_endian);
  Bytes bytes = data_set_bytes(report(), encoding);
  bytes.reserve(bytes.size() + opening.size() * static_cast<std::size_t>(depth));
  for (int i = 0; i < depth; ++i) append(bytes, opening);
  return bytes;
}

/// `depth` sequences of defined length, one item each, the innermost empty: 20 bytes a level with explicit VR.
Bytes closed_sequences(std::uint32_t depth)
{
  Bytes bytes = data_set_bytes(report());
  for (std::uint32_t level = 0; level < depth; ++level)
  {
    const std::uint32_t inside = 20 * (depth - level - 1);
    append(bytes, bytes_of(std::string_view("\x40\x00\x30\xa7SQ\0\0", 8)));
    append_number(bytes, inside + 8, false);
    append_number(bytes, std::uint32_t{0xe000fffe}, false);
    append_number(bytes, inside, false);
  }
  return bytes;
}

Bytes item_header(std::uint16_t element, std::uint32_t length)
{
  Bytes bytes;
  append_number(bytes, std::uint16_t{0xfffe}, false);
  append_number(bytes, element, false);
  append_number(bytes, length, false);
  return bytes;
}

/// The seed with an explicit element header in front of its pixel data, and bytes of any kind behind that header.
Bytes with_raw_element(std::string_view header, const Bytes& content, bool with_pixels = true)
{
  Bytes data = data_set_bytes(slice_header(hostile_seed_spec()));
  append(data, bytes_of(header));
  append(data, content);
  if (with_pixels) append(data, data_set_bytes(DicomObject{}.raw(pixel_data, "OW", pixels_of(hostile_seed_spec()))));
  return seed_with_data(data, syntax::explicit_little);
}

void declare(DicomObject& object, Tag tag, std::uint32_t length) { object.at(tag).declared_length = length; }
}  // namespace

void add_declared_lengths(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "declared length");
  for (const auto& transfer_syntax : native_syntaxes())
    for (const std::uint32_t length : {0xfffffffeu, 0x80000000u, 0x7fffffffu, 34u, 33u})
      family.slice(
          "pixel data " + std::to_string(length) + " in " + transfer_syntax, Fate::RefusedAtGate,
          [length](DicomObject& object) { declare(object, pixel_data, length); }, transfer_syntax);
  for (const Tag tag : {Tag{0x0008, 0x0018}, Tag{0x0010, 0x0020}, Tag{0x0020, 0x0032}, Tag{0x0028, 0x0010}, Tag{0x0028, 0x0030}})
  {
    family.slice("65534 for " + name_of(tag), Fate::RefusedAtGate, [tag](DicomObject& o) { declare(o, tag, 65534); });
    family.slice(
        "4 GB for " + name_of(tag), Fate::RefusedAtGate, [tag](DicomObject& o) { declare(o, tag, 0xfffffffe); }, syntax::implicit_little);
    family.slice("two too many for " + name_of(tag), Fate::RefusedAtGate,
                 [tag](DicomObject& o) { declare(o, tag, static_cast<std::uint32_t>(o.at(tag).value.size()) + 2); });
  }
  for (const char* vr : {"UN", "OB", "UT", "OF", "UC", "OV"})
    family.add(std::string("4 GB of ") + vr, Fate::RefusedAtGate,
               [vr]
               { return with_raw_element(std::string("\x41\0\x10\x10", 4) + vr + std::string("\0\0\xfe\xff\xff\xff", 6), Bytes(16)); });
  family.add("sequence longer than the file", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\x40\0\x30\xa7SQ\0\0\0\0\1\0", 12), item_header(0xe000, 0)); });
  family.add("item longer than its sequence", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\x40\0\x30\xa7SQ\0\0\x8\0\0\0", 12), item_header(0xe000, 8)); });
}

void add_nesting(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "nesting");
  for (const int depth : {65, 1000, 20'000, 100'000, 1'000'000})
    family.add("open sequences, " + std::to_string(depth), Fate::RefusedAtGate,
               [depth] { return seed_with_data(open_sequences(depth, {}), syntax::explicit_little); });
  for (const std::uint32_t depth : {65u, 1000u, 100'000u, 1'000'000u})
    family.add("closed sequences, " + std::to_string(depth), Fate::RefusedAtGate,
               [depth] { return seed_with_data(closed_sequences(depth), syntax::explicit_little); });
  family.add("implicit, 5000", Fate::RefusedAtGate,
             [] {
               return seed_with_data(open_sequences(5000, {false, false}), syntax::implicit_little);
             });
  family.add("big endian, 5000", Fate::RefusedAtGate,
             [] {
               return seed_with_data(open_sequences(5000, {true, true}), syntax::explicit_big);
             });
  family.add("unknown type, 5000", Fate::RefusedAtGate,
             [] {
               return seed_with_data(joined({open_sequences(1, {}, "UN"), open_sequences(5000, {false, false})}), syntax::explicit_little);
             });
  family.add("no preamble, 5000", Fate::RefusedAtGate, [] { return open_sequences(5000, {}); });
  family.add("inside the header, 5000", Fate::RefusedAtGate,
             []
             {
               Bytes bytes(128);
               append(bytes, bytes_of("DICM"));
               for (int i = 0; i < 5000; ++i)
                 append(bytes, bytes_of(std::string_view("\2\0\0\1SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff", 20)));
               return bytes;
             });
}

void add_open_ends(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "open end");
  const auto bad = [&family](std::string name, Bytes content, bool with_pixels = true)
  {
    family.add(std::move(name), Fate::RefusedAtGate,
               [content = std::move(content), with_pixels] { return with_raw_element(open_sequence, content, with_pixels); });
  };
  const Bytes item = item_header(0xe000, 0xffffffff), end_of_item = item_header(0xe00d, 0), end = item_header(0xe0dd, 0);
  bad("sequence without end", {}, false);
  bad("item without end", item, false);
  bad("sequence that swallows the pixels", joined({item, end_of_item}));
  bad("item that swallows the pixels", item);
  bad("item ends twice", joined({item, end_of_item, end_of_item, end}));
  bad("sequence ends twice", joined({item, end_of_item, end, end}));
  bad("sequence ends inside an open item", joined({item, end}));
  bad("item inside an item", joined({item, item, end_of_item, end_of_item, end}));
  bad("attribute instead of an item", data_set_bytes(DicomObject{}.text({0x0010, 0x0020}, "LO", "P2")));
  bad("item end first", joined({end_of_item, end}));
  bad("closed item ended by a delimiter", joined({item_header(0xe000, 8), end_of_item, end}));
  bad("item tag of an unknown kind", joined({item_header(0xe0aa, 0), end}));
  bad("zeros instead of items", Bytes(64));
  bad("item cut behind its tag", bytes_of("\xfe\xff"), false);
  family.add("delimiter between attributes", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\xfe\xff\x0d\xe0\0\0\0\0", 8), {}); });
  family.add("item between attributes", Fate::RefusedAtGate, [] { return with_raw_element(std::string("\xfe\xff\0\xe0\0\0\0\0", 8), {}); });
  family.add("text without length", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\x41\0\x10\x10UT\0\0\xff\xff\xff\xff", 12), bytes_of("text")); });
  family.add("unknown without length, no items", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\x41\0\x10\x10UN\0\0\xff\xff\xff\xff", 12), bytes_of("content!")); });
  family.add("type of two blanks", Fate::Harmless, [] { return with_raw_element(std::string("\x41\0\x10\x10  \4\0", 8), Bytes(4)); });
  family.add("type of small letters", Fate::Harmless, [] { return with_raw_element(std::string("\x41\0\x10\x10lo\4\0", 8), Bytes(4)); });
  family.add("no type at all", Fate::Harmless, [] { return with_raw_element(std::string("\x41\0\x10\x10\4\0\0\0", 8), Bytes(4)); });
  family.add("unknown with a short length", Fate::Harmless,
             [] { return with_raw_element(std::string("\x41\0\x10\x10UN\4\0", 8), bytes_of("    ")); });
  family.add("no type and a length that leads nowhere", Fate::RefusedAtGate,
             [] { return with_raw_element(std::string("\x41\0\x10\x10\5\0\0\0", 8), Bytes(4)); });
  for (const Tag tag : {Tag{0x0010, 0x0020}, Tag{0x0028, 0x0030}, Tag{0x0028, 0x0010}})
    family.slice("blank type of " + name_of(tag), Fate::RefusedAtGate, [tag](DicomObject& object) { object.at(tag).vr = "  "; });
  family.add("delimiters with a length", Fate::Harmless,
             [=] {
               return with_raw_element(open_sequence, joined({item, item_header(0xe00d, 4), item_header(0xe0dd, 8)}));
             });
  family.add("unknown that only looks like items", Fate::Harmless,
             [] {
               return with_raw_element(private_unknown, joined({length_of(16), item_header(0xe000, 4), Bytes(8)}));
             });
}
}  // namespace nadir::testing
