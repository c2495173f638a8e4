#include "imaging/gate/dicom_file.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/support/dicom_samples.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::HasSubstr;

namespace
{
constexpr std::size_t prefix_size = 132;

std::string verdict(const Result<DicomFile>& file) { return file ? "accepted" : std::string(file.failure().code()); }

std::string verdict_of(Bytes bytes) { return verdict(DicomFile::parse(std::move(bytes))); }

Bytes without_prefix(const Bytes& file) { return Bytes(file.begin() + prefix_size, file.end()); }

/// Sequences inside sequences, `depth` of them, as a file.
Bytes nested(int depth, LengthForm form)
{
  DicomObject object;
  object.text({0x0020, 0x4000}, "LT", "bottom");
  for (int i = 0; i < depth; ++i) object = DicomObject{}.sequence({0x0040, 0xa730}, {object}, form);
  object.text({0x0008, 0x0016}, "UI", sop_class::comprehensive_sr);
  return dicom_file(object);
}
}  // namespace

class GoodFile : public ::testing::TestWithParam<std::string>
{
};

TEST_P(GoodFile, IsAcceptedWithItsAttributesAndPixels)
{
  const auto file = DicomFile::parse(dicom_file(classic_slice({.z = 12.5}), GetParam()));
  ASSERT_TRUE(file) << file.failure().message();
  EXPECT_EQ(file->transfer_syntax(), GetParam());
  EXPECT_EQ(file->is_big_endian(), GetParam() == syntax::explicit_big);
  EXPECT_EQ(file->data().text({0x0010, 0x0020}), "P1");
  EXPECT_EQ(file->meta().text({0x0002, 0x0010}), GetParam());
  EXPECT_EQ(file->data().numbers({0x0020, 0x0032}, NumberVr::DS)->at(2), 12.5);
  ASSERT_TRUE(file->pixels());
  EXPECT_EQ(file->pixels()->native.length, 32u);
  EXPECT_EQ(file->pixels()->native.offset + 32u, file->file_size());
}

TEST_P(GoodFile, IsAcceptedWithoutPreambleAndHeader)
{
  const auto encoding = encoding_of(GetParam());
  const auto file = DicomFile::parse(data_set_bytes(classic_slice(), encoding));
  ASSERT_TRUE(file) << file.failure().message();
  EXPECT_EQ(file->transfer_syntax(), GetParam());
  EXPECT_EQ(file->data_set_offset(), 0u);
}

TEST_P(GoodFile, IsAcceptedWithoutPreambleButWithHeader)
{
  const auto file = DicomFile::parse(without_prefix(dicom_file(classic_slice(), GetParam())));
  ASSERT_TRUE(file) << file.failure().message();
  EXPECT_EQ(file->transfer_syntax(), GetParam());
}

