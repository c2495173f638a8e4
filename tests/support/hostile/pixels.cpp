#include "tests/support/hostile/hostile_file.h"

// Files whose pixel data are not what rows, columns, frames, bits and transfer syntax say.
namespace nadir::testing
{
namespace
{
constexpr Tag samples{0x0028, 0x0002};
constexpr Tag photometric{0x0028, 0x0004};
constexpr Tag frames{0x0028, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};
constexpr Tag allocated{0x0028, 0x0100};
constexpr Tag stored{0x0028, 0x0101};
constexpr Tag high_bit{0x0028, 0x0102};
constexpr Tag representation{0x0028, 0x0103};
constexpr Tag pixel_data{0x7fe0, 0x0010};

struct Size
{
  std::uint16_t rows;
  std::uint16_t columns;
  const char* frames;
};

void resize(DicomObject& object, const Size& size)
{
  set_number(object, rows, size.rows);
  set_number(object, columns, size.columns);
  object.text(frames, "IS", size.frames).sorted();
}

std::string name_of(const Size& size) { return std::to_string(size.rows) + " x " + std::to_string(size.columns) + " x " + size.frames; }

void set_pixels(DicomObject& object, std::size_t size) { object.at(pixel_data).value.resize(size); }

DicomObject fragments_of(std::vector<Bytes> fragments, Bytes offset_table, const char* frame_count)
{
  DicomObject object = slice_header(hostile_seed_spec()).encapsulated(std::move(fragments), std::move(offset_table));
  return object.text(frames, "IS", frame_count).sorted();
}

Bytes offsets(std::initializer_list<std::uint32_t> values)
{
  Bytes table;
  for (const auto value : values) append_number(table, value, false);
  return table;
}
}  // namespace

void add_frame_sizes(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "frame size");
  // The last ones have a product that is 32 bytes, or none, when it is cut to 32 bits.
  for (const Size& size : {Size{65535, 65535, "1"},
                           Size{16385, 1, "1"},
                           Size{1, 16385, "1"},
                           Size{16384, 16384, "20000"},
                           Size{4, 4, "20001"},
                           Size{4, 4, "2147483647"},
                           Size{65535, 65535, "2147483647"},
                           Size{512, 512, "1"},
                           Size{4, 5, "1"},
                           Size{8, 4, "1"},
                           Size{0, 4, "1"},
                           Size{4, 0, "1"},
                           Size{4, 4, "0"},
                           Size{4, 4, "-1"},
                           Size{4, 4, "-2147483648"},
                           Size{4, 4, "2147483648"},
                           Size{4, 4, "2"},
                           Size{4, 4, "1.0"},
                           Size{4, 4, "1e0"},
                           Size{4, 4, "0x1"},
                           Size{4, 4, "1\\1"},
                           Size{4, 4, "one"},
                           Size{16384, 16384, "8"},
                           Size{4, 4, "134217729"},
                           Size{4, 4, "268435457"}})
    family.slice(name_of(size), Fate::RefusedAtGate, [size](DicomObject& object) { resize(object, size); });
  family.slice("2^32 with no pixels", Fate::RefusedAtGate,
               [](DicomObject& object)
               {
                 resize(object, {16384, 16384, "8"});
                 set_pixels(object, 0);
               });
  for (const Tag tag : {rows, columns})
    family.slice(name_of(tag) + " twice in one", Fate::RefusedAtGate,
                 [tag](DicomObject& object) { append_number(object.at(tag).value, std::uint16_t{4}, false); });
  for (const Tag tag : {rows, columns, allocated})
    family.slice(name_of(tag) + " of one byte", Fate::RefusedAtGate, [tag](DicomObject& object) { object.at(tag).value.resize(1); });
}

