#include "imaging/dicom/loader/frame_fragments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/loader_error.h"

// Truth: DICOM PS3.5 A.4, with fragments laid out by hand: each is an 8-byte item header and its bytes.

using namespace nadir;
using namespace nadir::imaging;

namespace
{
/// Fragments of these lengths, one behind the other, the first one's bytes at offset 1000.
PixelLayout layout(int frames, std::initializer_list<std::uint64_t> lengths, std::vector<std::uint64_t> table = {})
{
  PixelLayout pixels;
  pixels.frames = frames;
  pixels.encapsulated = true;
  pixels.basic_offset_table = std::move(table);
  std::uint64_t offset = 1000;
  for (const auto length : lengths)
  {
    pixels.fragments.push_back({offset, length});
    offset += length + 8;
  }
  return pixels;
}

std::vector<std::uint64_t> offsets_of(const FrameFragments& fragments, int frame)
{
  std::vector<std::uint64_t> offsets;
  for (const auto& range : fragments.of_frame(frame)) offsets.push_back(range.offset);
  return offsets;
}

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using worker::Codec;
}  // namespace

TEST(FrameFragments, FollowTheOffsetTable)
{
  const auto fragments = FrameFragments::make(layout(2, {10, 20, 30}, {0, 18}), Codec::Jpeg).value();
  EXPECT_THAT(offsets_of(fragments, 0), ElementsAre(1000));
  EXPECT_THAT(offsets_of(fragments, 1), ElementsAre(1018, 1046));
  EXPECT_EQ(fragments.of_frame(1)[1].length, 30U);
}

TEST(FrameFragments, AreOneAFrameWhereTheCountsAgreeWhateverTheTableSays)
{
  for (const auto& table : {std::vector<std::uint64_t>{}, {0, 7}, {0, 0}})
  {
    const auto fragments = FrameFragments::make(layout(2, {10, 20}, table), Codec::Jpeg2000).value();
    EXPECT_THAT(offsets_of(fragments, 0), ElementsAre(1000));
    EXPECT_THAT(offsets_of(fragments, 1), ElementsAre(1018));
  }
}

TEST(FrameFragments, OfASingleFrameAreAll)
{
  EXPECT_THAT(offsets_of(FrameFragments::make(layout(1, {10, 20, 30}), Codec::JpegLs).value(), 0), ElementsAre(1000, 1018, 1046));
}

TEST(FrameFragments, OfAnRleFrameAreNeverMoreThanOne)
{
  EXPECT_TRUE(FrameFragments::make(layout(1, {10}), Codec::Rle));
  EXPECT_FALSE(FrameFragments::make(layout(1, {10, 20}), Codec::Rle));
}

TEST(FrameFragments, AreRefusedWhereNothingSaysWhichFrameTheyBelongTo)
{
  const auto refused = FrameFragments::make(layout(2, {10, 20, 30}), Codec::Jpeg);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.failure().is(LoaderError::DecodeFailed));
  EXPECT_THAT(refused.failure().message(), HasSubstr("3 pieces for 2 frames"));
  EXPECT_FALSE(FrameFragments::make(layout(3, {10, 20}), Codec::Jpeg));
}

TEST(FrameFragments, AreRefusedWhereTheTableContradictsThem)
{
  for (const auto& table : {std::vector<std::uint64_t>{0, 17}, {8, 18}, {0, 0}, {0, 18, 46}, {0}, {18, 0}, {0, 1U << 31}})
    EXPECT_FALSE(FrameFragments::make(layout(2, {10, 20, 30}, table), Codec::Jpeg)) << table.size();
}
