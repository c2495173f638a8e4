#include "imaging/gate/data_set.h"

#include <gmock/gmock.h>

#include "imaging/gate/dicom_file.h"
#include "tests/support/dicom_samples.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace
{
constexpr Tag spacing{0x0028, 0x0030};
constexpr Tag comments{0x0020, 0x4000};
constexpr Tag number{0x0020, 0x0013};

/// The data set of a structure-set-like object (no pixels) with these attributes added.
DataSet data_set_with(const DicomObject& extra, const std::string& transfer_syntax = syntax::explicit_little)
{
  DicomObject object;
  object.text({0x0008, 0x0016}, "UI", sop_class::rt_structure_set).text({0x0008, 0x0060}, "CS", "RTSTRUCT");
  for (const auto& element : extra.elements) object.add(element);
  const auto file = DicomFile::parse(dicom_file(object, transfer_syntax));
  EXPECT_TRUE(file) << (file ? "" : file.failure().message());
  return file ? file->data() : DataSet{};
}

Result<std::vector<double>> decimal(std::string_view text)
{
  return data_set_with(DicomObject{}.text(spacing, "DS", text)).numbers(spacing, NumberVr::DS);
}

Result<std::vector<double>> integer(std::string_view text)
{
  return data_set_with(DicomObject{}.text(number, "IS", text)).numbers(number, NumberVr::IS);
}
}  // namespace

// PS3.5 table 6.2-1: fixed or floating point, blanks around it.
TEST(DecimalString, ReadsWhatTheStandardAllows)
{
  EXPECT_THAT(*decimal("0.5\\0.75"), ElementsAre(0.5, 0.75));
  EXPECT_THAT(*decimal(" -1.5E+02 \\ +3 "), ElementsAre(-150.0, 3.0));
  EXPECT_THAT(*decimal("1e-3\\.5\\2."), ElementsAre(0.001, 0.5, 2.0));
}

TEST(DecimalString, ReadsLongerValuesThanSixteenCharacters) { EXPECT_THAT(*decimal("0.78125000000000000"), ElementsAre(0.78125)); }

TEST(DecimalString, OfNothingOrBlanksHasNoValue)
{
  EXPECT_TRUE(decimal("")->empty());
  EXPECT_TRUE(decimal("    ")->empty());
}

TEST(DecimalString, RefusesWhatOthersGuessAt)
{
  for (const char* text : {"0,75\\0,75", "nan\\nan", "inf", "-inf", "0x10", "1\\\\2", "\\",       "1e999", "1 2", "--1",
                           "+-1",        "1.2.3",    "e5",  "1e",   "abc",  "0.5 mm", "\xd9\xa1", "1;2",   "-",   "."})
    EXPECT_TRUE(!decimal(text) && decimal(text).failure().is(GateError::BadNumber)) << text;
}

TEST(DecimalString, RefusesANulBetweenDigits)
{
  const auto set = data_set_with(DicomObject{}.raw(spacing, "DS",
                                                   bytes_of(std::string_view("1\0"
                                                                             "5.",
                                                                             4))));
  EXPECT_FALSE(set.numbers(spacing, NumberVr::DS));
}

TEST(DecimalString, RefusesMoreThanSixtyFourCharacters) { EXPECT_FALSE(decimal("0." + std::string(63, '0'))); }

TEST(DecimalString, FailureNamesTagAndEscapedText)
{
  const auto failure = decimal("0,75\x1b[2J").failure();
  EXPECT_THAT(failure.message(), HasSubstr("(0028,0030) holds \"0,75\\x1B[2J\""));
}

TEST(IntegerString, ReadsThirtyTwoBits)
{
  EXPECT_THAT(*integer("-2147483648\\2147483647\\+7"), ElementsAre(-2147483648.0, 2147483647.0, 7.0));
}

TEST(IntegerString, RefusesFractionsExponentsAndOverflow)
{
  for (const char* text : {"1.0", "1e2", "2147483648", "-2147483649", "1A", "0000000000001", "1\\\\2", "1,000"})
    EXPECT_TRUE(!integer(text) && integer(text).failure().is(GateError::BadNumber)) << text;
}

class DataSetInEachSyntax : public ::testing::TestWithParam<std::string>
{
};