void add_bit_layouts(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "bits");
  struct Case
  {
    Tag tag;
    std::uint16_t value;
  };
  for (const Case& spoiled : {Case{high_bit, 31},   Case{high_bit, 15},      Case{high_bit, 12},
                              Case{high_bit, 10},   Case{high_bit, 0},       Case{high_bit, 65535},
                              Case{stored, 0},      Case{stored, 17},        Case{stored, 16},
                              Case{stored, 13},     Case{stored, 65535},     Case{allocated, 0},
                              Case{allocated, 1},   Case{allocated, 7},      Case{allocated, 8},
                              Case{allocated, 12},  Case{allocated, 24},     Case{allocated, 32},
                              Case{allocated, 64},  Case{allocated, 65535},  Case{samples, 0},
                              Case{samples, 2},     Case{samples, 3},        Case{samples, 4},
                              Case{samples, 65535}, Case{representation, 2}, Case{representation, 65535}})
    family.slice(nadir::testing::name_of(spoiled.tag) + " = " + std::to_string(spoiled.value), Fate::RefusedAtGate,
                 [spoiled](DicomObject& object) { set_number(object, spoiled.tag, spoiled.value); });
  for (const char* name : {"PALETTE COLOR", "MONOCHROME3", "RGB", "YBR_FULL_422", "", "ARGB"})
    family.slice(std::string("photometric ") + name, Fate::NotMeasurable,
                 [name](DicomObject& object) { set_text(object, photometric, name); });
}

void add_pixel_lengths(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "pixel length");
  for (const auto& transfer_syntax : {syntax::implicit_little, syntax::explicit_little, syntax::explicit_big})
    for (const std::size_t size : {0u, 1u, 2u, 16u, 30u, 31u, 33u, 34u, 64u, 4096u})
      family.slice(
          std::to_string(size) + " of 32 bytes in " + transfer_syntax, Fate::RefusedAtGate,
          [size](DicomObject& object) { set_pixels(object, size); }, transfer_syntax);
  for (const std::size_t missing : {1u, 2u, 8u, 31u, 32u})
    family.add("file cut " + std::to_string(missing) + " bytes before its end", Fate::RefusedAtGate,
               [missing]
               {
                 Bytes bytes = dicom_file(hostile_seed());
                 bytes.resize(bytes.size() - missing);
                 return bytes;
               });
  family.slice("no pixel data", Fate::RefusedAtGate, [](DicomObject& object) { object.remove(pixel_data); });
  family.slice("pixel data twice", Fate::RefusedAtGate, [](DicomObject& object) { object.add(object.at(pixel_data)); });
  family.slice("pixel data and float pixel data", Fate::RefusedAtGate,
               [](DicomObject& object) {
                 object.raw({0x7fe0, 0x0008}, "OF", Bytes(64));
               });
  family.slice("pixel data of type UT", Fate::RefusedAtGate, [](DicomObject& object) { object.at(pixel_data).vr = "UT"; });
  family.slice("pixel data of type SQ", Fate::RefusedAtGate, [](DicomObject& object) { object.at(pixel_data).vr = "SQ"; });
  for (const char* vr : {"OB", "UN"})
    family.slice(
        std::string("big-endian pixel data of type ") + vr, Fate::RefusedAtGate,
        [vr](DicomObject& object) { object.at(pixel_data).vr = vr; }, syntax::explicit_big);
  family.slice("pixel data inside a sequence", Fate::RefusedAtGate,
               [](DicomObject& object)
               {
                 DicomObject item;
                 item.add(object.at(pixel_data));
                 object.remove(pixel_data).sequence({0x0088, 0x0200}, {item});
               });
  family.slice("icon image beside the image", Fate::Harmless,
               [](DicomObject& object)
               {
                 DicomObject icon;
                 icon.encapsulated({Bytes(6)});
                 object.elements.insert(object.elements.end() - 1, DicomObject{}.sequence({0x0088, 0x0200}, {icon}).elements.front());
               });
  family.add("rubbish behind the pixels", Fate::RefusedAtGate,
             []
             {
               Bytes bytes = dicom_file(hostile_seed());
               append(bytes, bytes_of("<script>alert(1)</script>"));
               return bytes;
             });
}

