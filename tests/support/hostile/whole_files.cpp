#include "tests/support/hostile/hostile_file.h"

// Files that are cut, foreign, flooded with attributes, or have an odd header.
namespace nadir::testing
{
namespace
{
constexpr std::string_view open_pixel_data("\xe0\x7f\x10\0OB\0\0\xff\xff\xff\xff", 12);
constexpr std::string_view empty_item("\xfe\xff\0\xe0\0\0\0\0", 8);
constexpr std::string_view sequence_end("\xfe\xff\xdd\xe0\0\0\0\0", 8);
constexpr std::string_view empty_private("\x11\0\x10\x10\0\0\0\0", 8);
constexpr int flood = 2'500'000;

/// `start`, then a flood of eight bytes, then `end`, behind the file header of the seed.
Bytes flooded(Bytes start, std::string_view eight_bytes, std::string_view end, const std::string& transfer_syntax)
{
  const Bytes one = bytes_of(eight_bytes);
  start.reserve(start.size() + one.size() * flood + end.size());
  for (int i = 0; i < flood; ++i) append(start, one);
  append(start, bytes_of(end));
  return seed_with_data(start, transfer_syntax);
}

Bytes report(Encoding encoding = {})
{
  DicomObject object;
  object.text({0x0008, 0x0016}, "UI", sop_class::comprehensive_sr).text({0x0008, 0x0060}, "CS", "SR");
  return data_set_bytes(object, encoding);
}
}  // namespace

void add_foreign_files(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "foreign or cut");
  const auto bad = [&family](std::string name, std::function<Bytes()> bytes)
  { family.add(std::move(name), Fate::RefusedAtGate, std::move(bytes)); };
  for (const std::size_t size : {0u, 1u, 2u, 7u, 8u, 127u, 128u, 131u, 132u, 133u, 140u, 148u, 200u, 300u, 400u})
    bad("cut at " + std::to_string(size),
        [size]
        {
          Bytes cut = dicom_file(hostile_seed());
          cut.resize(size);
          return cut;
        });
  bad("only DICM", [] { return bytes_of("DICM"); });
  bad("DICM and text", [] { return bytes_of("DICM is the prefix of a DICOM file."); });
  bad("zeros", [] { return Bytes(4096); });
  bad("ones", [] { return Bytes(4096, std::byte{0xff}); });
  bad("PNG", [] { return joined({bytes_of("\x89PNG\r\n\x1a\n"), Bytes(64)}); });
  bad("NIfTI", [] { return joined({bytes_of(std::string_view("\x5c\1\0\0", 4)), Bytes(344)}); });
  bad("gzip", [] { return joined({bytes_of(std::string_view("\x1f\x8b\x08\0", 4)), Bytes(64)}); });
  bad("zip", [] { return joined({bytes_of(std::string_view("PK\3\4", 4)), Bytes(64)}); });
  bad("preamble and zeros", [] { return joined({Bytes(128), bytes_of("DICM"), Bytes(512)}); });
  bad("preamble and text", [] { return joined({Bytes(128), bytes_of("DICM"), bytes_of("nothing but text behind the prefix")}); });
  bad("data set that ends behind one tag", [] { return bytes_of(std::string_view("\x08\0\x05\0", 4)); });
  bad("binary that starts like a data set",
      [] {
        return joined({bytes_of(std::string_view("\x08\0\x05\0\x02\0\0\0ab", 10)), Bytes(30, std::byte{0xab})});
      });
}

void add_meta_headers(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "file header");
  const auto with_meta = [](const Bytes& meta) { return joined({Bytes(128), bytes_of("DICM"), meta, data_set_bytes(hostile_seed())}); };
  for (const std::uint32_t length : {0u, 1u, 0xffffffffu, 0x7fffffffu})
    family.add("group length " + std::to_string(length), Fate::Harmless,
               [length]
               {
                 Bytes bytes = dicom_file(hostile_seed());
                 const Bytes number = length_of(length);
                 std::copy(number.begin(), number.end(), bytes.begin() + 140);
                 return bytes;
               });
  family.add("unknown type in it", Fate::RefusedAtGate,
             [=]
             {
               return with_meta(bytes_of(std::string_view("\2\0\x10\0ZZ\4\0"
                                                          "1234",
                                                          12)));
             });
  family.add("4 GB attribute in it", Fate::RefusedAtGate,
             [=] { return with_meta(bytes_of(std::string_view("\2\0\1\0OB\0\0\xfe\xff\xff\xff", 12))); });
  family.add("transfer syntax twice", Fate::RefusedAtGate,
             [=]
             {
               DicomObject meta;
               meta.text({2, 0x10}, "UI", syntax::explicit_little).text({2, 0x10}, "UI", syntax::implicit_little);
               return with_meta(data_set_bytes(meta));
             });
  family.add("transfer syntax of binary type", Fate::RefusedAtGate,
             [=] {
               return with_meta(data_set_bytes(DicomObject{}.raw({2, 0x10}, "OB", bytes_of(syntax::explicit_little))));
             });
  family.add("written with implicit VR", Fate::Harmless,
             [=] {
               return with_meta(data_set_bytes(DicomObject{}.text({2, 0x10}, "UI", syntax::explicit_little), {false, false}));
             });
  family.add("without transfer syntax", Fate::Harmless,
             [=] {
               return with_meta(data_set_bytes(DicomObject{}.text({2, 0x12}, "UI", "2.25.1")));
             });
  family.add("absent behind the prefix", Fate::Harmless, [=] { return with_meta({}); });
  family.add("absent, big endian behind the prefix", Fate::Harmless,
             [] {
               return joined({Bytes(128), bytes_of("DICM"), data_set_bytes(hostile_seed(), {true, true})});
             });
}

void add_floods(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "flood");
  const auto bad = [&family](std::string name, std::function<Bytes()> bytes)
  { family.add(std::move(name), Fate::RefusedAtGate, std::move(bytes)); };
  bad("attributes", [] { return flooded(report({false, false}), empty_private, "", syntax::implicit_little); });
  bad("items", [] { return flooded(joined({report(), bytes_of(open_sequence)}), empty_item, sequence_end, syntax::explicit_little); });
  bad("items of an unknown type",
      [] {
        return flooded(joined({report(), bytes_of(private_unknown), length_of(8 * flood)}), empty_item, "", syntax::explicit_little);
      });
  bad("fragments",
      [] {
        return flooded(joined({data_set_bytes(slice_header()), bytes_of(open_pixel_data)}), empty_item, sequence_end, syntax::jpeg_ls);
      });
  // Every eight zero bytes could be padding up to the end of the file: looking each time would take for ever.
  bad("zeros that end in something",
      [] {
        return flooded(report({false, false}), std::string_view("\0\0\0\0\0\0\0\0", 8), "x", syntax::implicit_little);
      });
  bad("a value of 65 MiB",
      []
      {
        const std::uint32_t size = 65u << 20;
        return seed_with_data(joined({report(), bytes_of(private_unknown), length_of(size), Bytes(size)}), syntax::explicit_little);
      });
  family.add("100,000 attributes in reverse order", Fate::Harmless,
             []
             {
               DicomObject object;
               for (std::uint16_t group = 0x4f; group > 0x41; group = static_cast<std::uint16_t>(group - 2))
                 for (std::uint16_t element = 0x7fff; element > 0x4000; --element) object.raw({group, element}, "LO", Bytes(2));
               const DicomObject seed = hostile_seed();
               object.elements.insert(object.elements.end(), seed.elements.begin(), seed.elements.end());
               return dicom_file(object);
             });
}
}  // namespace nadir::testing
