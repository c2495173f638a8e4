#include "measure/comparability/compare_examinations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nadir;
using namespace nadir::measure;
using imaging::SequenceType;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Severity = ComparabilitySeverity;

namespace
{
Examination thigh()
{
  Examination e;
  auto& a = e.acquisition;
  a.stack_id = "4.1";
  a.sequence = SequenceType::T1;
  a.pixel_row = a.pixel_column = 0.8;
  a.field_of_view_row = a.field_of_view_column = 240;
  a.thickness = 4.0;
  a.spacing = 4.4;
  a.slices = 40;
  a.field_strength = 1.5;
  a.echo_time = 12;
  a.repetition_time = 550;
  a.pixel_bandwidth = 200;
  a.contrast_given = false;
  a.fat_suppression = FatSuppression::Off;
  a.manufacturer = "SIEMENS";
  a.patient_position = "HFS";
  e.lesion = LesionExtent{60, false, false};
  return e;
}

const ComparabilityItem* find(const ComparabilityReport& report, const std::string& aspect)
{
  for (const auto& item : report.items)
    if (item.aspect == aspect) return &item;
  return nullptr;
}

std::vector<ComparabilityItem> differences(const ComparabilityReport& report)
{
  std::vector<ComparabilityItem> items;
  for (const auto& item : report.items)
    if (item.severity != Severity::Same) items.push_back(item);
  return items;
}

ComparabilityItem only_item(const Examination& followup)
{
  const auto items = differences(compare_examinations(thigh(), followup));
  EXPECT_EQ(items.size(), 1u);
  return items.empty() ? ComparabilityItem{} : items.front();
}
}  // namespace

TEST(CompareExaminations, FindsNothingInTheSameTechnique)
{
  const auto report = compare_examinations(thigh(), thigh());
  EXPECT_THAT(differences(report), IsEmpty());
  EXPECT_EQ(report.severity(), Severity::Same);
  EXPECT_EQ(report.reference_diameter.value(), 60.0);
}

TEST(CompareExaminations, NamesEveryAspectAlsoWhereNothingDiffers)
{
  const auto report = compare_examinations(thigh(), thigh());
  for (const auto* aspect : {"plane", "slice thickness", "gap between slices", "sequence", "contrast phase", "fat suppression",
                             "field strength", "field of view", "pixel size", "artefact level"})
  {
    ASSERT_NE(find(report, aspect), nullptr) << aspect;
    EXPECT_EQ(find(report, aspect)->severity, Severity::Same);
  }
  EXPECT_EQ(find(report, "plane")->diameter_effect->value(), 0.0);
  EXPECT_FALSE(find(report, "artefact level")->diameter_effect);
  EXPECT_THAT(find(report, "artefact level")->text, HasSubstr("neither"));
}

TEST(CompareExaminations, StopsAtAnotherPlaneWithItsEffect)
{
  auto followup = thigh();
  followup.acquisition.plane = AnatomicalPlane::Coronal;
  followup.acquisition.normal = {0, 1, 0};
  const auto item = only_item(followup);
  EXPECT_EQ(item.aspect, "plane");
  EXPECT_EQ(item.severity, Severity::Stop);
  EXPECT_NEAR(item.diameter_effect->value(), 0.27 * 60, 1e-9);
}

TEST(CompareExaminations, TakesASlightTiltForWhatItDoes)
{
  auto followup = thigh();
  followup.acquisition.normal = {0, std::sin(0.3), std::cos(0.3)};  // 17 degrees
  const auto item = only_item(followup);
  EXPECT_EQ(item.severity, Severity::Caution);
  EXPECT_NEAR(item.diameter_effect->value(), 60 * (1 / std::sqrt(std::pow(std::cos(0.3), 2) + std::pow(std::sin(0.3) / 1.27, 2)) - 1),
              1e-9);
}

TEST(CompareExaminations, StopsAtAnotherSequenceAndAtContrastOnOneSide)
{
  auto t2 = thigh();
  t2.acquisition.sequence = SequenceType::T2;
  EXPECT_EQ(only_item(t2).severity, Severity::Stop);
  auto enhanced = thigh();
  enhanced.acquisition.contrast_given = true;
  EXPECT_EQ(only_item(enhanced).aspect, "contrast phase");
  EXPECT_EQ(only_item(enhanced).severity, Severity::Stop);
  auto unrecognised = thigh();
  unrecognised.acquisition.sequence = SequenceType::Other;
  EXPECT_EQ(only_item(unrecognised).severity, Severity::Caution);
}

