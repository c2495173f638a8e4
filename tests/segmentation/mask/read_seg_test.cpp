#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "binary_text.h"
#include "dicom_masks.h"
#include "imaging/gate/gate_error.h"
#include "mask_reading.h"
#include "segmentation/mask/packed_bits.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

using nadir::testing::corner;
using nadir::testing::expect_refusal;
using nadir::testing::mask_of;
using nadir::testing::read_bytes;
using nadir::testing::SegFrameSpec;
using nadir::testing::SegSpec;

/// Voxels of a frame with these set.
std::vector<int> frame_with(const SegSpec& spec, const std::vector<std::pair<int, int>>& set, int value = 1)
{
  std::vector<int> voxels(std::size_t{spec.rows} * spec.columns, 0);
  for (const auto& [i, j] : set) voxels[static_cast<std::size_t>(j * spec.columns + i)] = value;
  return voxels;
}

/// 3 rows x 5 columns, slices at 0, 3, 6 mm in mixed order; voxels (2, 1), (3, 1) in the middle slice, (2, 1) in the others.
SegSpec sample()
{
  SegSpec spec;
  spec.frames = {{6, 1, frame_with(spec, {{2, 1}}), "2.25.6"},
                 {0, 1, frame_with(spec, {{2, 1}}), "2.25.0"},
                 {3, 1, frame_with(spec, {{2, 1}, {3, 1}}), "2.25.3"}};
  return spec;
}

TEST(Seg, IsPlacedByThePositionsOfItsFramesInAnyOrder)
{
  const auto lesions = read_bytes(seg_file(sample()));
  ASSERT_TRUE(lesions) << lesions.failure().message();
  ASSERT_EQ(lesions->size(), 1u);
  const auto& mask = mask_of(lesions);
  EXPECT_EQ(mask.count(), 4u);
  EXPECT_EQ(mask.geometry().size(), (GridSize{5, 3, 3}));
  EXPECT_NEAR(mask.geometry().voxel_volume_mm3(), 0.5 * 0.75 * 3, 1e-12);
  EXPECT_TRUE(mask.contains({3, 1, 1}));
  EXPECT_FALSE(mask.contains({3, 1, 0}));
  EXPECT_EQ(corner(mask), (PatientPoint{-10 + 2 * 0.5, -20 + 0.75, 0}));
}

TEST(Seg, KnowsTheImagesItWasDrawnOn)
{
  const auto lesions = read_bytes(seg_file(sample()));
  ASSERT_TRUE(lesions);
  const auto& provenance = lesions->at(0).provenance;
  EXPECT_EQ(lesions->at(0).name, "tumour");
  EXPECT_EQ(provenance.format, "DICOM SEG");
  EXPECT_EQ(provenance.referenced_series.text(), "2.25.100.1");
  EXPECT_EQ(provenance.frame_of_reference.text(), "2.25.100.2");
  EXPECT_THAT(provenance.slice_sources, UnorderedElementsAre(Pair(0, SopInstanceUid{"2.25.0"}), Pair(1, SopInstanceUid{"2.25.3"}),
                                                             Pair(2, SopInstanceUid{"2.25.6"})));
}

/// Frames of one to nine columns: bits of a frame begin in the middle of a byte. Truth by construction.
TEST(Seg, FramesAreNotByteAligned)
{
  for (std::uint16_t columns = 1; columns <= 17; ++columns)
  {
    SegSpec spec;
    spec.columns = columns;
    spec.rows = 1;
    for (int k = 0; k < 5; ++k) spec.frames.push_back({3.0 * k, 1, frame_with(spec, {{k % columns, 0}}), ""});
    const auto lesions = read_bytes(seg_file(spec));
    ASSERT_TRUE(lesions) << columns << " " << lesions.failure().message();
    for (int k = 0; k < 5; ++k)
      for (int i = 0; i < columns; ++i)
        EXPECT_EQ(mask_of(lesions).contains({i, 0, k}), i == k % columns) << columns << " " << i << " " << k;
  }
}

TEST(Seg, InEveryNativeTransferSyntaxIsTheSame)
{
  for (const auto& transfer_syntax :
       {nadir::testing::syntax::implicit_little, nadir::testing::syntax::explicit_little, nadir::testing::syntax::explicit_big})
  {
    const auto lesions = read_bytes(seg_file(sample(), transfer_syntax));
    ASSERT_TRUE(lesions) << transfer_syntax << lesions.failure().message();
    EXPECT_EQ(mask_of(lesions).count(), 4u);
    EXPECT_TRUE(mask_of(lesions).contains({3, 1, 1}));
  }
}

