// Two readers of one patient: which lesions are the same, and what makes their calls differ. Calls were worked out by hand from RECIST 1.1
// section 4.3: PR at 30 % below the baseline sum, PD at 20 % and 5 mm above the smallest sum, or with an unequivocal new lesion.
#include <gmock/gmock.h>

#include "measure/response/assessed_readings.h"
#include "measure/response/reader_comparison/compare_readings.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::measure::reader_comparison
{
namespace
{
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A lesion seen at a place (LPS, mm), with a length at each time point; below 0 it is absent.
struct Seen
{
  std::string id;
  LesionRole role = LesionRole::Target;
  double left = 0.0;
  std::vector<double> lengths;
  std::string frame = "1.2.3";
};

LesionAssessment seen_at(const Seen& seen, double length)
{
  LesionAssessment lesion;
  lesion.lesion.id = LesionId{seen.id};
  lesion.lesion.role = seen.role;
  lesion.lesion.organ = "soft tissue";
  lesion.evidence.frame_of_reference = FrameOfReferenceUid{seen.frame};
  const bool is_there = length > 0.0;
  if (seen.role == LesionRole::Target) lesion.state = is_there ? "MEASURED" : "ABSENT";
  if (seen.role == LesionRole::NonTarget) lesion.state = is_there ? "PRESENT" : "ABSENT";
  if (seen.role == LesionRole::New) lesion.state = is_there ? "UNEQUIVOCAL" : "NONE";
  if (is_there)
    lesion.longest_diameter =
        Caliper{{seen.left - length / 2.0, 0.0, 0.0}, {seen.left + length / 2.0, 0.0, 0.0}, Millimeters{length}, {}, {}, {}};
  return lesion;
}

Assessment reading(const std::vector<Seen>& lesions)
{
  Assessment assessment;
  assessment.patient = "P1";
  std::vector<Lesion> all;
  for (std::size_t t = 0; t < lesions.front().lengths.size(); ++t)
  {
    auto& timepoint = assessment.timepoints.emplace_back();
    timepoint.label = TimepointLabel{"visit " + std::to_string(t)};
    for (const auto& seen : lesions) timepoint.lesions.push_back(seen_at(seen, seen.lengths[t]));
  }
  for (const auto& lesion : assessment.timepoints.front().lesions) all.push_back(lesion.lesion);
  const SliceGeometries slices(assessment.timepoints.size(), std::vector<SliceGeometry>(all.size()));
  const auto response = recist_1_1::assess(readings_of(all, slices, assessment.timepoints).value(), Protocol{});
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
    assessment.timepoints[t].response.overall_response = name_of(response.timepoints[t].overall);
  return assessment;
}

std::vector<std::string> calls(const Assessment& assessment)
{
  std::vector<std::string> words;
  for (const auto& timepoint : assessment.timepoints) words.push_back(timepoint.response.overall_response);
  return words;
}
}  // namespace

TEST(ReaderComparison, FindsTheSameLesionByItsPlaceWhateverItsName)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 50}}, {"T02", LesionRole::Target, 100.0, {30, 30}}});
  const auto second = reading({{"T01", LesionRole::Target, 104.0, {32, 32}}, {"T02", LesionRole::Target, 3.0, {52, 52}}});
  const auto matches = match_lesions(first, second);
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].first->id.text() + matches[0].second->id.text(), "T01T02");
  EXPECT_EQ(matches[1].first->id.text() + matches[1].second->id.text(), "T02T01");
  EXPECT_DOUBLE_EQ(matches[1].distance->value(), 4.0);
}

TEST(ReaderComparison, TakesNoPlaceOfAnotherFrameOfReferenceForTheSame)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 50}}});
  const auto second = reading({{"T01", LesionRole::Target, 0.0, {50, 50}, "1.2.4"}});
  EXPECT_EQ(match_lesions(first, second).size(), 2u);
}

TEST(ReaderComparison, TakesLesionsFurtherApartThanHalfTheLongerOneForTwo)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {40, 40}}});
  EXPECT_EQ(match_lesions(first, reading({{"A", LesionRole::Target, 20.0, {40, 40}}})).size(), 1u);
  EXPECT_EQ(match_lesions(first, reading({{"A", LesionRole::Target, 20.1, {40, 40}}})).size(), 2u);
}

