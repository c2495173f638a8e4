// Overlays in the unused bits of the pixels (PS3.3-2004 C.9.2.1.3): a name drawn there leaves the house with the pixels.
#include <gmock/gmock.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <array>
#include <vector>

#include "report/deidentify/deidentify_error.h"
#include "tests/report/deidentify/deidentifying.h"

namespace nadir::test
{
namespace
{
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

void put_cell(DcmDataset& data, Uint16 stored, Uint16 high, Uint16 representation)
{
  data.putAndInsertUint16(DCM_BitsAllocated, 16);
  data.putAndInsertUint16(DCM_BitsStored, stored);
  data.putAndInsertUint16(DCM_HighBit, high);
  data.putAndInsertUint16(DCM_PixelRepresentation, representation);
}

void put_pixels(DcmDataset& data, Uint16 every_pixel)
{
  const std::vector<Uint16> pixels(64, every_pixel);
  data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), pixels.size());
}

void put_overlay_in_bit(DcmDataset& data, Uint16 bit)
{
  data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 8);
  data.putAndInsertUint16(DcmTag(0x6000, 0x0011, EVR_US), 8);
  data.putAndInsertString(DcmTag(0x6000, 0x0040, EVR_CS), "G");
  data.putAndInsertUint16(DcmTag(0x6000, 0x0100, EVR_US), 16);
  data.putAndInsertUint16(DcmTag(0x6000, 0x0102, EVR_US), bit);
}

/// A frame in one fragment. Its bytes do not matter: nothing decodes them here.
void compress(DcmDataset& data)
{
  auto* sequence = new DcmPixelSequence(DcmTag(DCM_PixelSequenceTag, EVR_OB));
  sequence->insert(new DcmPixelItem(DcmTag(DCM_PixelItemTag, EVR_OB)));
  DcmOffsetList offsets;
  std::vector<Uint8> frame(96, 7);
  sequence->storeCompressedFrame(offsets, frame.data(), static_cast<Uint32>(frame.size()), 0);
  auto* pixels = new DcmPixelData(DCM_PixelData);
  pixels->putOriginalRepresentation(EXS_RLELossless, nullptr, sequence);
  data.insert(pixels, OFTrue);
}

Uint16 first_pixel(const std::string& bytes)
{
  const auto cleaned = read_again(bytes);
  const Uint16* pixels = nullptr;
  unsigned long count = 0;
  cleaned->file.getDataset()->findAndGetUint16Array(DCM_PixelData, pixels, &count);
  EXPECT_EQ(count, 64u);
  return pixels ? pixels[0] : Uint16{0xDEAD};
}
}  // namespace

TEST_F(Deidentifying, ClearsAnOverlayInTheHighBitsAndLeavesThePixelsValue)
{
  for (const auto syntax : {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit})
  {
    const auto path = with(
        [](DcmDataset& data)
        {
          put_cell(data, 12, 11, 0);
          put_pixels(data, 0xF123);
          put_overlay_in_bit(data, 12);
        },
        syntax);
    const auto result = deidentify(path, pseudonyms, options);
    ASSERT_TRUE(result) << result.failure().message();
    EXPECT_EQ(first_pixel(result->bytes), 0x0123);
    EXPECT_FALSE(read_again(result->bytes)->file.getDataset()->tagExists(DcmTagKey(0x6000, 0x0010)));
    EXPECT_THAT(result->warning, HasSubstr("unused bits"));
  }
}

TEST_F(Deidentifying, ClearsUnusedBitsEvenIfNoOverlayIsDeclared)
{
  const auto path = with([](DcmDataset& data) { put_cell(data, 10, 9, 0), put_pixels(data, 0x8401); });
  EXPECT_EQ(first_pixel(deidentify(path, pseudonyms, options).value().bytes), 0x0001);
}

TEST_F(Deidentifying, LeavesTheSignOfNegativeValues)
{
  for (const Uint16 minus_one : {Uint16{0xFFFF}, Uint16{0x0FFF}})
  {
    const auto path = with([&](DcmDataset& data) { put_cell(data, 12, 11, 1), put_pixels(data, minus_one); });
    const auto result = deidentify(path, pseudonyms, options);
    ASSERT_TRUE(result) << result.failure().message();
    EXPECT_EQ(first_pixel(result->bytes), minus_one);
    EXPECT_THAT(result->warning, Not(HasSubstr("unused bits")));
  }
  const auto drawn_over = with([](DcmDataset& data) { put_cell(data, 12, 11, 1), put_pixels(data, 0x7FFF); });
  EXPECT_EQ(first_pixel(deidentify(drawn_over, pseudonyms, options).value().bytes), 0xFFFF);
}

// PS3.5 8.1.2: compressed pixels may hold the bits, too, and they are not decoded here.
TEST_F(Deidentifying, RefusesAnOverlayThatItCannotReach)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        put_cell(data, 12, 11, 0);
        put_overlay_in_bit(data, 12);
        compress(data);
      },
      EXS_RLELossless);
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.failure().is(report::DeidentifyError::BurnedIn));
  EXPECT_THAT(std::string(result.failure().message()), HasSubstr("overlay"));
}

TEST_F(Deidentifying, LeavesNothingOfAnOverlayThatHasItsOwnData)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        put_overlay_in_bit(data, 0);
        const std::array<Uint16, 4> bits{1, 2, 3, 4};
        data.putAndInsertUint16Array(DcmTag(0x6000, 0x3000, EVR_OW), bits.data(), bits.size());
      });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  std::vector<Uint16> groups;
  const auto cleaned = read_again(result->bytes);
  auto& data = *cleaned->file.getDataset();
  for (unsigned long k = 0; k < data.card(); ++k)
    if ((data.getElement(k)->getGTag() & 0xFF00) == 0x6000) groups.push_back(data.getElement(k)->getETag());
  EXPECT_THAT(groups, IsEmpty());
}
}  // namespace nadir::test