TEST_P(DataSetInEachSyntax, GivesTheSameNumbers)
{
  DicomObject object;
  object.us({0x0028, 0x0010}, {513, 65535})
      .ss({0x0028, 0x9235}, -2)
      .ul({0x0020, 0x9157}, {70000, 4294967295u})
      .sl({0x0018, 0x6020}, -70000);
  object.fl({0x0070, 0x0022}, 1.5f).fd({0x0018, 0x9087}, {800.25, -0.125}).text(spacing, "DS", "0.5\\0.75");
  const auto set = data_set_with(object, GetParam());
  EXPECT_THAT(*set.numbers({0x0028, 0x0010}, NumberVr::US), ElementsAre(513, 65535));
  EXPECT_THAT(*set.numbers({0x0028, 0x9235}, NumberVr::SS), ElementsAre(-2));
  EXPECT_THAT(*set.numbers({0x0020, 0x9157}, NumberVr::UL), ElementsAre(70000, 4294967295.0));
  EXPECT_THAT(*set.numbers({0x0018, 0x6020}, NumberVr::SL), ElementsAre(-70000));
  EXPECT_THAT(*set.numbers({0x0070, 0x0022}, NumberVr::FL), ElementsAre(1.5));
  EXPECT_THAT(*set.numbers({0x0018, 0x9087}, NumberVr::FD), ElementsAre(800.25, -0.125));
  EXPECT_THAT(*set.numbers(spacing, NumberVr::DS), ElementsAre(0.5, 0.75));
}

TEST_P(DataSetInEachSyntax, FindsItemsOfOpenAndClosedSequences)
{
  for (const auto form : {LengthForm::Defined, LengthForm::Undefined})
  {
    DicomObject inner, first, second;
    inner.text({0x0020, 0x0032}, "DS", "1\\2\\3");
    first.sequence({0x0020, 0x9113}, {inner}, form).text({0x0020, 0x9056}, "SH", "A");
    second.text({0x0020, 0x9056}, "SH", "B");
    const auto set = data_set_with(DicomObject{}.sequence({0x5200, 0x9230}, {first, second, {}}, form), GetParam());
    const auto items = set.items({0x5200, 0x9230});
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0].text({0x0020, 0x9056}), "A");
    EXPECT_EQ(items[1].text({0x0020, 0x9056}), "B");
    EXPECT_TRUE(items[2].tags().empty());
    ASSERT_EQ(items[0].items({0x0020, 0x9113}).size(), 1u);
    EXPECT_THAT(*items[0].items({0x0020, 0x9113})[0].numbers({0x0020, 0x0032}, NumberVr::DS), ElementsAre(1, 2, 3));
    EXPECT_EQ(set.vr({0x5200, 0x9230}), "SQ");
  }
}

INSTANTIATE_TEST_SUITE_P(Syntaxes, DataSetInEachSyntax,
                         ::testing::Values(syntax::implicit_little, syntax::explicit_little, syntax::explicit_big),
                         [](const auto& instance) {
                           return instance.index == 0 ? "Implicit" : instance.index == 1 ? "Explicit" : "BigEndian";
                         });

TEST(DataSet, RefusesNumbersOfAnotherType)
{
  const auto set = data_set_with(DicomObject{}.fd({0x0018, 0x605a}, {1.0}).us({0x0018, 0x605c}, {1}));
  EXPECT_TRUE(set.numbers({0x0018, 0x605a}, NumberVr::DS).failure().is(GateError::WrongType));
  EXPECT_TRUE(set.numbers({0x0018, 0x605c}, NumberVr::UL).failure().is(GateError::WrongType));
}

TEST(DataSet, ReadsUnknownTypesAsExpected)
{
  const auto set = data_set_with(DicomObject{}.raw(spacing, "UN", bytes_of("0.5\\0.75")));
  EXPECT_THAT(*set.numbers(spacing, NumberVr::DS), ElementsAre(0.5, 0.75));
}

TEST(DataSet, RefusesBinaryNumbersOfBrokenLengthOrNotFinite)
{
  const auto odd = data_set_with(DicomObject{}.raw({0x0018, 0x605c}, "FD", Bytes(12)));
  EXPECT_TRUE(odd.numbers({0x0018, 0x605c}, NumberVr::FD).failure().is(GateError::BadNumber));
  const auto nan = data_set_with(DicomObject{}.fd({0x0018, 0x605c}, {std::numeric_limits<double>::quiet_NaN()}));
  EXPECT_TRUE(nan.numbers({0x0018, 0x605c}, NumberVr::FD).failure().is(GateError::BadNumber));
}

