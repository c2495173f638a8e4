#include "tests/support/hostile/hostile_file.h"

// Files whose attributes have a foreign type, are there twice, or are missing.
namespace nadir::testing
{
namespace
{
struct Attribute
{
  Tag tag;
  const char* vr;
};

/// Attributes with text that the scan reads, VRs of PS3.6. The seed need not have them.
const std::vector<Attribute>& texts()
{
  static const std::vector<Attribute> all{
      {{0x0008, 0x0008}, "CS"}, {{0x0008, 0x0016}, "UI"}, {{0x0008, 0x0018}, "UI"}, {{0x0008, 0x0020}, "DA"}, {{0x0008, 0x0022}, "DA"},
      {{0x0008, 0x002a}, "DT"}, {{0x0008, 0x0030}, "TM"}, {{0x0008, 0x0032}, "TM"}, {{0x0008, 0x0060}, "CS"}, {{0x0008, 0x103e}, "LO"},
      {{0x0010, 0x0010}, "PN"}, {{0x0010, 0x0020}, "LO"}, {{0x0010, 0x0021}, "LO"}, {{0x0010, 0x0030}, "DA"}, {{0x0010, 0x0040}, "CS"},
      {{0x0018, 0x0010}, "LO"}, {{0x0018, 0x0015}, "CS"}, {{0x0018, 0x0020}, "CS"}, {{0x0018, 0x0021}, "CS"}, {{0x0018, 0x5100}, "CS"},
      {{0x0018, 0x9075}, "CS"}, {{0x0020, 0x000d}, "UI"}, {{0x0020, 0x000e}, "UI"}, {{0x0020, 0x0052}, "UI"}, {{0x0020, 0x0060}, "CS"},
      {{0x0020, 0x9056}, "SH"}, {{0x0028, 0x0004}, "CS"}, {{0x0028, 0x1054}, "LO"}};
  return all;
}

const std::vector<Attribute>& numbers()
{
  static const std::vector<Attribute> all{
      {{0x0018, 0x0050}, "DS"}, {{0x0018, 0x0080}, "DS"}, {{0x0018, 0x0081}, "DS"}, {{0x0018, 0x0082}, "DS"}, {{0x0018, 0x0086}, "IS"},
      {{0x0018, 0x0088}, "DS"}, {{0x0018, 0x1060}, "DS"}, {{0x0018, 0x1314}, "DS"}, {{0x0018, 0x9087}, "FD"}, {{0x0020, 0x0011}, "IS"},
      {{0x0020, 0x0012}, "IS"}, {{0x0020, 0x0013}, "IS"}, {{0x0020, 0x0032}, "DS"}, {{0x0020, 0x0037}, "DS"}, {{0x0020, 0x0100}, "IS"},
      {{0x0020, 0x1041}, "DS"}, {{0x0020, 0x9157}, "UL"}, {{0x0028, 0x0002}, "US"}, {{0x0028, 0x0008}, "IS"}, {{0x0028, 0x0010}, "US"},
      {{0x0028, 0x0011}, "US"}, {{0x0028, 0x0030}, "DS"}, {{0x0028, 0x0100}, "US"}, {{0x0028, 0x0101}, "US"}, {{0x0028, 0x0102}, "US"},
      {{0x0028, 0x0103}, "US"}, {{0x0028, 0x1050}, "DS"}, {{0x0028, 0x1052}, "DS"}, {{0x0028, 0x1053}, "DS"}};
  return all;
}

const std::vector<Tag>& sequences()
{
  static const std::vector<Tag> all{{0x5200, 0x9229}, {0x5200, 0x9230}, {0x0020, 0x9113}, {0x0020, 0x9116},
                                    {0x0020, 0x9111}, {0x0028, 0x9110}, {0x0028, 0x9145}, {0x0018, 0x9117},
                                    {0x0040, 0x9096}, {0x0062, 0x0002}, {0x3006, 0x0039}, {0x0008, 0x1140}};
  return all;
}

/// The seed in which the attribute has a foreign VR and a value of that VR.
void add_spoof(HostileFamily& family, Tag tag, const char* vr, Bytes value)
{
  family.slice(name_of(tag) + " as " + vr, Fate::RefusedAtGate,
               [tag, vr = std::string(vr), value = std::move(value)](DicomObject& object)
               {
                 DicomObject spoofed;
                 object.set(spoofed.raw(tag, vr, value).elements.front()).sorted();
               });
}

const std::vector<Tag>& critical()
{
  static const std::vector<Tag> all{{0x0008, 0x0016}, {0x0008, 0x0018}, {0x0008, 0x0060}, {0x0010, 0x0010}, {0x0010, 0x0020},
                                    {0x0010, 0x0030}, {0x0010, 0x0040}, {0x0020, 0x000d}, {0x0020, 0x000e}, {0x0020, 0x0032},
                                    {0x0020, 0x0037}, {0x0020, 0x0052}, {0x0028, 0x0002}, {0x0028, 0x0004}, {0x0028, 0x0010},
                                    {0x0028, 0x0011}, {0x0028, 0x0030}, {0x0028, 0x0100}, {0x0028, 0x0101}, {0x0028, 0x0102},
                                    {0x0028, 0x0103}, {0x0018, 0x0050}, {0x0018, 0x0088}};
  return all;
}
}  // namespace

void add_type_spoofs(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "type spoof");
  for (const auto& [tag, vr] : texts()) add_spoof(family, tag, "OB", bytes_of("1.2.3.4 "));
  for (const auto& [tag, vr] : texts()) add_spoof(family, tag, "US", Bytes(2));
  for (const auto& [tag, vr] : numbers()) add_spoof(family, tag, vr[1] == 'S' && vr[0] != 'U' ? "FD" : "DS", bytes_of("1\\1\\1   "));
  for (const auto& [tag, vr] : numbers()) add_spoof(family, tag, "SQ", {});
  for (const Tag tag : sequences()) add_spoof(family, tag, "OB", Bytes(8));
  for (const Tag tag : sequences()) add_spoof(family, tag, "LO", bytes_of("no items"));
}