void add_transfer_syntaxes(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "transfer syntax");
  const auto nothing = [](DicomObject&) {};
  for (const char* uid :
       {"1.2.840.10008.1.2.9", "1.2.3", "..", "../../etc/passwd", "1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.95",
        "1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.107", "1.2.840.113619.5.2", "1.2.840.10008.1.20", "1.2.840.10008.1.2.6.1",
        "explicit", "1.2.840.10008.1.2.1 1.2.840.10008.1.2", "1.2.840.10008.1.2\\1.2.840.10008.1.2.1"})
    family.slice(uid, Fate::RefusedAtGate, nothing, uid);
  for (const auto& uid : {syntax::rle, syntax::jpeg_baseline, syntax::jpeg_lossless, syntax::jpeg_ls, syntax::jpeg_2000})
    family.slice("native pixels in " + uid, Fate::RefusedAtGate, nothing, uid);
  for (const auto& uid : {syntax::implicit_little, syntax::explicit_little, syntax::explicit_big})
    family.add("fragments in " + uid, Fate::RefusedAtGate, [uid] { return dicom_file(fragments_of({Bytes(32)}, {}, "1"), uid); });
  const auto declared_as = [&family](std::string name, Fate fate, std::string uid, Encoding written)
  { family.add(std::move(name), fate, [uid, written] { return seed_with_data(data_set_bytes(hostile_seed(), written), uid); }); };
  declared_as("implicit written, explicit declared", Fate::Harmless, syntax::explicit_little, {false, false});
  declared_as("explicit written, implicit declared", Fate::Harmless, syntax::implicit_little, {true, false});
  declared_as("big endian written, little declared", Fate::RefusedAtGate, syntax::explicit_little, {true, true});
  declared_as("little written, big endian declared", Fate::RefusedAtGate, syntax::explicit_big, {true, false});
  declared_as("implicit written, big endian declared", Fate::RefusedAtGate, syntax::explicit_big, {false, false});
  declared_as("implicit big endian", Fate::RefusedAtGate, syntax::implicit_little, {false, true});
}

void add_fragments(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "fragments");
  const auto bad = [&family](std::string name, std::vector<Bytes> fragments, Bytes table, const char* count)
  {
    family.add(std::move(name), Fate::RefusedAtGate,
               [fragments = std::move(fragments), table = std::move(table), count]
               { return dicom_file(fragments_of(fragments, table, count), syntax::jpeg_2000); });
  };
  bad("none", {}, {}, "1");
  bad("one for two frames", {Bytes(8)}, {}, "2");
  bad("three for two frames, no table", {Bytes(8), Bytes(8), Bytes(8)}, {}, "2");
  bad("table beyond the data", {Bytes(8), Bytes(8), Bytes(8)}, offsets({0, 0xfffffff0}), "2");
  bad("table into a fragment", {Bytes(8), Bytes(8), Bytes(8)}, offsets({0, 17}), "2");
  bad("table that does not rise", {Bytes(8), Bytes(8), Bytes(8)}, offsets({0, 0}), "2");
  bad("table that does not start at the first", {Bytes(8), Bytes(8), Bytes(8)}, offsets({16, 32}), "2");
  bad("table of another count", {Bytes(8), Bytes(8)}, offsets({0, 16}), "1");
  bad("table of three bytes", {Bytes(8)}, Bytes(3), "1");
  bad("table of 100,000 frames", {Bytes(8)}, Bytes(400'000), "1");
  const auto cut = [&family](std::string name, std::size_t bytes_from_end)
  {
    family.add(std::move(name), Fate::RefusedAtGate,
               [bytes_from_end]
               {
                 Bytes bytes = dicom_file(fragments_of({Bytes(40), Bytes(40)}, {}, "1"), syntax::jpeg_2000);
                 bytes.resize(bytes.size() - bytes_from_end);
                 return bytes;
               });
  };
  cut("cut before the end delimiter", 8);
  cut("cut inside the end delimiter", 3);
  cut("cut inside a fragment", 20);
  cut("cut between fragments", 56);
  cut("cut behind the offset table", 104);
  const auto patched = [&family](std::string name, std::size_t from_end, std::uint32_t value)
  {
    family.add(std::move(name), Fate::RefusedAtGate,
               [from_end, value]
               {
                 Bytes bytes = dicom_file(fragments_of({Bytes(40)}, {}, "1"), syntax::jpeg_2000), number;
                 append_number(number, value, false);
                 std::copy(number.begin(), number.end(), bytes.end() - static_cast<std::ptrdiff_t>(from_end));
                 return bytes;
               });
  };
  patched("fragment of undefined length", 52, 0xffffffff);
  patched("fragment of 4 GB", 52, 0xfffffffe);
  patched("fragment one byte too long", 52, 49);
  patched("attribute instead of a fragment", 56, 0x00200010);
  patched("item end instead of the sequence end", 8, 0xe00dfffe);
}
}  // namespace nadir::testing