TEST(CompareExaminations, StopsWhereTheEchoTimesOfAnUnrecognisedSequenceTellAnotherWeighting)
{
  auto flair = thigh();
  flair.acquisition.sequence = SequenceType::Other;
  flair.acquisition.echo_time = 110;
  const auto report = compare_examinations(thigh(), flair);
  ASSERT_TRUE(find(report, "sequence"));
  EXPECT_EQ(find(report, "sequence")->severity, Severity::Stop);
}

TEST(CompareExaminations, StopsWhereTheFieldOfViewCutsTheLesion)
{
  auto followup = thigh();
  followup.lesion->cut_along_slices = true;
  const auto item = only_item(followup);
  EXPECT_EQ(item.aspect, "field of view");
  EXPECT_EQ(item.severity, Severity::Stop);
  EXPECT_FALSE(item.diameter_effect);
  EXPECT_THAT(item.followup, HasSubstr("cuts the lesion"));
}

TEST(CompareExaminations, JudgesThickerSlicesByTheSizeOfTheLesion)
{
  auto thick = thigh();
  thick.acquisition.thickness = 8;
  thick.acquisition.spacing = 8.4;
  EXPECT_EQ(only_item(thick).aspect, "slice thickness");
  EXPECT_EQ(only_item(thick).severity, Severity::Note);
  auto small = thigh();
  small.lesion->diameter_mm = 12;
  thick.lesion->diameter_mm = 12;
  const auto report = compare_examinations(small, thick);
  EXPECT_EQ(find(report, "slice thickness")->severity, Severity::Caution);
  EXPECT_GT(*find(report, "slice thickness")->volume_effect_percent, 10.0);
}

TEST(CompareExaminations, TellsGapsPixelsFatFieldAndPhase)
{
  auto followup = thigh();
  auto& a = followup.acquisition;
  a.thickness = 3.0;  // 1.4 mm of gap
  a.pixel_row = a.pixel_column = 1.2;
  a.fat_suppression = FatSuppression::On;
  a.field_strength = 3.0;
  const auto report = compare_examinations(thigh(), followup);
  for (const auto* aspect : {"gap between slices", "slice thickness", "pixel size", "fat suppression", "field strength"})
    EXPECT_NE(find(report, aspect), nullptr) << aspect;
  EXPECT_EQ(find(report, "fat suppression")->severity, Severity::Caution);
  // Unsuppressed at 1.5 T: 223.5 Hz over 200 Hz a pixel of 0.8 mm; and readers on two contrasts, 2.8 % of 60 mm each.
  EXPECT_NEAR(find(report, "fat suppression")->diameter_effect->value(), std::hypot(223.53 / 200 * 0.8, 1.96 * std::sqrt(2.0) * 0.028 * 60),
              0.01);
  for (const auto& item : differences(report)) EXPECT_TRUE(item.diameter_effect && item.volume_effect_percent) << item.aspect;
}

// A sequence without fat suppression seldom says that it has none.
TEST(CompareExaminations, DoubtsFatSuppressionThatOneSideAloneTells)
{
  auto baseline = thigh(), followup = thigh();
  baseline.acquisition.fat_suppression = FatSuppression::Unknown;
  followup.acquisition.fat_suppression = FatSuppression::On;
  const auto report = compare_examinations(baseline, followup);
  EXPECT_EQ(find(report, "fat suppression")->severity, Severity::Caution);
  EXPECT_TRUE(find(report, "fat suppression")->diameter_effect);
  followup.acquisition.fat_suppression = FatSuppression::Off;
  EXPECT_EQ(find(compare_examinations(baseline, followup), "fat suppression")->severity, Severity::Note);
}

TEST(CompareExaminations, ComparesTheTimeAfterContrast)
{
  auto baseline = thigh(), followup = thigh();
  for (auto* e : {&baseline, &followup}) e->acquisition.contrast_given = true;
  baseline.acquisition.minutes_after_contrast = 2;
  followup.acquisition.minutes_after_contrast = 8;
  EXPECT_EQ(find(compare_examinations(baseline, followup), "contrast phase")->severity, Severity::Caution);
  followup.acquisition.minutes_after_contrast.reset();
  EXPECT_EQ(find(compare_examinations(baseline, followup), "contrast phase")->severity, Severity::Note);
}

