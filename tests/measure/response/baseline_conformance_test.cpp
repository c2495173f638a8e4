#include "measure/response/recist_1_1/baseline_conformance.h"

#include <gmock/gmock.h>

#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using recist_1_1::Measurability;
using testing::Contains;
using testing::Field;

namespace
{
LesionReading on_slices(LesionReading reading, double thickness, double spacing)
{
  reading.slice_thickness = Millimeters{thickness};
  reading.slice_spacing = Millimeters{spacing};
  reading.modality = Modality::Mri;
  return reading;
}
Measurability of(const ReadLesion& lesion, const LesionReading& reading)
{
  return recist_1_1::measurability(Patient({lesion}).at({reading}).readings(), 0, {}).result;
}
Measurability of_size(double size, double thickness, double spacing) { return of(target("T1"), on_slices(mm(size), thickness, spacing)); }
auto rule(const std::string& name) { return Contains(Field(&Finding::rule, name)); }

recist_1_1::BaselineConformance conformance(const std::vector<ReadLesion>& lesions)
{
  std::vector<LesionReading> readings;
  for (const auto& lesion : lesions)
    readings.push_back(lesion.lesion.role == LesionRole::New      ? state(LesionState::None)
                       : lesion.lesion.role == LesionRole::Target ? on_slices(lesion.lesion.nodal ? short_axis_mm(20) : mm(20), 4, 4)
                                                                  : state(LesionState::Present));
  return recist_1_1::baseline_conformance(Patient(lesions).at(readings).readings(), {});
}
ReadLesion target_in(const std::string& id, const std::string& organ) { return lesion(id, LesionRole::Target, organ); }
}  // namespace

TEST(Measurability, TenMillimetersAtFiveMillimeterSlicesIsMeasurable)
{
  EXPECT_EQ(of_size(10.0, 5.0, 5.0), Measurability::Measurable);
  EXPECT_EQ(of_size(9.9, 5.0, 5.0), Measurability::NotMeasurable);
}
TEST(Measurability, ThickerSlicesNeedTwiceTheirThickness)
{
  EXPECT_EQ(of_size(10.1, 5.1, 5.1), Measurability::NotMeasurable);
  EXPECT_EQ(of_size(10.2, 5.1, 5.1), Measurability::Measurable);
}
TEST(Measurability, AGapCountsLikeThickness)
{
  EXPECT_EQ(of_size(13.9, 5.0, 7.0), Measurability::NotMeasurable);
  EXPECT_EQ(of_size(14.0, 5.0, 7.0), Measurability::Measurable);
}
TEST(Measurability, WithoutSliceThicknessAReaderHasToConfirm)
{
  EXPECT_EQ(of(target("T1"), mm(50)), Measurability::NotVerifiable);
  EXPECT_EQ(of(target("T1"), mm(9)), Measurability::NotMeasurable);
}
TEST(Measurability, NodesNeedFifteenMillimetersOfShortAxis)
{
  EXPECT_EQ(of(node("N1"), on_slices(short_axis_mm(15), 5, 5)), Measurability::Measurable);
  EXPECT_EQ(of(node("N1"), on_slices(short_axis_mm(14.9), 5, 5)), Measurability::NotMeasurable);
  EXPECT_EQ(of(node("N1"), on_slices(short_axis_mm(15.9), 8, 8)), Measurability::NotMeasurable);
  EXPECT_EQ(of(node("N1"), on_slices(short_axis_mm(16), 8, 8)), Measurability::Measurable);
}
TEST(Measurability, ChestXrayNeedsTwentyMillimeters)
{
  auto reading = mm(19.9);
  reading.modality = Modality::ChestXray;
  EXPECT_EQ(of(target("T1"), reading), Measurability::NotMeasurable);
  reading.longest_diameter = Millimeters{20};
  EXPECT_EQ(of(target("T1"), reading), Measurability::Measurable);
}
TEST(Measurability, CallipersNeedTenMillimeters)
{
  auto reading = mm(10);
  reading.modality = Modality::Clinical;
  EXPECT_EQ(of(target("T1"), reading), Measurability::Measurable);
}
TEST(Measurability, UltrasoundNeverMeasures)
{
  auto reading = on_slices(mm(50), 3, 3);
  reading.modality = Modality::Ultrasound;
  EXPECT_EQ(of(target("T1"), reading), Measurability::NotMeasurable);
}
TEST(Measurability, SomeKindsOfDiseaseAreNeverMeasurable)
{
  for (const auto nature : {LesionNature::SimpleCyst, LesionNature::BlasticBone, LesionNature::Diffuse})
  {
    auto lesion = target("T1");
    lesion.nature = nature;
    EXPECT_EQ(of(lesion, on_slices(mm(50), 3, 3)), Measurability::NotMeasurable);
  }
  for (const auto nature : {LesionNature::CysticMetastasis, LesionNature::LyticBoneWithSoftTissue})
  {
    auto lesion = target("T1");
    lesion.nature = nature;
    EXPECT_EQ(of(lesion, on_slices(mm(50), 3, 3)), Measurability::Measurable);
  }
}
TEST(Measurability, AnIrradiatedLesionNeedsProgressionSince)
{
  auto lesion = target("T1");
  lesion.prior_treatment = PriorTreatment::Yes;
  EXPECT_EQ(of(lesion, on_slices(mm(50), 3, 3)), Measurability::NotMeasurable);
  lesion.prior_treatment = PriorTreatment::YesAndProgressedSince;
  EXPECT_EQ(of(lesion, on_slices(mm(50), 3, 3)), Measurability::Measurable);
  lesion.prior_treatment = PriorTreatment::NotAsked;
  const auto asked = recist_1_1::measurability(Patient({lesion}).at({on_slices(mm(50), 3, 3)}).readings(), 0, {});
  EXPECT_EQ(asked.result, Measurability::Measurable);
  EXPECT_THAT(asked.findings, rule("B8"));
}

