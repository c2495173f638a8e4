#include "measure/assessment/series_pairing.h"

#include <gmock/gmock.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using imaging::SequenceType;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
TimepointImages timepoint_of(std::vector<imaging::ImageStack> stacks)
{
  TimepointImages images;
  images.label = TimepointLabel{"follow-up"};
  imaging::Study study;
  study.series.emplace_back().stacks = std::move(stacks);
  images.scan.studies.push_back(study);
  return images;
}

imaging::ImageStack dwi(const std::string& id, double b_value)
{
  auto stack = nadir::testing::axial_stack(id, SequenceType::Dwi);
  stack.sequence.b_value = b_value;
  return stack;
}
}  // namespace

TEST(SeriesPairing, PairsBySequenceWhateverTheOrder)
{
  const auto baseline =
      timepoint_of({nadir::testing::axial_stack("1.1", SequenceType::T1), nadir::testing::axial_stack("2.1", SequenceType::T2)});
  const auto followup =
      timepoint_of({nadir::testing::axial_stack("7.1", SequenceType::T2), nadir::testing::axial_stack("8.1", SequenceType::T1)});
  const auto pairings = pair_series(baseline, followup);
  ASSERT_THAT(pairings, SizeIs(2));
  EXPECT_EQ(pairings[0].followup_stack, "8.1");
  EXPECT_EQ(pairings[1].followup_stack, "7.1");
}

TEST(SeriesPairing, NeverPairsPlainWithPostContrastT1)
{
  const auto pairings = pair_series(timepoint_of({nadir::testing::axial_stack("1.1", SequenceType::T1PostContrast)}),
                                    timepoint_of({nadir::testing::axial_stack("2.1", SequenceType::T1)}));
  ASSERT_THAT(pairings, SizeIs(1));
  EXPECT_EQ(pairings[0].followup_stack, "");
  EXPECT_THAT(pairings[0].reason, HasSubstr("T1 post-contrast"));
}

TEST(SeriesPairing, NamesTheContrastsOfBothDates)
{
  using nadir::testing::axial_stack;
  const auto baseline = timepoint_of(
      {axial_stack("1.1", SequenceType::T1), axial_stack("2.1", SequenceType::T2), axial_stack("3.1", SequenceType::T2FatSaturated)});
  const auto followup = timepoint_of({axial_stack("7.1", SequenceType::T2FatSaturated), axial_stack("8.1", SequenceType::T1),
                                      axial_stack("9.1", SequenceType::T1PostContrast)});
  EXPECT_THAT(common_contrasts(baseline, followup), ::testing::ElementsAre(SequenceType::T2FatSaturated, SequenceType::T1));
  EXPECT_THAT(common_contrasts(baseline, timepoint_of({})), IsEmpty());
}

TEST(SeriesPairing, PairsDiffusionByBValue)
{
  const auto pairings =
      pair_series(timepoint_of({dwi("1.1", 0), dwi("1.2", 800)}), timepoint_of({dwi("5.1", 800), dwi("5.2", 0), dwi("5.3", 400)}));
  ASSERT_THAT(pairings, SizeIs(2));
  EXPECT_EQ(pairings[0].followup_stack, "5.2");
  EXPECT_EQ(pairings[1].followup_stack, "5.1");
}

TEST(SeriesPairing, PrefersTheTwinWithTheSameVoxels)
{
  auto thick = nadir::testing::axial_stack("2.1", SequenceType::T1);
  thick.geometry = ImageGeometry::make({64, 64, 5}, {1, 1, 9}, {}, {}).value();
  const auto pairings = pair_series(timepoint_of({nadir::testing::axial_stack("1.1", SequenceType::T1)}),
                                    timepoint_of({thick, nadir::testing::axial_stack("3.1", SequenceType::T1)}));
  ASSERT_THAT(pairings, SizeIs(1));
  EXPECT_EQ(pairings[0].followup_stack, "3.1");
}

TEST(SeriesPairing, NeverPairsAnotherPlane)
{
  auto coronal = nadir::testing::axial_stack("2.1", SequenceType::T1);
  coronal.certificate.plane = AnatomicalPlane::Coronal;
  const auto pairings = pair_series(timepoint_of({nadir::testing::axial_stack("1.1", SequenceType::T1)}), timepoint_of({coronal}));
  ASSERT_THAT(pairings, SizeIs(1));
  EXPECT_EQ(pairings[0].followup_stack, "");
}

TEST(Comparability, IsDoubtedAcrossSequencesAndPlanes)
{
  const auto baseline = nadir::testing::axial_stack("1.1", SequenceType::T1);
  auto other = nadir::testing::axial_stack("2.1", SequenceType::T2);
  other.certificate.plane = AnatomicalPlane::Coronal;
  EXPECT_THAT(comparability_warnings(baseline, baseline), IsEmpty());
  EXPECT_THAT(comparability_warnings(baseline, other), SizeIs(2));
}
