#include <gmock/gmock.h>

#include "imaging/gate/dicom_file.h"
#include "tests/support/dicom_samples.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::ElementsAre;

namespace
{
constexpr Tag pixel_data{0x7fe0, 0x0010};
constexpr Tag frames{0x0028, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};
constexpr Tag allocated{0x0028, 0x0100};
constexpr Tag stored{0x0028, 0x0101};
constexpr Tag high_bit{0x0028, 0x0102};

Result<DicomFile> open(const DicomObject& object, const std::string& transfer_syntax = syntax::explicit_little)
{
  return DicomFile::parse(dicom_file(object, transfer_syntax));
}

std::string verdict_of(const DicomObject& object, const std::string& transfer_syntax = syntax::explicit_little)
{
  const auto file = open(object, transfer_syntax);
  return file ? "accepted" : std::string(file.failure().code());
}

DicomObject slice_with(Tag tag, std::uint16_t value)
{
  DicomObject object = classic_slice();
  object.at(tag).value.clear();
  append_number(object.at(tag).value, value, false);
  return object;
}

/// A slice of 4 x 4 with these depths and as many pixel bytes as asked.
DicomObject slice_of_depth(std::uint16_t bits, std::uint16_t samples, std::size_t bytes)
{
  DicomObject object = slice_with(allocated, bits);
  object.remove(stored).us(stored, {bits}).remove(high_bit).us(high_bit, {static_cast<std::uint16_t>(bits - 1)});
  object.remove({0x0028, 0x0002}).us({0x0028, 0x0002}, {samples});
  object.at(pixel_data).value = Bytes(bytes);
  return object.sorted();
}

DicomObject multi_frame(std::vector<Bytes> fragments, Bytes offset_table = {})
{
  DicomObject object = compressed_slice(std::move(fragments), std::move(offset_table));
  return object.text(frames, "IS", "2").sorted();
}

Bytes offsets(std::initializer_list<std::uint32_t> values)
{
  Bytes table;
  for (const auto value : values) append_number(table, value, false);
  return table;
}
}  // namespace

TEST(NativePixels, AreDescribed)
{
  const auto file = open(classic_slice({.rows = 3, .columns = 5}));
  ASSERT_TRUE(file);
  const auto& layout = *file->pixels();
  EXPECT_EQ(layout.rows, 3);
  EXPECT_EQ(layout.columns, 5);
  EXPECT_EQ(layout.frames, 1);
  EXPECT_EQ(layout.samples, 1);
  EXPECT_EQ(layout.bits_allocated, 16);
  EXPECT_EQ(layout.bits_stored, 12);
  EXPECT_EQ(layout.high_bit, 11);
  EXPECT_FALSE(layout.is_signed || layout.is_float || layout.encapsulated);
  EXPECT_EQ(layout.photometric_interpretation, "MONOCHROME2");
  EXPECT_EQ(layout.native.length, 30u);
}

TEST(NativePixels, MustBeExactlyAsLongAsTheImage)
{
  for (const std::size_t size : {0u, 2u, 16u, 30u, 33u, 34u, 64u})
  {
    DicomObject object = classic_slice();
    object.at(pixel_data).value.resize(size);
    EXPECT_EQ(verdict_of(object), "gate.pixel-length-mismatch") << size;
  }
}

TEST(NativePixels, MayHaveOneByteOfPaddingAfterAnOddLength)
{
  DicomObject object = slice_of_depth(8, 1, 10);
  object.remove(rows).us(rows, {3}).remove(columns).us(columns, {3});
  EXPECT_EQ(verdict_of(object.sorted()), "accepted");
  object.at(pixel_data).value.resize(9);
  EXPECT_EQ(verdict_of(object), "accepted");
  object.at(pixel_data).value.resize(11);
  EXPECT_EQ(verdict_of(object), "gate.pixel-length-mismatch");
}

TEST(NativePixels, MayHaveOneEightSixteenOrThirtyTwoBits)
{
  EXPECT_EQ(verdict_of(slice_of_depth(1, 1, 2)), "accepted");
  EXPECT_EQ(verdict_of(slice_of_depth(8, 1, 16)), "accepted");
  EXPECT_EQ(verdict_of(slice_of_depth(8, 3, 48)), "accepted");
  EXPECT_EQ(verdict_of(slice_of_depth(16, 1, 32)), "accepted");
  EXPECT_EQ(verdict_of(slice_of_depth(32, 1, 64)), "accepted");
  for (const std::uint16_t bits : std::initializer_list<std::uint16_t>{0, 2, 7, 12, 24, 33, 64, 65535})
    EXPECT_EQ(verdict_of(slice_of_depth(bits, 1, 2u * bits)), "gate.unsupported-pixel-layout") << bits;
}

TEST(NativePixels, RefuseOtherSampleCounts)
{
  for (const std::uint16_t samples : std::initializer_list<std::uint16_t>{0, 2, 4, 65535})
    EXPECT_EQ(verdict_of(slice_of_depth(8, samples, 16)), "gate.unsupported-pixel-layout");
}