TEST(Seg, WithMirroredNormalKeepsVoxelsInPlace)
{
  auto spec = sample();
  spec.orientation = "1\\0\\0\\0\\-1\\0";
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().axes().k, (PatientVector{0, 0, -1}));
  EXPECT_EQ(mask_of(lesions).geometry().origin().superior, 6.0);
  EXPECT_TRUE(mask_of(lesions).contains({3, 1, 1}));
}

TEST(Seg, SegmentsMayOverlap)
{
  auto spec = sample();
  spec.segments = {{2, "necrosis"}, {1, "tumour"}};
  spec.frames.push_back({3, 2, frame_with(spec, {{3, 1}}), ""});
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_EQ(lesions->at(0).name, "tumour");
  EXPECT_TRUE(mask_of(lesions, 0).contains({3, 1, 1}));
  EXPECT_TRUE(mask_of(lesions, 1).contains({3, 1, 1}));
  EXPECT_EQ(mask_of(lesions, 1).count(), 1u);
}

/// A segment without voxels may be a tumour that is gone.
TEST(Seg, KeepsAnEmptySegment)
{
  auto spec = sample();
  spec.segments.emplace_back(2, "gone");
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  ASSERT_EQ(lesions->size(), 2u);
  EXPECT_TRUE(mask_of(lesions, 1).is_empty());
  EXPECT_THAT(lesions->at(1).warnings, Contains(HasSubstr("no voxel")));
}

TEST(Seg, WithoutAnySegmentIsEmptyByName)
{
  auto spec = sample();
  spec.segments.clear();
  expect_refusal(read_bytes(seg_file(spec)), MaskError::Empty, "no segment");
}

TEST(Seg, MissingFramesInBetweenAreEmptySlices)
{
  auto spec = sample();
  spec.frames.push_back({15, 1, frame_with(spec, {{2, 1}}), ""});
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().size().k, 6);
  EXPECT_EQ(mask_of(lesions).count(), 5u);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("2 separate parts")));
}

TEST(Seg, UsesPositionsNotTheDeclaredSpacing)
{
  auto spec = sample();
  spec.spacing_between_slices = "2";
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().spacing().k, 3.0);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("the positions are used")));
}

TEST(Seg, TakesFewPlanesFarApartAsSlicesLeftOutAndSaysSo)
{
  auto spec = sample();
  spec.spacing_between_slices = "1.5";
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().spacing().k, 1.5);
  EXPECT_EQ(mask_of(lesions).geometry().size().k, 5);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("left out")));
}

TEST(Seg, RefusesManyPlanesThatAllContradictTheDeclaredSpacing)
{
  auto spec = sample();
  spec.spacing_between_slices = "1.5";
  spec.frames.push_back({9, 1, frame_with(spec, {{2, 1}}), ""});
  expect_refusal(read_bytes(seg_file(spec)), MaskError::NoGeometry, "1.500 mm between slices is declared");
}

TEST(Seg, WithUnevenPlanesIsRefused)
{
  auto spec = sample();
  spec.spacing_between_slices = "";
  spec.frames.push_back({10, 1, frame_with(spec, {{2, 1}}), ""});
  expect_refusal(read_bytes(seg_file(spec)), MaskError::NoGeometry, "unevenly");
}

TEST(Seg, OfOneSliceNeedsASpacing)
{
  auto spec = sample();
  spec.frames.resize(1);
  auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().spacing().k, 3.0);
  spec.spacing_between_slices = "";
  spec.slice_thickness = "2";
  lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions);
  EXPECT_EQ(mask_of(lesions).geometry().spacing().k, 2.0);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("slice thickness")));
  spec.slice_thickness = "";
  expect_refusal(read_bytes(seg_file(spec)), MaskError::NoGeometry, "no slice spacing");
}

TEST(Seg, WithATiltedStackIsRefused)
{
  auto spec = sample();
  auto object = seg_object(spec);
  auto& frames = object.at({0x5200, 0x9230}).items;
  frames[0].at({0x0020, 0x9113}).items[0].at({0x0020, 0x0032}).value = nadir::testing::bytes_of("-10\\-18\\6 ");
  expect_refusal(read_bytes(nadir::testing::text_of(nadir::testing::dicom_file(object))), MaskError::NoGeometry, "tilted");
}