TEST(DataSet, TrimsTextAndSplitsItAtBackslashes)
{
  const auto set =
      data_set_with(DicomObject{}.text({0x0008, 0x0008}, "CS", " ORIGINAL \\PRIMARY\\\\M ").raw(number, "IS", bytes_of("7 \0")));
  EXPECT_EQ(set.text({0x0008, 0x0008}), "ORIGINAL");
  EXPECT_THAT(set.texts({0x0008, 0x0008}), ElementsAre("ORIGINAL", "PRIMARY", "", "M"));
  EXPECT_EQ(set.text(number), "7");
}

TEST(DataSet, KeepsBackslashesOfLongText)
{
  const auto set = data_set_with(DicomObject{}.text(comments, "LT", "C:\\scan"));
  EXPECT_EQ(set.text(comments), "C:\\scan");
  EXPECT_THAT(set.texts(comments), ElementsAre("C:\\scan"));
}

TEST(DataSet, HasNoTextWhereTheTypeIsBinary)
{
  const auto set = data_set_with(DicomObject{}.us({0x0018, 0x605c}, {0x4141}));
  EXPECT_EQ(set.text({0x0018, 0x605c}), "");
  EXPECT_TRUE(set.texts({0x0018, 0x605c}).empty());
}

TEST(DataSet, AnswersForAbsentAttributes)
{
  const auto set = data_set_with({});
  EXPECT_FALSE(set.contains(spacing));
  EXPECT_EQ(set.text(spacing), "");
  EXPECT_TRUE(set.texts(spacing).empty());
  EXPECT_TRUE(set.numbers(spacing, NumberVr::DS)->empty());
  EXPECT_TRUE(set.items(spacing).empty());
  EXPECT_TRUE(set.bytes(spacing).empty());
  EXPECT_EQ(set.vr(spacing), "");
  EXPECT_TRUE(DataSet{}.tags().empty());
  EXPECT_FALSE(DataSet{}.is_big_endian());
}

TEST(DataSet, ListsTagsInOrderWhateverTheOrderInTheFile)
{
  const auto set = data_set_with(DicomObject{}.text(spacing, "DS", "1\\1").text({0x0010, 0x0020}, "LO", "P1"));
  EXPECT_THAT(set.tags(), ElementsAre(Tag{0x0008, 0x0016}, Tag{0x0008, 0x0060}, Tag{0x0010, 0x0020}, spacing));
}

TEST(DataSet, GivesTheFirstOfTwoAttributesThatNobodyReliesOn)
{
  const auto set = data_set_with(DicomObject{}.text(comments, "LT", "one").text(comments, "LT", "two"));
  EXPECT_EQ(set.text(comments), "one");
}

// An item that outlives its file: the copy must keep the bytes (seen by the address sanitizer).
TEST(DataSet, CopyOfAnItemKeepsTheFileAlive)
{
  DataSet copy;
  {
    const auto set = data_set_with(DicomObject{}.sequence({0x5200, 0x9230}, {DicomObject{}.text(comments, "LT", "kept")}));
    copy = set.items({0x5200, 0x9230})[0];
  }
  EXPECT_EQ(copy.text(comments), "kept");
}

TEST(DataSet, ReadsASequenceWrittenAsUnknown)
{
  // PS3.5 6.2.2: its content is implicit VR little-endian.
  const Bytes inside = data_set_bytes(DicomObject{}.text(comments, "LT", "in"), {false, false});
  Bytes content;
  append_number(content, std::uint32_t{0xe000fffe}, false);
  append_number(content, static_cast<std::uint32_t>(inside.size()), false);
  append(content, inside);
  for (const Tag tag : {Tag{0x0029, 0x1110}, Tag{0x5200, 0x9230}})
  {
    const auto set = data_set_with(DicomObject{}.raw(tag, "UN", content));
    ASSERT_EQ(set.items(tag).size(), 1u);
    EXPECT_EQ(set.items(tag)[0].text(comments), "in");
  }
}

TEST(DataSet, KeepsUnknownBytesThatAreNoItems)
{
  const auto set = data_set_with(DicomObject{}.raw({0x0029, 0x1010}, "UN", bytes_of("SV10\4\3\2\1")));
  EXPECT_EQ(set.bytes({0x0029, 0x1010}).size(), 8u);
  EXPECT_TRUE(set.items({0x0029, 0x1010}).empty());
}
