#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/scan.h"
#include "tests/support/scan_results.h"
#include "tests/support/test_data.h"

// Truths of this file were taken from the files with pydicom 2.3.1 and numpy: positions projected on row x column.
using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::ElementsAre;
using ::testing::SizeIs;

namespace
{
Scan scanned(const std::string& part) { return scan(test_data() / part).value(); }
}  // namespace

TEST(ScanOfRealSeries, SiemensSagittalT1IsOneVolumeWithItsGapCounted)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/siemens_t1_sag_HFS");
  for (const std::string series : {"siemens_t1_sag_HFS", "siemens_t1_sag_HFDR"})
  {
    const auto found = scanned("mr-dicom/" + series);
    const auto stacks = all_stacks(found);
    ASSERT_THAT(stacks, SizeIs(1));
    const auto& stack = *stacks.front();
    ASSERT_TRUE(stack.geometry);
    EXPECT_EQ(stack.geometry->size(), (GridSize{256, 256, 35}));
    EXPECT_NEAR(stack.geometry->spacing().i, 1.015625, 1e-9);
    EXPECT_NEAR(stack.geometry->spacing().k, 4.79999991, 1e-6);
    EXPECT_EQ(stack.certificate.plane, AnatomicalPlane::Sagittal);
    EXPECT_NEAR(stack.certificate.gap->value(), 0.8, 1e-6);
    EXPECT_EQ(stack.sequence.type, SequenceType::T1);
    EXPECT_TRUE(stack.certificate.uniform);
    EXPECT_THAT(warnings_of(stack), SizeIs(0));
  }
}

TEST(ScanOfRealSeries, GeSeriesThatGivesItsGapAsSpacingIsMeasuredByPositionsAndSaysSo)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/ge_pd_bigendian_oblique");
  const auto found = scanned("mr-dicom/ge_pd_bigendian_oblique");
  const auto stacks = all_stacks(found);
  ASSERT_THAT(stacks, SizeIs(1));
  const auto& stack = *stacks.front();
  ASSERT_TRUE(stack.geometry);
  EXPECT_EQ(stack.geometry->size(), (GridSize{256, 256, 20}));
  EXPECT_NEAR(stack.geometry->spacing().k, 7.000523693528611, 1e-6);
  EXPECT_NEAR(stack.certificate.slice_spacing->value(), 6.971781684303792, 1e-6);
  EXPECT_NEAR(stack.certificate.largest_step_deviation.value(), 0.09909599551274084, 1e-6);
  EXPECT_NEAR(stack.certificate.largest_in_plane_drift.value(), 0.08552699612717644, 1e-6);
  EXPECT_NEAR(stack.certificate.declared_slice_spacing->value(), 2.0, 1e-9);
  EXPECT_NEAR(stack.certificate.obliquity_degrees, 7.7099, 1e-3);
  EXPECT_TRUE(has_remark(stack, "geometry.declared-spacing", Severity::Warning));
  EXPECT_TRUE(has_remark(stack, "geometry.rounded-positions", Severity::Warning));
  EXPECT_EQ(stack.sequence.type, SequenceType::ProtonDensity);
}

TEST(ScanOfRealSeries, PhilipsDiffusionIsOneVolumePerBValueAndDirection)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/philips_dwi");
  const auto found = scanned("mr-dicom/philips_dwi");
  const auto stacks = all_stacks(found);
  ASSERT_THAT(stacks, SizeIs(7));
  std::vector<double> b_values;
  for (const auto* stack : stacks)
  {
    ASSERT_TRUE(stack->geometry) << stack->id;
    EXPECT_EQ(stack->geometry->size(), (GridSize{112, 112, 32}));
    EXPECT_NEAR(stack->geometry->spacing().k, 2.0, 1e-6);
    EXPECT_EQ(stack->sequence.type, SequenceType::Dwi);
    EXPECT_NEAR(stack->slices.front().rescale.slope, 1.51477411477411, 1e-12);
    b_values.push_back(*stack->sequence.b_value);
  }
  EXPECT_THAT(b_values, ElementsAre(0, 1000, 1000, 1000, 1000, 1000, 1000));
}