TEST(Seg, WithTwoFramesOfASegmentInOneSliceIsRefused)
{
  auto spec = sample();
  spec.frames.push_back(spec.frames.front());
  expect_refusal(read_bytes(seg_file(spec)), MaskError::Malformed, "two frames");
}

TEST(Seg, WithAFrameOfAnUnknownSegmentIsRefused)
{
  auto spec = sample();
  spec.frames[1].segment = 7;
  expect_refusal(read_bytes(seg_file(spec)), MaskError::Malformed, "segment 7");
}

TEST(Seg, WithoutGeometryIsRefused)
{
  for (const auto& [sequence, words] :
       {std::pair(imaging::Tag{0x0020, 0x9116}, "orientation"), std::pair(imaging::Tag{0x0028, 0x9110}, "pixel spacing")})
  {
    auto object = seg_object(sample());
    object.at({0x5200, 0x9229}).items[0].remove(sequence);
    expect_refusal(read_bytes(nadir::testing::text_of(nadir::testing::dicom_file(object))), MaskError::NoGeometry, words);
  }
  auto object = seg_object(sample());
  object.at({0x5200, 0x9230}).items[1].remove({0x0020, 0x9113});
  expect_refusal(read_bytes(nadir::testing::text_of(nadir::testing::dicom_file(object))), MaskError::NoGeometry, "position");
}

TEST(Seg, WithACommaInAPositionIsRefused)
{
  auto spec = sample();
  spec.position = "-10,5\\-20\\";
  expect_refusal(read_bytes(seg_file(spec)), imaging::GateError::BadNumber, "(0020,0032)");
}

TEST(Seg, OfFractionsIsCutAtHalfAndSaysSo)
{
  SegSpec spec;
  spec.type = "FRACTIONAL";
  auto voxels = frame_with(spec, {{1, 1}}, 200);
  voxels[7] = 100;
  voxels[8] = 99;
  spec.frames = {{0, 1, voxels, ""}, {3, 1, frame_with(spec, {}), ""}};
  const auto lesions = read_bytes(seg_file(spec));
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_EQ(mask_of(lesions).count(), 2u);
  EXPECT_THAT(lesions->at(0).warnings, Contains(HasSubstr("half the maximum")));
  spec.frames[0].voxels[0] = 201;
  expect_refusal(read_bytes(seg_file(spec)), MaskError::Malformed, "above its maximum");
}

TEST(Seg, LabelMapHoldsAllSegmentsInOneFrame)
{
  for (const std::uint16_t bits : {std::uint16_t{8}, std::uint16_t{16}})
  {
    SegSpec spec;
    spec.type = "LABELMAP";
    spec.bits = bits;
    spec.segments = {{0, "Background"}, {1, "tumour"}, {200, "necrosis"}};
    auto voxels = frame_with(spec, {{1, 1}}, 200);
    voxels[7] = 1;
    voxels[8] = 9;
    spec.frames = {{0, 0, voxels, ""}, {3, 0, frame_with(spec, {{1, 1}}, 200), ""}};
    const auto lesions = read_bytes(seg_file(spec));
    ASSERT_TRUE(lesions) << lesions.failure().message();
    ASSERT_EQ(lesions->size(), 3u);
    EXPECT_EQ(lesions->at(0).name, "tumour");
    EXPECT_EQ(lesions->at(1).label, 9);
    EXPECT_THAT(lesions->at(1).warnings, Contains(HasSubstr("does not describe")));
    EXPECT_EQ(lesions->at(2).label, 200);
    EXPECT_EQ(mask_of(lesions, 2).count(), 2u);
  }
}

TEST(Seg, LabelMapPaddingIsBackground)
{
  SegSpec spec;
  spec.type = "LABELMAP";
  auto voxels = frame_with(spec, {{1, 1}}, 1);
  voxels[0] = 5;
  spec.frames = {{0, 0, voxels, ""}};
  auto object = seg_object(spec);
  object.us({0x0028, 0x0120}, {5}).sorted();
  const auto lesions = read_bytes(nadir::testing::text_of(nadir::testing::dicom_file(object)));
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_EQ(lesions->size(), 1u);
}

TEST(Seg, AnImageIsNoMask)
{
  const auto image = nadir::testing::text_of(nadir::testing::dicom_file(nadir::testing::classic_slice()));
  expect_refusal(read_bytes(image), MaskError::Unsupported, "neither a segmentation nor a structure set");
}