TEST(NativePixels, RefuseBitsThatLieElsewhere)
{
  EXPECT_EQ(verdict_of(slice_with(high_bit, 31)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(slice_with(high_bit, 15)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(slice_with(stored, 17)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(slice_with(stored, 0)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(slice_with({0x0028, 0x0103}, 2)), "gate.unsupported-pixel-layout");
}

TEST(NativePixels, RefuseMoreBitsStoredThanAllocated)
{
  DicomObject object = slice_with(stored, 17);
  object.remove(high_bit).us(high_bit, {16});
  EXPECT_EQ(verdict_of(object.sorted()), "gate.unsupported-pixel-layout");
}

TEST(NativePixels, RefuseNoRowsNoColumnsNoFrames)
{
  EXPECT_EQ(verdict_of(slice_with(rows, 0)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(slice_with(columns, 0)), "gate.unsupported-pixel-layout");
  for (const char* count : {"0", "-1"}) EXPECT_EQ(verdict_of(classic_slice().text(frames, "IS", count)), "gate.unsupported-pixel-layout");
  EXPECT_EQ(verdict_of(classic_slice().text(frames, "IS", "1A")), "gate.bad-number");
}

TEST(NativePixels, NeedEveryAttributeThatDescribesThem)
{
  for (const std::uint16_t element : std::initializer_list<std::uint16_t>{0x0002, 0x0010, 0x0011, 0x0100, 0x0101, 0x0102, 0x0103})
    EXPECT_EQ(verdict_of(classic_slice().remove({0x0028, element})), "gate.missing-attribute") << element;
}

TEST(NativePixels, RefuseSizesThatWrapAround)
{
  // 65535 x 65535 x 65535 x 16 bits does not fit 64 bits of nothing but is over every limit; 2^16 x 2^16 wraps 32 bits to 0.
  DicomObject object = slice_with(rows, 65535);
  object.remove(columns).us(columns, {65535}).text(frames, "IS", "2147483647");
  EXPECT_EQ(verdict_of(object.sorted()), "gate.too-large");
  const GateLimits none{.rows_or_columns = 65535, .frames = 2147483647, .decoded_bytes = ~std::uint64_t{0}};
  const auto file = DicomFile::parse(dicom_file(object), none);
  ASSERT_FALSE(file);
  EXPECT_TRUE(file.failure().is(GateError::PixelLengthMismatch));
}

TEST(NativePixels, OfHalvedChromaAreTwoThirdsAsLong)
{
  DicomObject object = slice_of_depth(8, 3, 32);
  object.remove({0x0028, 0x0004}).text({0x0028, 0x0004}, "CS", "YBR_FULL_422");
  EXPECT_EQ(verdict_of(object.sorted()), "accepted");
}

TEST(NativePixels, AreNotAllowedInACompressedSyntax) { EXPECT_EQ(verdict_of(classic_slice(), syntax::jpeg_ls), "gate.malformed"); }

TEST(NativePixels, MustBeThereOnce)
{
  DicomObject object = classic_slice();
  object.add(object.at(pixel_data));
  EXPECT_EQ(verdict_of(object), "gate.duplicate-tag");
}

// PS3.5 A.3: big-endian files swap the bytes of OW only. Sixteen bits in OB could be in either order.
TEST(NativePixels, InBigEndianFilesNeedATypeThatTellsTheirByteOrder)
{
  const auto as = [](const char* vr, DicomObject object)
  {
    object.at(pixel_data).vr = vr;
    return verdict_of(object, syntax::explicit_big);
  };
  EXPECT_EQ(as("OW", classic_slice()), "accepted");
  EXPECT_EQ(as("OB", classic_slice()), "gate.wrong-type");
  EXPECT_EQ(as("UN", classic_slice()), "gate.wrong-type");
  EXPECT_EQ(as("OB", slice_of_depth(8, 1, 16)), "accepted");
  EXPECT_EQ(as("OW", slice_of_depth(8, 1, 16)), "accepted");
  DicomObject little = classic_slice();
  little.at(pixel_data).vr = "OB";
  EXPECT_EQ(verdict_of(little), "accepted");
}

TEST(PackedBits, OfASegmentationFillTheLastByteOnly)
{
  for (std::uint16_t columns_wanted = 1; columns_wanted <= 17; ++columns_wanted)
    EXPECT_EQ(verdict_of(segmentation_object(3, columns_wanted, 5)), "accepted") << columns_wanted;
  DicomObject short_of_one = segmentation_object(16, 16, 3);
  short_of_one.at(pixel_data).value.resize(94);
  EXPECT_EQ(verdict_of(short_of_one), "gate.pixel-length-mismatch");
}

TEST(FloatPixels, HaveThirtyTwoOrSixtyFourBits)
{
  DicomObject object = slice_of_depth(32, 1, 0);
  object.remove(pixel_data).remove(stored).remove(high_bit).remove({0x0028, 0x0103});
  DicomObject single = object, twice = object;
  EXPECT_EQ(verdict_of(single.raw({0x7fe0, 0x0008}, "OF", Bytes(64))), "accepted");
  EXPECT_EQ(verdict_of(twice.raw({0x7fe0, 0x0009}, "OD", Bytes(128))), "gate.unsupported-pixel-layout");
  twice.remove(allocated).us(allocated, {64});
  const auto file = open(twice.sorted());
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->pixels()->is_float);
  EXPECT_EQ(file->pixels()->bits_allocated, 64);
}

TEST(FloatPixels, MayNotStandBesideOthersThatFitAsWell)
{
  DicomObject object = slice_of_depth(32, 1, 64);
  object.raw({0x7fe0, 0x0008}, "OF", Bytes(64));
  EXPECT_EQ(verdict_of(object), "gate.duplicate-tag");
}

TEST(EncapsulatedPixels, AreListedWithoutTheOffsetTable)
{
  const Bytes first = bytes_of("frame one "), second = bytes_of("frame two!");
  const auto file = open(multi_frame({first, second}, offsets({0, 18})), syntax::jpeg_2000);
  ASSERT_TRUE(file) << file.failure().message();
  const auto& layout = *file->pixels();
  ASSERT_EQ(layout.fragments.size(), 2u);
  const auto memory = file->memory();
  EXPECT_TRUE(std::ranges::equal(memory.subspan(layout.fragments[0].offset, layout.fragments[0].length), first));
  EXPECT_TRUE(std::ranges::equal(memory.subspan(layout.fragments[1].offset, layout.fragments[1].length), second));
  EXPECT_THAT(layout.basic_offset_table, ElementsAre(0, 18));
}

TEST(EncapsulatedPixels, OfOneFrameMayHaveManyFragments)
{
  const auto file = open(compressed_slice({Bytes(4), Bytes(6), Bytes(2)}), syntax::jpeg_2000);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->pixels()->fragments.size(), 3u);
}

TEST(EncapsulatedPixels, NeedAFragmentForEachFrame)
{
  EXPECT_EQ(verdict_of(multi_frame({Bytes(4)}), syntax::jpeg_2000), "gate.pixel-length-mismatch");
  EXPECT_EQ(verdict_of(compressed_slice({}), syntax::jpeg_2000), "gate.pixel-length-mismatch");
}

// PS3.5 A.4.2: a frame in RLE is one fragment.
TEST(EncapsulatedPixels, OfRunLengthsHaveOneFragmentAFrame)
{
  EXPECT_EQ(verdict_of(compressed_slice({Bytes(64), Bytes(64)}), syntax::rle), "gate.pixel-length-mismatch");
}

TEST(EncapsulatedPixels, NeedAnOffsetTableThatFitsOnlyWhereFramesAreSplit)
{
  EXPECT_EQ(verdict_of(multi_frame({Bytes(4), Bytes(4), Bytes(4)}), syntax::jpeg_2000), "gate.malformed");
  EXPECT_EQ(verdict_of(multi_frame({Bytes(4), Bytes(4), Bytes(4)}, offsets({0, 13})), syntax::jpeg_2000), "gate.malformed");
  EXPECT_EQ(verdict_of(multi_frame({Bytes(4), Bytes(4), Bytes(4)}, offsets({0, 12})), syntax::jpeg_2000), "accepted");
  const auto file = open(multi_frame({Bytes(4), Bytes(4)}, offsets({0, 99})), syntax::jpeg_2000);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->pixels()->basic_offset_table.empty());
}

TEST(EncapsulatedPixels, RefuseAnOffsetTableOfOtherFrames)
{
  EXPECT_EQ(verdict_of(compressed_slice({Bytes(4), Bytes(4)}, offsets({0, 12})), syntax::jpeg_2000), "gate.pixel-length-mismatch");
}

TEST(EncapsulatedPixels, MustEndWithADelimiter)
{
  Bytes bytes = dicom_file(compressed_slice({Bytes(40)}), syntax::jpeg_2000);
  bytes.resize(bytes.size() - 8);
  EXPECT_EQ(std::string(DicomFile::parse(bytes).failure().code()), "gate.truncated");
}

TEST(EncapsulatedPixels, AreNotAllowedInANativeSyntax) { EXPECT_EQ(verdict_of(compressed_slice({Bytes(32)})), "gate.malformed"); }

TEST(MultiFrame, MustNameItsFrames) { EXPECT_EQ(verdict_of(enhanced_object(1).remove(frames)), "gate.missing-attribute"); }

TEST(MultiFrame, NeedsAFunctionalGroupForEachFrame)
{
  DicomObject object = enhanced_object(3);
  object.at({0x5200, 0x9230}).items.pop_back();
  EXPECT_EQ(verdict_of(object), "gate.pixel-length-mismatch");
}
