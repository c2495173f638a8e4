#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/scan.h"
#include "measure/comparability/compare_examinations.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::measure;
using namespace nadir::testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace
{
Acquisition acquisition_of(const std::filesystem::path& folder)
{
  const auto scanned = imaging::scan(folder).value();
  for (const auto* stack : all_stacks(scanned))
    if (stack->certificate.is_measurable()) return read_acquisition(*stack);
  throw std::runtime_error("no measurable stack");
}

Acquisition acquisition_with(const std::function<void(DicomObject&)>& change)
{
  auto slices = mr_series();
  for (auto& slice : slices) change(slice);
  const TemporaryFolder folder;
  write_series(folder, slices);
  return acquisition_of(folder.path());
}
} // namespace

TEST(ReadAcquisition, TakesWhatClassicFilesSay)
{
  const auto a = acquisition_with(
      [](DicomObject& slice)
      {
        put_text(slice, {0x0018, 0x0087}, "DS", "1.5");
        put_text(slice, {0x0018, 0x0095}, "DS", "180");
        put_text(slice, {0x0018, 0x1312}, "CS", "COL");
        put_text(slice, {0x0018, 0x0022}, "CS", "PFP\\FS");
        put_text(slice, {0x0018, 0x0010}, "LO", "GADOLINIUM");
        put_text(slice, {0x0018, 0x1042}, "TM", "101000");
        put_text(slice, {0x0008, 0x0032}, "TM", "101430.5");
        put_text(slice, {0x0018, 0x5100}, "CS", "HFS");
      });
  EXPECT_EQ(a.field_strength, 1.5);
  EXPECT_EQ(a.pixel_bandwidth, 180.0);
  EXPECT_EQ(a.phase, PhaseDirection::AlongColumns);
  EXPECT_EQ(a.fat_suppression, FatSuppression::On);
  EXPECT_EQ(a.contrast_given, true);
  EXPECT_NEAR(*a.minutes_after_contrast, 4.508, 0.001);
  EXPECT_EQ(a.patient_position, "HFS");
  EXPECT_EQ(a.spacing, 3.0);
}

TEST(ReadAcquisition, LeavesUnknownWhatIsAbsentOrSenseless)
{
  const auto a = acquisition_with(
      [](DicomObject& slice)
      {
        put_text(slice, {0x0018, 0x0087}, "DS", "strong");
        put_text(slice, {0x0018, 0x1042}, "TM", "235900");
        put_text(slice, {0x0008, 0x0032}, "TM", "101430");
      });
  EXPECT_FALSE(a.field_strength);
  EXPECT_FALSE(a.minutes_after_contrast);
  EXPECT_EQ(a.phase, PhaseDirection::Unknown);
}

TEST(ReadAcquisition, OfARealPairTellsWhereTheTwoDiffer)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom");
  const auto siemens = acquisition_of(test_data() / "mr-dicom/siemens_t1_sag_HFS");
  EXPECT_EQ(siemens.sequence, SequenceType::T1);
  EXPECT_EQ(siemens.plane, AnatomicalPlane::Sagittal);
  EXPECT_NEAR(*siemens.field_strength, 3.0, 0.2);
  // The same scanner and protocol, the patient turned: nothing but the position may differ in technique.
  const auto turned = acquisition_of(test_data() / "mr-dicom/siemens_t1_sag_HFDR");
  const auto same = compare_examinations({siemens, {}, {}}, {turned, {}, {}});
  EXPECT_EQ(same.severity(), ComparabilitySeverity::Note);
  EXPECT_EQ(same.items.front().aspect, "patient position");
  const auto ge = acquisition_of(test_data() / "mr-dicom/ge_pd_bigendian_oblique");
  const auto other = compare_examinations({siemens, {}, {}}, {ge, {}, {}});
  EXPECT_EQ(other.severity(), ComparabilitySeverity::Stop);
  EXPECT_EQ(other.items.front().aspect, "plane");
}