TEST_P(GoodFile, IsReadAlikeFromDiskAndFromMemory)
{
  DicomObject object = enhanced_object(40);
  object.raw({0x7fe1, 0x1010}, "UN", Bytes(100'000, std::byte{7})).text({0xfffc, 0xfffc}, "OB", "pad ");
  const Bytes bytes = dicom_file(object, GetParam());
  const TemporaryFolder folder;
  const auto disk = DicomFile::open(folder.write("a.dcm", {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  const auto memory = DicomFile::parse(bytes);
  ASSERT_TRUE(disk && memory);
  EXPECT_EQ(disk->data().tags(), memory->data().tags());
  for (const Tag tag : memory->data().tags())
    EXPECT_TRUE(std::ranges::equal(disk->data().bytes(tag), memory->data().bytes(tag))) << text_of(tag);
  EXPECT_EQ(disk->pixels()->native.offset, memory->pixels()->native.offset);
  EXPECT_EQ(disk->data().items({0x5200, 0x9230}).size(), 40u);
  EXPECT_TRUE(disk->memory().empty());
  EXPECT_EQ(memory->memory().size(), bytes.size());
}

INSTANTIATE_TEST_SUITE_P(Syntaxes, GoodFile, ::testing::Values(syntax::implicit_little, syntax::explicit_little, syntax::explicit_big),
                         [](const auto& instance) {
                           return instance.index == 0 ? "Implicit" : instance.index == 1 ? "Explicit" : "BigEndian";
                         });

TEST(DicomFile, TellsForeignFilesFromDamagedOnes)
{
  EXPECT_EQ(verdict_of({}), "gate.not-dicom");
  EXPECT_EQ(verdict_of(bytes_of("# Readme\nThis folder holds images.\n")), "gate.not-dicom");
  EXPECT_EQ(verdict_of(bytes_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")), "gate.not-dicom");
  EXPECT_EQ(verdict_of(Bytes(1000)), "gate.not-dicom");
  Bytes only_prefix(128);
  append(only_prefix, bytes_of("DICM"));
  EXPECT_EQ(verdict_of(only_prefix), "gate.truncated");
}

TEST(DicomFile, TakesABareDataSetOnlyWhenItIsUnmistakable)
{
  DicomObject nameless, wrong_group;
  nameless.text({0x0008, 0x0005}, "CS", "ISO_IR 100").text({0x0008, 0x0012}, "DA", "20240131").text({0x0008, 0x0013}, "TM", "10");
  EXPECT_EQ(verdict_of(data_set_bytes(nameless)), "gate.not-dicom");
  wrong_group.text({0x0006, 0x0010}, "LO", "ab");
  for (const auto& element : structure_set().elements) wrong_group.add(element);
  EXPECT_EQ(verdict_of(data_set_bytes(wrong_group)), "gate.not-dicom");
}

TEST(DicomFile, CallsABareDataSetDamagedOnceEnoughOfItWasRead)
{
  Bytes few = data_set_bytes(DicomObject{}.text({0x0008, 0x0005}, "CS", "ISO_IR 100")), many = data_set_bytes(slice_header());
  append(few, bytes_of("and so on, and so on"));
  append(many, bytes_of("and so on, and so on"));
  EXPECT_EQ(verdict_of(few), "gate.not-dicom");
  EXPECT_EQ(verdict_of(many), "gate.malformed");
}

TEST(DicomFile, RefusesEveryCutOfAnImage)
{
  const Bytes whole = dicom_file(classic_slice());
  for (std::size_t size = prefix_size; size < whole.size(); ++size)
    EXPECT_NE(verdict_of(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))), "accepted") << size;
}

TEST(DicomFile, NamesACutInsidePixelDataTruncated)
{
  Bytes bytes = dicom_file(classic_slice());
  bytes.resize(bytes.size() - 5);
  EXPECT_EQ(verdict_of(bytes), "gate.truncated");
}

TEST(DicomFile, RefusesAnImageClassWithoutPixels) { EXPECT_EQ(verdict_of(dicom_file(slice_header())), "gate.truncated"); }

TEST(DicomFile, RefusesAnUnknownClassThatDescribesPixelsItDoesNotHave)
{
  DicomObject object = slice_header();
  object.at({0x0008, 0x0016}).value = bytes_of("1.2.3.4 ");
  EXPECT_EQ(verdict_of(dicom_file(object)), "gate.truncated");
}

TEST(DicomFile, AcceptsObjectsThatHaveNoPixels)
{
  const auto file = DicomFile::parse(dicom_file(structure_set()));
  ASSERT_TRUE(file);
  EXPECT_FALSE(file->pixels());
}

TEST(DicomFile, LimitsNesting)
{
  for (const auto form : {LengthForm::Defined, LengthForm::Undefined})
  {
    EXPECT_EQ(verdict_of(nested(64, form)), "accepted");
    EXPECT_EQ(verdict_of(nested(65, form)), "gate.too-deep");
  }
}

// 8 MB of sequences that never end: refused at the limit, without using the stack.
TEST(DicomFile, RefusesHalfAMillionNestedSequences)
{
  Bytes bytes = dicom_file(DicomObject{}.text({0x0008, 0x0016}, "UI", sop_class::comprehensive_sr));
  const Bytes opening = bytes_of(std::string_view("\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff", 20));
  for (int i = 0; i < 500'000; ++i) append(bytes, opening);
  EXPECT_EQ(verdict_of(std::move(bytes)), "gate.too-deep");
}

TEST(DicomFile, RefusesLengthsBeyondTheFileOrTheItem)
{
  DicomObject long_value = structure_set();
  long_value.text({0x4000, 0x0010}, "UT", "x ").elements.back().declared_length = 0x7ffffffe;
  EXPECT_EQ(verdict_of(dicom_file(long_value)), "gate.truncated");
  DicomObject item;
  item.text({0x3006, 0x0026}, "LO", "ab").elements.back().declared_length = 40;
  DicomObject beyond_item = DicomObject{}.text({0x0008, 0x0060}, "CS", "SR").sequence({0x3006, 0x0020}, {item}, LengthForm::Defined);
  beyond_item.text({0x4000, 0x0010}, "UT", std::string(100, 'x'));
  EXPECT_EQ(verdict_of(dicom_file(beyond_item)), "gate.malformed");
}

TEST(DicomFile, RefusesCriticalAttributesThatAreThereTwice)
{
  for (const Tag tag : {Tag{0x0010, 0x0020}, Tag{0x0020, 0x0032}, Tag{0x0020, 0x0037}, Tag{0x0028, 0x0030}, Tag{0x0028, 0x0010}})
  {
    DicomObject object = classic_slice();
    object.elements.insert(object.elements.begin(), object.at(tag));
    EXPECT_EQ(verdict_of(dicom_file(object)), "gate.duplicate-tag") << text_of(tag);
  }
}

TEST(DicomFile, RefusesForeignTypesOfCriticalAttributes)
{
  DicomObject rows = classic_slice();
  rows.at({0x0028, 0x0010}).vr = "UL";
  EXPECT_EQ(verdict_of(dicom_file(rows)), "gate.wrong-type");
  DicomObject patient = classic_slice();
  patient.at({0x0010, 0x0020}).vr = "OB";
  EXPECT_EQ(verdict_of(dicom_file(patient)), "gate.wrong-type");
}

TEST(DicomFile, RefusesOtherTextWhereANumberIsRead)
{
  DicomObject spacing = classic_slice();
  spacing.at({0x0028, 0x0030}).vr = "LO";
  EXPECT_EQ(verdict_of(dicom_file(spacing)), "gate.wrong-type");
}

TEST(DicomFile, ToleratesOneKindOfTextForAnother)
{
  DicomObject object = classic_slice();
  object.at({0x0010, 0x0020}).vr = "SH";
  EXPECT_EQ(verdict_of(dicom_file(object)), "accepted");
}

TEST(DicomFile, ToleratesPaddingBehindTheDataSet)
{
  Bytes zeros = dicom_file(classic_slice());
  zeros.resize(zeros.size() + 513);
  EXPECT_EQ(verdict_of(zeros), "accepted");
  DicomObject padded = classic_slice();
  padded.raw({0xfffc, 0xfffc}, "OB", Bytes(64));
  EXPECT_EQ(verdict_of(dicom_file(padded)), "accepted");
}

TEST(DicomFile, RefusesRubbishBehindThePixels)
{
  Bytes bytes = dicom_file(classic_slice());
  append(bytes, bytes_of("MZ this is no attribute"));
  EXPECT_NE(verdict_of(bytes), "accepted");
}

TEST(DicomFile, ReadsAttributesBehindThePixels)
{
  DicomObject object = classic_slice();
  object.text({0x0028, 0x1052}, "DS", "-5").raw({0x7fe1, 0x1001}, "OB", Bytes(4));
  const auto file = DicomFile::parse(dicom_file(object));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->data().numbers({0x0028, 0x1052}, NumberVr::DS)->at(0), -5.0);
}

TEST(DicomFile, DetectsADeflatedDataSetWithoutOpeningIt)
{
  Bytes bytes(128);
  append(bytes, bytes_of("DICM"));
  append(bytes, meta_bytes(classic_slice(), syntax::deflated));
  const auto offset = bytes.size();
  append(bytes, bytes_of("\x78\x9c not a real stream"));
  const auto file = DicomFile::parse(bytes);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->is_deflated());
  EXPECT_EQ(file->data_set_offset(), offset);
  EXPECT_TRUE(file->data().tags().empty());
}

TEST(DicomFile, FollowsTheBytesWhereTheDeclaredSyntaxIsWrong)
{
  for (const bool declares_explicit : {true, false})
  {
    Bytes bytes(128);
    append(bytes, bytes_of("DICM"));
    append(bytes, meta_bytes(classic_slice(), declares_explicit ? syntax::explicit_little : syntax::implicit_little));
    append(bytes, data_set_bytes(classic_slice(), {!declares_explicit, false}));
    const auto file = DicomFile::parse(bytes);
    ASSERT_TRUE(file) << file.failure().message();
    EXPECT_EQ(file->data().text({0x0010, 0x0020}), "P1");
  }
}

TEST(DicomFile, RefusesUnknownTransferSyntaxes)
{
  for (const char* uid : {"1.2.3.4", "1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.94", "1.2.840.113619.5.2", "../../etc"})
    EXPECT_EQ(verdict_of(dicom_file(classic_slice(), uid)), "gate.unsupported-transfer-syntax") << uid;
}

TEST(DicomFile, RefusesIdentifiersThatArePaths)
{
  for (const char* uid : {"..", "../../etc/passwd", "1.2/3", "1.2\\..\\3", ".1.2", "1..2", "CON:"})
  {
    DicomObject object = classic_slice();
    object.remove({0x0008, 0x0018}).text({0x0008, 0x0018}, "UI", uid);
    EXPECT_EQ(verdict_of(dicom_file(object)), "gate.malformed") << uid;
  }
}

TEST(DicomFile, SaysUnreadableForMissingFilesFoldersAndPipes)
{
  EXPECT_EQ(verdict(DicomFile::open("/nowhere/at/all.dcm")), "gate.unreadable");
  EXPECT_EQ(verdict(DicomFile::open(std::filesystem::temp_directory_path())), "gate.unreadable");
  EXPECT_EQ(verdict(DicomFile::open("/dev/null")), "gate.unreadable");
}

TEST(DicomFile, MessageTellsProblemReasonAndRemedyWithoutPatientOrPath)
{
  Bytes bytes = dicom_file(classic_slice());
  bytes.resize(bytes.size() - 5);
  const auto message = DicomFile::parse(bytes).failure().message();
  EXPECT_THAT(message, HasSubstr("32 bytes are declared where 27 are left"));
  EXPECT_THAT(message, HasSubstr("(7FE0,0010)"));
  EXPECT_THAT(message, HasSubstr("Copy the file again"));
  EXPECT_THAT(message, ::testing::Not(HasSubstr("Phantom")));
}

TEST(DicomFile, KeepsToItsLimits)
{
  const Bytes bytes = dicom_file(classic_slice());
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.file_bytes = 100})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.elements = 10})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.value_bytes = 4})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.attribute_bytes = 200})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.rows_or_columns = 3})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(bytes, {.decoded_bytes = 31})), "gate.too-large");
  EXPECT_EQ(verdict(DicomFile::parse(dicom_file(enhanced_object(3)), {.frames = 2})), "gate.too-large");
}
