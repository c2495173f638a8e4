#include "report/identity/tracking_uid.h"

#include <gmock/gmock.h>

#include "tests/report/support/example_assessment.h"

namespace nadir::report
{
namespace
{
using ::testing::Ne;

const LesionId first{"T01"};

TEST(TrackingUid, StaysWhenTimePointsLesionsAndProtocolAreAdded)
{
  auto later = test::long_assessment();
  const auto before = tracking_uid(later, first);
  later.timepoints.push_back(later.timepoints.back());
  later.timepoints.back().series.front().series = SeriesUid{"1.1"};  // sorts before the baseline's
  later.protocol_differences = {"another"};
  later.patient = "renamed";
  for (auto& timepoint : later.timepoints) timepoint.lesions.emplace_back().lesion.id = LesionId{"T09"};
  EXPECT_EQ(tracking_uid(later, first), before);
}

TEST(TrackingUid, IsThatOfTheObjectALesionWasImportedFrom)
{
  auto assessment = test::long_assessment();
  EXPECT_EQ(tracking_identifier(assessment, first), first.text());
  for (auto& timepoint : assessment.timepoints)
    for (auto& lesion : timepoint.lesions)
      if (lesion.lesion.id == first) lesion.lesion.tracking = {"1.2.826.0.1.3680043.8.498.1", "Nodule 7"};
  EXPECT_EQ(tracking_uid(assessment, first), "1.2.826.0.1.3680043.8.498.1");
  EXPECT_EQ(tracking_identifier(assessment, first), "Nodule 7");
  EXPECT_NE(tracking_uid(assessment, LesionId{"T02"}), "1.2.826.0.1.3680043.8.498.1");
}

TEST(TrackingUid, TellsLesionsApart)
{
  EXPECT_NE(tracking_uid(test::long_assessment(), first), tracking_uid(test::long_assessment(), LesionId{"T02"}));
}

TEST(TrackingUid, TellsPatientsApartThatShareANameAndALesionId)
{
  auto other = test::sarcoma_assessment();
  const auto uid = tracking_uid(other, first);
  other.timepoints[0].series[0].series = SeriesUid{"1.2.3"};
  for (auto& lesion : other.timepoints[0].lesions) lesion.evidence.series = SeriesUid{"1.2.3"};
  EXPECT_THAT(tracking_uid(other, first), Ne(uid));
}

TEST(TrackingUid, RestsOnTheInputsWhereNoSeriesIsNamed)
{
  auto without_images = test::sarcoma_assessment();
  without_images.timepoints[0].series.clear();
  for (auto& lesion : without_images.timepoints[0].lesions) lesion.evidence.series = SeriesUid{};
  const auto uid = tracking_uid(without_images, first);
  EXPECT_EQ(tracking_uid(without_images, first), uid);
  without_images.inputs[1].sha256 = "0";
  EXPECT_NE(tracking_uid(without_images, first), uid) << "another mask is another patient's lesion";
}
}  // namespace
}  // namespace nadir::report
