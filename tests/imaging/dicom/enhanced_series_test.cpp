#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/scan.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

// Enhanced multi-frame objects written frame by frame with known places: 4 x 4 pixels of 0.75 x 0.5 mm, 3 mm apart.
using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
class EnhancedSeries : public ::testing::Test
{
protected:
  std::vector<const ImageStack*> stacks(const std::vector<DicomObject>& objects)
  {
    for (std::size_t n = 0; n < objects.size(); ++n)
    {
      const auto bytes = dicom_file(objects[n]);
      folder_.write("E" + std::to_string(n), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    scan_ = scan(folder_.path()).value();
    return all_stacks(*scan_);
  }
  std::vector<const ImageStack*> stacks(const DicomObject& object) { return stacks(std::vector{object}); }

private:
  TemporaryFolder folder_;
  std::optional<Scan> scan_;
};

std::vector<DicomObject>& frames_of(DicomObject& object) { return object.at({0x5200, 0x9230}).items; }
DicomObject& shared_of(DicomObject& object) { return object.at({0x5200, 0x9229}).items.front(); }

void put_group(DicomObject& frame, Tag group, const DicomObject& item) { frame.remove(group).sequence(group, {item}).sorted(); }

void place(DicomObject& frame, double z)
{
  DicomObject position;
  position.text({0x0020, 0x0032}, "DS", "-10\\-20\\" + format_number(z));
  put_group(frame, {0x0020, 0x9113}, position);
}
}  // namespace

TEST_F(EnhancedSeries, FramesBecomeOneVolumeWhateverTheirOrder)
{
  auto object = enhanced_object(6);
  std::swap(frames_of(object)[0], frames_of(object)[4]);
  std::swap(frames_of(object)[1], frames_of(object)[5]);
  const auto found = stacks(object);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]->geometry.value().size(), (GridSize{4, 4, 6}));
  EXPECT_EQ(found[0]->geometry->spacing().k, 3.0);
  EXPECT_EQ(found[0]->geometry->spacing().i, 0.5);
  EXPECT_THAT(warnings_of(*found[0]), IsEmpty());
  std::vector<int> frames;
  for (const auto& slice : found[0]->slices) frames.push_back(slice.frame);
  EXPECT_THAT(frames, ElementsAre(4, 5, 2, 3, 0, 1));
}

TEST_F(EnhancedSeries, BValuesOfFramesBecomeVolumes)
{
  auto object = enhanced_object(8);
  for (int n = 0; n < 8; ++n)
  {
    DicomObject diffusion;
    diffusion.text({0x0018, 0x9075}, "CS", n % 2 == 0 ? "NONE" : "ISOTROPIC").fd({0x0018, 0x9087}, {n % 2 == 0 ? 0.0 : 800.0});
    put_group(frames_of(object)[static_cast<std::size_t>(n)], {0x0018, 0x9117}, diffusion);
    place(frames_of(object)[static_cast<std::size_t>(n)], 3.0 * (n / 2));
  }
  const auto found = stacks(object);
  ASSERT_THAT(found, SizeIs(2));
  for (const auto* stack : found)
  {
    EXPECT_EQ(stack->geometry.value().size().k, 4);
    EXPECT_EQ(stack->sequence.type, SequenceType::Dwi);
  }
  EXPECT_EQ(*found[0]->sequence.b_value, 0.0);
  EXPECT_EQ(*found[1]->sequence.b_value, 800.0);
}

TEST_F(EnhancedSeries, TemporalPositionsOfFramesBecomeVolumes)
{
  auto object = enhanced_object(6);
  for (int n = 0; n < 6; ++n)
  {
    DicomObject content;
    content.ul({0x0020, 0x9128}, {static_cast<std::uint32_t>(n / 3 + 1)});
    put_group(frames_of(object)[static_cast<std::size_t>(n)], {0x0020, 0x9111}, content);
    place(frames_of(object)[static_cast<std::size_t>(n)], 3.0 * (n % 3));
  }
  const auto found = stacks(object);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[1]->split_reason, "temporal position 2");
  EXPECT_EQ(found[1]->slices.front().frame, 3);
}