TEST(PackedBits, BeginInTheMiddleOfAByte)
{
  const std::vector<std::byte> packed{std::byte{0b10110100}, std::byte{0b00000001}};
  EXPECT_THAT(unpacked_bits(packed, 2, 7), ElementsAre(1, 0, 1, 1, 0, 1, 1));
}

struct SegPair
{
  const char* seg;
  const char* nrrd;
  int label;
  int nrrd_label;
};

void PrintTo(const SegPair& pair, std::ostream* out) { *out << pair.seg << " " << pair.label; }

class InteropSeg : public ::testing::TestWithParam<SegPair>
{
};

const Mask& with_label(const nadir::testing::Lesions& lesions, int label)
{
  const auto found = std::find_if(lesions->begin(), lesions->end(), [&](const auto& lesion) { return lesion.label == label; });
  NADIR_EXPECTS(found != lesions->end());
  return std::get<Mask>(found->shape);
}

/// Truth: the NRRD label map from which the SEG was made, or that was made from it, by the dcmqi project.
TEST_P(InteropSeg, HasTheVoxelsOfItsLabelMap)
{
  const auto folder = nadir::testing::test_data() / "interop/dcmqi/segmentations";
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("interop/dcmqi/segmentations") / GetParam().seg);
  const auto seg = read_mask(folder / GetParam().seg);
  const auto nrrd = read_mask(folder / GetParam().nrrd);
  ASSERT_TRUE(seg) << seg.failure().message();
  ASSERT_TRUE(nrrd) << nrrd.failure().message();
  const auto& ours = with_label(seg, GetParam().label);
  const auto& truth = with_label(nrrd, GetParam().nrrd_label);
  ASSERT_TRUE(ours.geometry().coincides_with(truth.geometry(), Millimeters{0.001}));
  EXPECT_EQ(ours.count(), truth.count());
  const auto& size = truth.geometry().size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) ASSERT_EQ(ours.contains({i, j, k}), truth.contains({i, j, k})) << i << " " << j << " " << k;
}

INSTANTIATE_TEST_SUITE_P(Dcmqi, InteropSeg,
                         ::testing::Values(SegPair{"liver.dcm", "liver_seg.nrrd", 1, 1},
                                           SegPair{"24x38x3/seg/label.seg", "24x38x3/nrrd/label.nrrd", 1, 1},
                                           SegPair{"23x38x3/seg/label.seg", "23x38x3/nrrd/label.nrrd", 1, 1},
                                           SegPair{"partial_overlaps.dcm", "partial_overlaps-1.nrrd", 1, 1},
                                           SegPair{"partial_overlaps.dcm", "partial_overlaps-2.nrrd", 2, 2},
                                           SegPair{"partial_overlaps.dcm", "partial_overlaps-3.nrrd", 3, 3},
                                           SegPair{"partial_overlaps.dcm", "partial_overlaps-1.nrrd", 4, 4},
                                           SegPair{"partial_overlaps.dcm", "partial_overlaps-1.nrrd", 5, 5},
                                           SegPair{"sparse-labelmap-noppv.dcm", "sparse_labelmap_noppv_seg.nrrd", 1, 1},
                                           SegPair{"sparse-labelmap-ppv5.dcm", "sparse_labelmap_ppv5_seg.nrrd", 1, 1}));

class CompressedSeg : public ::testing::TestWithParam<const char*>
{
};

/// Truth: the uncompressed liver.dcm, 107,098 voxels (36,233, 35,645 and 35,220 a slice); the files are of pydicom, 512 or 510 pixels wide.
TEST_P(CompressedSeg, HasTheVoxelsOfTheUncompressedOne)
{
  const auto file = std::filesystem::path("odd/pydicom-data") / GetParam();
  NADIR_NEEDS_TEST_DATA(file);
  const auto lesions = read_mask(nadir::testing::test_data() / file);
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_EQ(mask_of(lesions).count(), 107098u);
  EXPECT_NEAR(mask_of(lesions).geometry().voxel_volume_mm3(), 0.810547 * 0.810547, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Liver, CompressedSeg,
                         ::testing::Values("liver.dcm", "liver_expb.dcm", "liver_rle.dcm", "liver_j2k.dcm", "liver_deflate.dcm",
                                           "liver_nonbyte_aligned.dcm", "liver_nonbyte_aligned_rle.dcm", "liver_nonbyte_aligned_j2k.dcm",
                                           "liver_nonbyte_aligned_deflate.dcm"));
}  // namespace
}  // namespace nadir::segmentation