// 50 + 30 = 80 mm. Reader 1: 45 + 15 = 60 mm, 25 % less, SD. Reader 2: 40 + 15 = 55 mm, 31 % less, PR.
TEST(ReaderComparison, NamesTheMeasurementThatMakesTheDifference)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 45}}, {"T02", LesionRole::Target, 100.0, {30, 15}}});
  const auto second = reading({{"T01", LesionRole::Target, 0.0, {50, 40}}, {"T02", LesionRole::Target, 100.0, {30, 15}}});
  ASSERT_THAT(calls(first), ElementsAre("baseline", "SD"));
  ASSERT_THAT(calls(second), ElementsAre("baseline", "PR"));
  const auto comparison = compare_readings(first, second).value();
  EXPECT_EQ(comparison.not_recomputed, "");
  EXPECT_THAT(comparison.explained_by, ElementsAre(IsEmpty(), ElementsAre("lengths of T01", "targets")));
}

TEST(ReaderComparison, NamesANewLesionThatOneReaderSaw)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 30}}});
  const auto second = reading({{"T01", LesionRole::Target, 0.0, {50, 30}}, {"N01", LesionRole::New, 200.0, {-1, 12}}});
  ASSERT_THAT(calls(second), ElementsAre("baseline", "PD"));
  EXPECT_THAT(compare_readings(first, second).value().explained_by[1], ElementsAre("new lesions"));
  EXPECT_THAT(compare_readings(second, first).value().explained_by[1], ElementsAre("new lesions"));
}

// Reader 1 chose a lesion that grew from 20 to 30 mm and one of 20 mm that did not change: 40 to 50 mm, 25 %, PD. Reader 2 took the second
// one only: SD.
TEST(ReaderComparison, NamesATargetThatOnlyOneReaderChose)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {20, 30}}, {"T02", LesionRole::Target, 100.0, {20, 20}}});
  const auto second = reading({{"T01", LesionRole::Target, 100.0, {20, 20}}});
  ASSERT_THAT(calls(first), ElementsAre("baseline", "PD"));
  ASSERT_THAT(calls(second), ElementsAre("baseline", "SD"));
  EXPECT_THAT(compare_readings(first, second).value().explained_by[1], ElementsAre("without T01", "targets"));
}

TEST(ReaderComparison, SaysNothingWhereTheReadersAgree)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 45}}});
  const auto second = reading({{"T01", LesionRole::Target, 0.0, {52, 45}}});
  EXPECT_THAT(compare_readings(first, second).value().explained_by, ElementsAre(IsEmpty(), IsEmpty()));
}

// A lesion that is target for one reader and non-target for the other must not be there twice.
TEST(ReaderComparison, CountsALesionOfTwoRolesOnce)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 50}}, {"NT1", LesionRole::NonTarget, 100.0, {20, 20}}});
  const auto second = reading({{"T01", LesionRole::Target, 0.0, {50, 50}}, {"T02", LesionRole::Target, 100.0, {20, 40}}});
  ASSERT_THAT(calls(second), ElementsAre("baseline", "PD"));  // 70 to 90 mm: 28 %
  EXPECT_THAT(compare_readings(first, second).value().explained_by[1], ElementsAre("targets"));
}

TEST(ReaderComparison, TellsNoReasonWhereACallDoesNotFollowFromItsAssessment)
{
  auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 45}}});
  const auto second = first;
  first.timepoints[1].response.overall_response = "";
  const auto comparison = compare_readings(first, second).value();
  EXPECT_THAT(comparison.not_recomputed, HasSubstr("do not follow"));
  EXPECT_THAT(comparison.changes, IsEmpty());
}

TEST(ReaderComparison, RefusesReadingsThatCannotBeCompared)
{
  const auto first = reading({{"T01", LesionRole::Target, 0.0, {50, 45}}});
  auto other = first;
  other.patient = "P2";
  EXPECT_TRUE(compare_readings(first, other).failure().is(ComparisonError::OtherPatient));
  other = first;
  other.limits.progression_increase_percent = 25.0;
  EXPECT_TRUE(compare_readings(first, other).failure().is(ComparisonError::OtherCriteria));
  other = first;
  other.timepoints[1].label = TimepointLabel{"another visit"};
  EXPECT_TRUE(compare_readings(first, other).failure().is(ComparisonError::OtherTimepoints));
}
}  // namespace nadir::measure::reader_comparison