void add_duplicates(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "twice");
  for (const Tag tag : critical())
  {
    family.slice(name_of(tag) + " in front", Fate::RefusedAtGate,
                 [tag](DicomObject& object) { object.elements.insert(object.elements.begin(), object.at(tag)); });
    family.slice(name_of(tag) + " behind the pixels", Fate::RefusedAtGate, [tag](DicomObject& object) { object.add(object.at(tag)); });
  }
  family.slice("a private attribute", Fate::Harmless,
               [](DicomObject& object) {
                 object.raw({0x7fe1, 0x1001}, "LO", bytes_of("a ")).raw({0x7fe1, 0x1001}, "LO", bytes_of("b "));
               });
}

void add_missing_attributes(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "missing");
  for (const Tag tag : {Tag{0x0028, 0x0002}, Tag{0x0028, 0x0010}, Tag{0x0028, 0x0011}, Tag{0x0028, 0x0100}, Tag{0x0028, 0x0101},
                        Tag{0x0028, 0x0102}, Tag{0x0028, 0x0103}})
  {
    family.slice(name_of(tag), Fate::RefusedAtGate, [tag](DicomObject& object) { object.remove(tag); });
    family.slice(name_of(tag) + " empty", Fate::RefusedAtGate, [tag](DicomObject& object) { object.at(tag).value.clear(); });
  }
  for (const Tag tag : {Tag{0x0020, 0x0032}, Tag{0x0020, 0x0037}, Tag{0x0028, 0x0030}, Tag{0x0010, 0x0020}, Tag{0x0020, 0x000e},
                        Tag{0x0020, 0x000d}, Tag{0x0008, 0x0018}, Tag{0x0020, 0x0052}})
  {
    family.slice(name_of(tag), Fate::NotMeasurable, [tag](DicomObject& object) { object.remove(tag); });
    family.slice(name_of(tag) + " empty", Fate::NotMeasurable, [tag](DicomObject& object) { object.at(tag).value.clear(); });
  }
}

void add_identifiers(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "identifier");
  for (const Tag tag : {Tag{0x0008, 0x0018}, Tag{0x0020, 0x000d}, Tag{0x0020, 0x000e}, Tag{0x0020, 0x0052}})
    for (const char* uid : {"..", "../../../etc/passwd", "/etc/passwd", "1.2/3", "1.2\\..\\..\\3", "C:\\1", "1..2", ".", "1.2\n3",
                            "CON:", "$(id)", "`id`", "1.2.840.10008.1111111111111111111111111111111111111111111111111111111111"})
      family.slice_with(tag, uid, Fate::RefusedAtGate);
}

void add_texts(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "text");
  for (const char* text : {"=cmd|' /C calc'!A0", "<script>alert(1)</script>", "\x1b[2J\x1b]0;title\x07", "%n%n%s%s",
                           "'; DROP TABLE lesions;--", "\xff\xfe\xfd", "a\rb\nc", "../../x", "{{7*7}}",
                           "\xe2\x80\xae"
                           "txt.exe"})
  {
    family.slice_with({0x0008, 0x103e}, text, Fate::Harmless);
    // Another image type than the neighbours' sets the slice apart.
    family.slice_with({0x0008, 0x0008}, text, Fate::NotMeasurable);
  }
  family.slice_with({0x0008, 0x103e}, std::string(10'000, 'A'), Fate::Harmless);
  for (const char* text : {"P2", "P1\\P2", "p1", "=P1"}) family.slice_with({0x0010, 0x0020}, text, Fate::NotMeasurable);
  family.slice("NUL inside the patient ID", Fate::NotMeasurable,
               [](DicomObject& object) {
                 object.at({0x0010, 0x0020}).value = bytes_of(std::string_view("P1\0X", 4));
               });
  for (const char* preamble : {"MZ",
                               "\x7f"
                               "ELF",
                               "\xcf\xfa\xed\xfe", "II*", "MM", "%PDF-1.4", "PK\3\4", "#!/bin/sh\nid\n", "<html><script>"})
    family.add(std::string("preamble of another format ") + preamble[0] + preamble[1], Fate::Harmless,
               [preamble]
               {
                 Bytes bytes = dicom_file(hostile_seed());
                 const Bytes start = bytes_of(preamble);
                 std::copy(start.begin(), start.end(), bytes.begin());
                 return bytes;
               });
  family.slice("odd length of text", Fate::Harmless, [](DicomObject& object) { object.at({0x0008, 0x103e}).value = bytes_of("odd"); });
  family.slice("tags in reverse order", Fate::Harmless, [](DicomObject& o) { std::reverse(o.elements.begin(), o.elements.end()); });
  family.add("zeros behind the pixels", Fate::Harmless,
             []
             {
               Bytes bytes = dicom_file(hostile_seed());
               bytes.resize(bytes.size() + 512);
               return bytes;
             });
}
}  // namespace nadir::testing
