#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/scan.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

// One series, several volumes: each series here is generated with a known number of volumes of known size.
using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
constexpr int slices_each = 5;

class SplitSeries : public ::testing::Test
{
protected:
  /// Adds `volumes` volumes of five slices; `mark(slice, volume, k)` sets them apart.
  template <class Mark> void add_volumes(int volumes, Mark mark)
  {
    for (int v = 0; v < volumes; ++v)
    {
      auto volume = mr_series({.slices = slices_each});
      for (int k = 0; k < slices_each; ++k)
      {
        auto& slice = volume[static_cast<std::size_t>(k)];
        put_text(slice, {0x0008, 0x0018}, "UI", "2.25.500." + std::to_string(v + 1) + "." + std::to_string(k + 1));
        mark(slice, v, k);
        slices.push_back(slice);
      }
    }
  }

  std::vector<const ImageStack*> stacks()
  {
    write_series(folder, slices);
    scan_ = scan(folder.path()).value();
    return all_stacks(*scan_);
  }

  std::vector<std::string> reasons_of_whole_volumes()
  {
    std::vector<std::string> reasons;
    for (const auto* stack : stacks())
    {
      EXPECT_EQ(stack->geometry.value().size().k, slices_each);
      EXPECT_THAT(warnings_of(*stack), IsEmpty());
      reasons.push_back(stack->split_reason);
    }
    return reasons;
  }

  TemporaryFolder folder;
  std::vector<DicomObject> slices;

private:
  std::optional<Scan> scan_;
};

void put_number(DicomObject& slice, Tag tag, double value) { slice.remove(tag).fd(tag, {value}).sorted(); }
}  // namespace