TEST(CompareExaminations, WarnsOfGhostsAndNoise)
{
  auto clean = thigh(), ghosted = thigh();
  clean.artefacts = ArtefactLevel{40, 0.002};
  ghosted.artefacts = ArtefactLevel{40, 0.05};
  const auto report = compare_examinations(clean, ghosted);
  EXPECT_EQ(find(report, "artefact level")->severity, Severity::Caution);
  EXPECT_EQ(find(compare_examinations(clean, clean), "artefact level")->severity, Severity::Note);
  ghosted.artefacts = ArtefactLevel{5, std::nullopt};
  EXPECT_EQ(find(compare_examinations(clean, ghosted), "artefact level")->severity, Severity::Caution);
}

TEST(CompareExaminations, SaysWhatOneSideDoesNotTell)
{
  auto followup = thigh();
  followup.acquisition.field_strength.reset();
  const auto item = only_item(followup);
  EXPECT_EQ(item.followup, "unknown");
  EXPECT_EQ(item.severity, Severity::Note);
}

TEST(CompareExaminations, PutsTheGravestFirstAndNeedsNoLesion)
{
  auto baseline = thigh(), followup = thigh();
  baseline.lesion.reset();
  followup.lesion.reset();
  followup.acquisition.manufacturer = "PHILIPS";
  followup.acquisition.sequence = SequenceType::T2;
  const auto report = compare_examinations(baseline, followup);
  EXPECT_EQ(report.reference_diameter.value(), reference_diameter_mm);
  EXPECT_EQ(report.items.front().aspect, "sequence");
  EXPECT_EQ(report.severity(), Severity::Stop);
  EXPECT_EQ(differences(report).back().aspect, "scanner");
}

// 3 mm in steps of 5 mm sample a lesion as 5 mm without a gap do: the step counts (TechniqueEffect.OfSlicesAndGaps).
TEST(CompareExaminations, GivesAGapTheEffectOfTheStepBetweenSlices)
{
  auto contiguous = thigh(), gapped = thigh();
  for (auto* e : {&contiguous, &gapped}) e->lesion->diameter_mm = 12, e->acquisition.spacing = 5.0;
  contiguous.acquisition.thickness = 5.0;
  gapped.acquisition.thickness = 3.0;
  const auto report = compare_examinations(contiguous, gapped);
  const auto* gap = find(report, "gap between slices");
  ASSERT_NE(gap, nullptr);
  EXPECT_NEAR(*gap->volume_effect_percent, std::sqrt(2.0) * 8.4 * (5.0 / 6) * (5.0 / 6), 1e-9);
  EXPECT_EQ(gap->diameter_effect->value(), find(report, "slice thickness")->diameter_effect->value());
}

// An agent that nobody typed in is no proof of an image before contrast.
TEST(CompareExaminations, StopsWhereContrastIsRecordedAtOneDateAndNotToldAtTheOther)
{
  auto enhanced = thigh(), silent = thigh();
  enhanced.acquisition.sequence = SequenceType::T1PostContrast;
  enhanced.acquisition.contrast_given = true;
  silent.acquisition.contrast_given.reset();
  const auto report = compare_examinations(enhanced, silent);
  EXPECT_EQ(find(report, "contrast phase")->severity, Severity::Stop);
  EXPECT_THAT(find(report, "contrast phase")->text, HasSubstr("does not tell"));
  EXPECT_TRUE(find(report, "contrast phase")->volume_effect_percent);
}

TEST(CompareExaminations, EstimatesTheShiftOfFatAtAUsualBandwidthWhereNoneIsTold)
{
  auto followup = thigh();
  followup.acquisition.field_strength = 3.0;
  followup.acquisition.pixel_bandwidth.reset();
  const auto item = only_item(followup);
  EXPECT_EQ(item.aspect, "field strength");
  EXPECT_NEAR(item.diameter_effect->value(), 0.8, 0.01);  // a pixel of 0.8 mm at 1.5 T, two at 3 T
  EXPECT_THAT(item.method, HasSubstr("usual bandwidth"));
}
