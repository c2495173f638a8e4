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
}  // namespace

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

namespace
{
Acquisition with_text(Tag tag, std::string vr, std::string value, std::string description = "thigh")
{
  return acquisition_with(
      [&](DicomObject& slice)
      {
        put_text(slice, {0x0008, 0x103E}, "LO", description);
        put_text(slice, tag, vr, value);
      });
}

constexpr Tag agent{0x0018, 0x0010}, options{0x0018, 0x0022};
}  // namespace

TEST(ReadAcquisition, TakesNoSilenceForAnAnswerAboutContrast)
{
  EXPECT_EQ(with_text(agent, "LO", "").contrast_given, std::nullopt);
  EXPECT_EQ(with_text(agent, "LO", "Unknown").contrast_given, std::nullopt);
  EXPECT_EQ(with_text(agent, "LO", "N/A").contrast_given, std::nullopt);
  EXPECT_EQ(with_text(agent, "LO", "NONE").contrast_given, false);
  EXPECT_EQ(with_text(agent, "LO", "no contrast").contrast_given, false);
  EXPECT_EQ(with_text(agent, "LO", "Dotarem 15 ml").contrast_given, true);
}

// Injectors write how much, often without what.
TEST(ReadAcquisition, TakesAnAmountOfContrastAgentForOneGiven)
{
  constexpr Tag volume{0x0018, 0x1041}, dose{0x0018, 0x1044};
  EXPECT_EQ(with_text(volume, "DS", "7.5").contrast_given, true);
  EXPECT_EQ(with_text(dose, "DS", "3770").contrast_given, true);
  EXPECT_EQ(with_text(volume, "DS", "0").contrast_given, std::nullopt);
}

TEST(ReadAcquisition, KnowsTheWaterImageByItsName)
{
  constexpr Tag image_type{0x0008, 0x0008};
  for (const auto* name : {"WATER: Ax T1 IDEAL", "t1_vibe_dixon_tra_W", "T1 mDIXON water"})
    EXPECT_EQ(with_text(image_type, "CS", "ORIGINAL\\PRIMARY\\M", name).fat_suppression, FatSuppression::On) << name;
  for (const auto* name : {"T1 W tse", "t1_vibe_dixon_tra_in", "AX T1 W"})
    EXPECT_EQ(with_text(image_type, "CS", "ORIGINAL\\PRIMARY\\M", name).fat_suppression, FatSuppression::Unknown) << name;
}

// India ink lines make a lesion smaller than on the in-phase image.
TEST(ReadAcquisition, TakesAnOpposedPhaseImageForNoT1)
{
  const auto opposed = with_text({0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\M\\OUT_PHASE", "t1_vibe");
  const auto in_phase = with_text({0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\M\\IN_PHASE", "t1_vibe");
  EXPECT_GE(compare_examinations({in_phase, {}, {}}, {opposed, {}, {}}).severity(), ComparabilitySeverity::Caution);
}

TEST(ReadAcquisition, ReadsContrastFromTheWaysInWhichPeopleNameSeries)
{
  for (const auto* after : {"t1_tse_fs_tra_KM", "AX T1 FS +C", "T1W Gd", "t1 post KM", "Ax T1 C+", "T1 GD+", "ax t1 nach KM",
                            "SAG T1 POST GAD", "T1 apres injection"})
    EXPECT_EQ(with_text(agent, "LO", "", after).contrast_given, true) << after;
  for (const auto* before : {"t1_tse_tra nativ", "AX T1 PRE", "T1 w/o", "T1 ohne KM", "AX T1 PRE GAD"})
    EXPECT_EQ(with_text(agent, "LO", "", before).contrast_given, false) << before;
  for (const auto* whole : {"MR THIGH W WO CONTRAST", "T1 AX with and without contrast", "FEMUR W/WO IV CONTRAST", "thigh pre/post GD"})
    EXPECT_EQ(with_text(agent, "LO", "", whole).contrast_given, std::nullopt) << whole;
  EXPECT_EQ(with_text(agent, "LO", "GADOVIST", "T1 nativ").contrast_given, std::nullopt);  // they contradict each other
}

TEST(ReadAcquisition, ReadsFatSuppressionFromOptionsNamesAndWaterImages)
{
  for (const auto* on : {"FS", "PFP\\FS", "FAST_GEMS\\FS\\EDR_GEMS", "FATSAT"})
    EXPECT_EQ(with_text(options, "CS", on).fat_suppression, FatSuppression::On) << on;
  for (const auto* named : {"T2 STIR cor", "t1 SPAIR", "T2 SPIR ax", "t1_tse_fs", "PDW_SPAIR", "tirm cor"})
    EXPECT_EQ(with_text(options, "CS", "", named).fat_suppression, FatSuppression::On) << named;
  EXPECT_EQ(with_text({0x0008, 0x0008}, "CS", "DERIVED\\PRIMARY\\DIXON\\WATER").fat_suppression, FatSuppression::On);
  EXPECT_EQ(with_text(options, "CS", "PFP\\SFS").fat_suppression, FatSuppression::Off);
  EXPECT_EQ(with_text(options, "CS", "").fat_suppression, FatSuppression::Unknown);
}

TEST(ReadAcquisition, ReadsGaussAndLeavesOutASenselessBandwidth)
{
  EXPECT_NEAR(*with_text({0x0018, 0x0087}, "DS", "15000").field_strength, 1.5, 1e-12);
  EXPECT_FALSE(with_text({0x0018, 0x0087}, "DS", "0").field_strength);
  EXPECT_FALSE(with_text({0x0018, 0x0095}, "DS", "32000").pixel_bandwidth);
}

// The field strength of enhanced images is a text as in classic ones: 1.5 in this file, which other readers print, too.
TEST(ReadAcquisition, ReadsTheFieldStrengthOfAnEnhancedImage)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom");
  const auto scanned = imaging::scan(test_data() / "mr-dicom/enhanced_mr/NEMA_MOVEKNEE.dcm").value();
  ASSERT_FALSE(all_stacks(scanned).empty());
  for (const auto* stack : all_stacks(scanned))
  {
    if (!stack->geometry) continue;
    EXPECT_EQ(read_acquisition(*stack).field_strength, 1.5);
  }
}