TEST(ScanOfRealSeries, SiemensMosaicIsRefusedInWords)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/siemens_mosaic_transfer_syntaxes");
  const auto found = scanned("mr-dicom/siemens_mosaic_transfer_syntaxes");
  for (const auto* stack : all_stacks(found))
  {
    EXPECT_FALSE(stack->geometry);
    EXPECT_TRUE(has_remark(*stack, "geometry.mosaic", Severity::Refusal));
  }
}

TEST(ScanOfRealSeries, EnhancedFramesAreSortedIntoVolumesByTypeAndTime)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/enhanced_mr");
  const auto philips_scan = scanned("mr-dicom/enhanced_mr/Philips");
  const auto philips = all_stacks(philips_scan);
  ASSERT_THAT(philips, SizeIs(2));
  for (const auto* stack : philips)
  {
    EXPECT_EQ(stack->geometry.value().size(), (GridSize{64, 64, 32}));
    EXPECT_NEAR(stack->geometry->spacing().k, 4.0, 1e-6);
  }
  EXPECT_NEAR(philips[0]->slices.front().rescale.intercept, -500.0, 1e-9);
  EXPECT_NEAR(philips[1]->slices.front().rescale.slope, 1.27985347985347, 1e-12);

  const auto siemens_scan = scanned("mr-dicom/enhanced_mr/Siemens");
  const auto siemens = all_stacks(siemens_scan);
  ASSERT_THAT(siemens, SizeIs(4));
  for (const auto* stack : siemens) EXPECT_NEAR(stack->geometry.value().spacing().k, 2.4, 1e-5);

  const auto knee_scan = scanned("mr-dicom/enhanced_mr/NEMA_MOVEKNEE.dcm");
  const auto knee = all_stacks(knee_scan);
  ASSERT_THAT(knee, SizeIs(19));
  for (const auto* stack : knee)
  {
    EXPECT_TRUE(has_remark(*stack, "geometry.single-slice", Severity::Refusal));
    EXPECT_FALSE(stack->certificate.is_measurable());
    EXPECT_NEAR(stack->geometry.value().spacing().i, 0.625, 1e-9);
    EXPECT_EQ(stack->certificate.laterality, "R");
  }
}

TEST(ScanOfRealSeries, EverySarcomaIsOneT1VolumeWithoutFalseAlarm)
{
  NADIR_NEEDS_TEST_DATA("sts");
  struct Truth
  {
    std::string patient;
    GridSize size;
    double slice_spacing;
  };
  const std::vector<Truth> truths{
      {"STS_001", {174, 158, 59}, 3.269955}, {"STS_002", {115, 90, 35}, 3.269955}, {"STS_003", {121, 138, 47}, 3.269955},
      {"STS_005", {126, 155, 79}, 3.26996},  {"STS_008", {77, 79, 28}, 3.26996},   {"STS_017", {178, 161, 56}, 3.2699},
      {"STS_022", {174, 192, 54}, 3.26995},  {"STS_025", {75, 55, 25}, 3.26996},   {"STS_037", {226, 170, 75}, 3.26996},
      {"STS_042", {54, 97, 42}, 3.27},       {"STS_044", {180, 191, 52}, 3.2699},  {"STS_046", {138, 172, 84}, 3.269955}};
  for (const auto& truth : truths)
  {
    const auto found = scanned("sts/" + truth.patient);
    const auto stacks = all_stacks(found);
    ASSERT_THAT(stacks, SizeIs(1)) << truth.patient;
    ASSERT_TRUE(stacks.front()->geometry) << truth.patient;
    EXPECT_EQ(stacks.front()->geometry->size(), truth.size) << truth.patient;
    EXPECT_NEAR(stacks.front()->geometry->spacing().k, truth.slice_spacing, 1e-6) << truth.patient;
    EXPECT_NEAR(stacks.front()->geometry->spacing().i, 0.976562, 1e-9) << truth.patient;
    EXPECT_EQ(stacks.front()->sequence.type, SequenceType::T1) << truth.patient;
    EXPECT_THAT(warnings_of(*stacks.front()), SizeIs(0)) << truth.patient;
    EXPECT_THAT(found.others, ElementsAre(::testing::Field(&OtherObject::kind, "RTSTRUCT")));
    EXPECT_THAT(found.refused, SizeIs(0));
  }
}