TEST_F(SplitSeries, ByStandardBValue)
{
  add_volumes(3, [](DicomObject& slice, int v, int) { put_number(slice, {0x0018, 0x9087}, 400.0 * v); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("b-value 0 s/mm2", "b-value 400 s/mm2", "b-value 800 s/mm2"));
}

TEST_F(SplitSeries, BySiemensBValueInItsPrivateBlock)
{
  add_volumes(2,
              [](DicomObject& slice, int v, int)
              {
                put_text(slice, {0x0019, 0x0011}, "LO", "SIEMENS MR HEADER");
                put_text(slice, {0x0019, 0x110c}, "IS", std::to_string(50 + 750 * v));
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("b-value 50 s/mm2", "b-value 800 s/mm2"));
}

TEST_F(SplitSeries, ByGeBValueWithItsBillions)
{
  add_volumes(2,
              [](DicomObject& slice, int v, int)
              {
                put_text(slice, {0x0043, 0x0010}, "LO", "GEMS_PARM_01");
                put_text(slice, {0x0043, 0x1039}, "IS", v == 0 ? "0\\8\\0\\0" : "1000000800\\8\\0\\0");
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("b-value 0 s/mm2", "b-value 800 s/mm2"));
}

TEST_F(SplitSeries, ByPhilipsBValue)
{
  add_volumes(2,
              [](DicomObject& slice, int v, int)
              {
                put_text(slice, {0x2001, 0x0010}, "LO", "Philips Imaging DD 001");
                slice.fl({0x2001, 0x1003}, v == 0 ? 0.0f : 800.0f).sorted();
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("b-value 0 s/mm2", "b-value 800 s/mm2"));
}

TEST_F(SplitSeries, ByBValueInTheSequenceName)
{
  add_volumes(2, [](DicomObject& slice, int v, int) { put_text(slice, {0x0018, 0x0024}, "SH", v == 0 ? "*ep_b0" : "*ep_b1000t"); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("b-value 0 s/mm2", "b-value 1000 s/mm2"));
}

TEST_F(SplitSeries, PrivateNumbersOfAnUnknownOwnerAreNoBValue)
{
  add_volumes(1,
              [](DicomObject& slice, int, int k)
              {
                put_text(slice, {0x0019, 0x0010}, "LO", "SOMEBODY ELSE");
                put_text(slice, {0x0019, 0x100c}, "IS", std::to_string(100 * k));
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre(""));
}

TEST_F(SplitSeries, ByGradientDirection)
{
  add_volumes(3,
              [](DicomObject& slice, int v, int)
              {
                put_number(slice, {0x0018, 0x9087}, 800.0);
                slice.fd({0x0018, 0x9089}, {v == 0 ? 1.0 : 0.0, v == 1 ? 1.0 : 0.0, v == 2 ? 1.0 : 0.0}).sorted();
              });
  EXPECT_THAT(reasons_of_whole_volumes(), SizeIs(3));
}

TEST_F(SplitSeries, ByImageType)
{
  add_volumes(2,
              [](DicomObject& slice, int v, int) {
                put_text(slice, {0x0008, 0x0008}, "CS", v == 0 ? "ORIGINAL\\PRIMARY\\M" : "ORIGINAL\\PRIMARY\\P");
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("image type ORIGINAL\\PRIMARY\\M", "image type ORIGINAL\\PRIMARY\\P"));
}

TEST_F(SplitSeries, ByInversionTime)
{
  add_volumes(2, [](DicomObject& slice, int v, int) { put_text(slice, {0x0018, 0x0082}, "DS", v == 0 ? "150" : "900"); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("inversion time 150 ms", "inversion time 900 ms"));
}

TEST_F(SplitSeries, ByTemporalPosition)
{
  add_volumes(4, [](DicomObject& slice, int v, int) { put_text(slice, {0x0020, 0x0100}, "IS", std::to_string(v + 1)); });
  EXPECT_THAT(reasons_of_whole_volumes(),
              ElementsAre("temporal position 1", "temporal position 2", "temporal position 3", "temporal position 4"));
}

TEST_F(SplitSeries, ByAcquisitionNumberOnlyWherePositionsRepeat)
{
  add_volumes(2, [](DicomObject& slice, int v, int) { put_text(slice, {0x0020, 0x0012}, "IS", std::to_string(v + 1)); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("acquisition 1", "acquisition 2"));
}

TEST_F(SplitSeries, ManyAcquisitionNumbersInOneVolumeAreNoReason)
{
  add_volumes(1, [](DicomObject& slice, int, int k) { put_text(slice, {0x0020, 0x0012}, "IS", std::to_string(31744 + k)); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre(""));
}

TEST_F(SplitSeries, ByFlipAngleOfAT1MappingSeries)
{
  add_volumes(2, [](DicomObject& slice, int v, int) { put_text(slice, {0x0018, 0x1314}, "DS", v == 0 ? "3" : "15"); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("flip angle 3 degrees", "flip angle 15 degrees"));
}

TEST_F(SplitSeries, ByAcquisitionTimeOfADynamicSeries)
{
  add_volumes(3,
              [](DicomObject& slice, int v, int k) {
                put_text(slice, {0x0008, 0x0032}, "TM", "1010" + std::to_string(10 + 10 * v + k));
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("acquisition time, 1 of 3", "acquisition time, 2 of 3", "acquisition time, 3 of 3"));
}

TEST_F(SplitSeries, ByInstanceNumbersThatRunVolumeByVolume)
{
  add_volumes(2,
              [](DicomObject& slice, int v, int k) {
                put_text(slice, {0x0020, 0x0013}, "IS", std::to_string(1 + slices_each * v + k));
              });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre("instance number, 1 of 2", "instance number, 2 of 2"));
}

TEST_F(SplitSeries, ByInstanceNumbersThatRunSliceBySlice)
{
  add_volumes(2, [](DicomObject& slice, int v, int k) { put_text(slice, {0x0020, 0x0013}, "IS", std::to_string(1 + 2 * k + v)); });
  EXPECT_THAT(reasons_of_whole_volumes(), SizeIs(2));
}

TEST_F(SplitSeries, RepeatsWithoutAnyOrderAreRefused)
{
  add_volumes(2, [](DicomObject&, int, int) {});
  for (const auto* stack : stacks()) EXPECT_TRUE(has_remark(*stack, "geometry.duplicate-position", Severity::Refusal));
}

TEST_F(SplitSeries, DynamicSeriesThatBreaksOffKeepsItsWholeVolumesAndFlagsTheRest)
{
  add_volumes(3, [](DicomObject& slice, int v, int) { put_text(slice, {0x0020, 0x0100}, "IS", std::to_string(v + 1)); });
  slices.resize(slices.size() - 2);
  const auto found = stacks();
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[0]->geometry.value().size().k, slices_each);
  EXPECT_TRUE(has_remark(*found[2], "geometry.partial-repeat", Severity::Warning));
}

TEST_F(SplitSeries, EchoTimesThatDifferByRoundingStayTogether)
{
  add_volumes(1, [](DicomObject& slice, int, int k) { put_text(slice, {0x0018, 0x0081}, "DS", k % 2 == 0 ? "10" : "10.001"); });
  EXPECT_THAT(reasons_of_whole_volumes(), ElementsAre(""));
}

TEST_F(SplitSeries, StackIdsAreUniqueAndStable)
{
  add_volumes(2, [](DicomObject& slice, int v, int) { put_text(slice, {0x0018, 0x0081}, "DS", v == 0 ? "10" : "80"); });
  const auto found = stacks();
  EXPECT_EQ(found[0]->id, "3.1");
  EXPECT_EQ(found[1]->id, "3.2");
}