TEST_F(EnhancedSeries, RescaleOfEachFrameIsItsOwn)
{
  auto object = enhanced_object(3);
  for (int n = 0; n < 3; ++n)
  {
    DicomObject transformation;
    transformation.text({0x0028, 0x1052}, "DS", "-100")
        .text({0x0028, 0x1053}, "DS", std::to_string(n + 1))
        .text({0x0028, 0x1054}, "LO", "US");
    put_group(frames_of(object)[static_cast<std::size_t>(n)], {0x0028, 0x9145}, transformation);
  }
  const auto found = stacks(object);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(found[0]->slices[k].rescale, (Rescale{static_cast<double>(k + 1), -100.0}));
}

TEST_F(EnhancedSeries, PlaneOutsideTheFunctionalGroupsIsNotBelieved)
{
  auto object = enhanced_object(3);
  for (auto& frame : frames_of(object)) frame.remove({0x0020, 0x9113});
  put_text(object, {0x0020, 0x0032}, "DS", "0\\0\\0");
  for (const auto* stack : stacks(object)) EXPECT_TRUE(has_remark(*stack, "geometry.no-position", Severity::Refusal));
}

TEST_F(EnhancedSeries, FewerDescriptionsThanFramesAreRefused)
{
  auto object = enhanced_object(4);
  frames_of(object).pop_back();
  for (const auto* stack : stacks(object))
  {
    EXPECT_TRUE(has_remark(*stack, "geometry.frame-count", Severity::Refusal));
    EXPECT_FALSE(stack->geometry);
  }
}

TEST_F(EnhancedSeries, FramesOfAnotherFileContinueTheVolume)
{
  auto first = enhanced_object(3), second = enhanced_object(3);
  put_text(second, {0x0008, 0x0018}, "UI", "2.25.100.99");
  for (int n = 0; n < 3; ++n) place(frames_of(second)[static_cast<std::size_t>(n)], 9.0 + 3.0 * n);
  const auto found = stacks({first, second});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0]->geometry.value().size().k, 6);
}

TEST_F(EnhancedSeries, ClassicMultiFrameWithoutPlanesIsRefused)
{
  auto object = enhanced_object(3);
  object.remove({0x5200, 0x9229}).remove({0x5200, 0x9230});
  put_text(object, {0x0008, 0x0016}, "UI", sop_class::secondary_capture);
  for (const auto* stack : stacks(object)) EXPECT_TRUE(has_remark(*stack, "geometry.multi-frame", Severity::Refusal));
}

TEST_F(EnhancedSeries, MissingFrameIsRefused)
{
  auto object = enhanced_object(6);
  for (int n = 3; n < 6; ++n) place(frames_of(object)[static_cast<std::size_t>(n)], 3.0 * (n + 1));
  const auto found = stacks(object);
  ASSERT_TRUE(has_remark(*found[0], "geometry.missing-slice", Severity::Refusal));
  EXPECT_THAT(warnings_of(*found[0]).front().text, ::testing::HasSubstr("E0 frame 3, E0 frame 4"));
}

TEST_F(EnhancedSeries, SideAndRegionComeFromTheFrameAnatomy)
{
  auto object = enhanced_object(3);
  DicomObject region, anatomy;
  region.text({0x0008, 0x0100}, "SH", "68367000").text({0x0008, 0x0102}, "SH", "SCT").text({0x0008, 0x0104}, "LO", "Thigh");
  anatomy.sequence({0x0008, 0x2218}, {region}).text({0x0020, 0x9072}, "CS", "L");
  put_group(shared_of(object), {0x0020, 0x9071}, anatomy);
  const auto found = stacks(object);
  EXPECT_EQ(found[0]->certificate.laterality, "L");
  EXPECT_EQ(found[0]->body_part, "Thigh");
}