TEST(BaselineConformance, AllowsFiveTargetsAndTwoPerOrgan)
{
  const auto good =
      conformance({target_in("1", "liver"), target_in("2", "liver"), target_in("3", "lung"), target_in("4", "lung"), node("5")});
  EXPECT_TRUE(good.conforms);
  EXPECT_FALSE(conformance({target_in("1", "liver"), target_in("2", "Liver"), target_in("3", "liver ")}).conforms);
}
TEST(BaselineConformance, RefusesASixthTarget)
{
  const auto six =
      conformance({target_in("1", "a"), target_in("2", "b"), target_in("3", "c"), target_in("4", "d"), target_in("5", "e"), node("6")});
  EXPECT_THAT(six.findings, rule("B11"));
  EXPECT_FALSE(six.conforms);
}
TEST(BaselineConformance, CountsPairedOrgansAndAllNodesAsOne)
{
  EXPECT_FALSE(conformance({target_in("1", "left lung"), target_in("2", "Lung, right"), target_in("3", "lungs")}).conforms);
  EXPECT_FALSE(conformance({node("1"), node("2"), node("3")}).conforms);
}
TEST(BaselineConformance, ChecksTheWindowBeforeTreatment)
{
  const auto with_start = [](const std::string& date)
  {
    Protocol protocol;
    protocol.reference_date = parse_calendar_day(date);
    return recist_1_1::baseline_conformance(Patient({target("T1")}).at({on_slices(mm(50), 3, 3)}, "2024-01-01").readings(), protocol)
        .conforms;
  };
  EXPECT_TRUE(with_start("2024-01-29"));
  EXPECT_FALSE(with_start("2024-01-30"));
  EXPECT_FALSE(with_start("2023-12-31"));
}
TEST(BaselineConformance, NamesAChangeOfTechnique)
{
  auto ct = mm(50);
  ct.modality = Modality::Ct;
  const auto readings = Patient({target("T1")}).at({on_slices(mm(50), 3, 3)}).at({ct}).readings();
  EXPECT_THAT(recist_1_1::baseline_conformance(readings, {}).findings, rule("B10"));
}
TEST(BaselineConformance, AsksWhyAMeasurableLesionIsNoTarget)
{
  auto left_out = on_slices(state(LesionState::Present), 3, 3);
  left_out.longest_diameter = Millimeters{40};
  const auto readings = Patient({target("T1"), non_target("NT1")}).at({on_slices(mm(50), 3, 3), left_out}).readings();
  EXPECT_THAT(recist_1_1::baseline_conformance(readings, {}).findings, rule("B12"));
}
TEST(BaselineConformance, NamesATargetThatWasNotMeasured)
{
  const auto readings = Patient({target("T1")}).at({state(LesionState::NotDone)}).readings();
  EXPECT_THAT(recist_1_1::baseline_conformance(readings, {}).findings, rule("B13"));
}
TEST(BaselineConformance, NamesPatientsWithoutTargets)
{
  EXPECT_THAT(conformance({non_target("NT1")}).findings, rule("B15"));
  EXPECT_THAT(conformance({new_lesion("L1")}).findings, rule("B15"));
}
