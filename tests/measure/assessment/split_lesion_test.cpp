// Truth: boxes of known length; the rule is RECIST 1.1, 4.3.2 (T4 of the specification).
#include "measure/assessment/split_lesion.h"

#include <gmock/gmock.h>

#include <cmath>

#include "measure/assessment/measure_found_lesion.h"
#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using segmentation::Mask;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
const auto stack = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);

/// Boxes of voxels, in one mask.
MeasuredLesion lesion_of(const std::vector<segmentation::VoxelBox>& boxes, bool nodal = false)
{
  const auto& size = stack.geometry->size();
  std::vector<std::uint8_t> voxels(size.voxels());
  for (const auto& [first, extent] : boxes)
    for (int k = first.k; k < first.k + extent.k; ++k)
      for (int j = first.j; j < first.j + extent.j; ++j)
        for (int i = first.i; i < first.i + extent.i; ++i)
          voxels[(static_cast<std::size_t>(k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) *
                     static_cast<std::size_t>(size.i) +
                 static_cast<std::size_t>(i)] = 1;
  const Lesion lesion{LesionId("T01"), LesionRole::Target, "soft tissue", nodal};
  return *measure_found_lesion(lesion, Mask::from_grid(*stack.geometry, voxels), stack, "propagation");
}

/// Corner to corner of so many voxels in the plane, mm.
double diagonal(int i, int j) { return std::hypot(i * stack.geometry->spacing().i, j * stack.geometry->spacing().j); }

const MeasuredLesion whole = lesion_of({{{10, 10, 3}, {30, 12, 3}}}),
                     halves = lesion_of({{{10, 10, 3}, {14, 12, 3}}, {{28, 10, 3}, {12, 12, 3}}});
}  // namespace

TEST(SplitLesion, CountsTheLongestDiametersOfItsParts)
{
  auto now = halves;
  say_split(now, whole);
  EXPECT_EQ(now.assessment.state, "SPLIT");
  ASSERT_THAT(now.assessment.fragments, SizeIs(2));
  EXPECT_NEAR(now.assessment.fragments[0].value(), diagonal(14, 12), 1.5);
  EXPECT_NEAR(now.assessment.fragments[1].value(), diagonal(12, 12), 1.5);
  EXPECT_FALSE(now.assessment.longest_diameter) << "it would lie across both";
  EXPECT_NEAR(now.assessment.volume->value(), halves.assessment.volume->value(), 1e-9);
  EXPECT_THAT(now.assessment.warnings, ::testing::Contains(HasSubstr("rule T4")));
  EXPECT_THAT(now.part_calipers, SizeIs(2));
}

TEST(SplitLesion, StaysSplitAtTheNextTimePoint)
{
  auto before = halves, now = halves;
  say_split(before, whole);
  say_split(now, before);
  EXPECT_EQ(now.assessment.state, "SPLIT");
  auto grown_together = whole;
  say_split(grown_together, before);
  EXPECT_EQ(grown_together.assessment.state, "MEASURED");
}

TEST(SplitLesion, IsNotOneThatWasDrawnInPartsFromTheStart)
{
  auto now = halves;
  say_split(now, halves);
  EXPECT_EQ(now.assessment.state, "MEASURED");
  EXPECT_TRUE(now.assessment.longest_diameter);
}

TEST(SplitLesion, DoesNotCountAScrapBesideTheLesion)
{
  auto now = lesion_of({{{10, 10, 3}, {30, 12, 3}}, {{44, 10, 3}, {2, 2, 1}}});
  say_split(now, whole);
  EXPECT_EQ(now.assessment.state, "MEASURED");
}

TEST(SplitLesion, IsNeverALymphNode)
{
  auto now = lesion_of({{{10, 10, 3}, {14, 12, 3}}, {{28, 10, 3}, {12, 12, 3}}}, true);
  say_split(now, lesion_of({{{10, 10, 3}, {30, 12, 3}}}, true));
  EXPECT_EQ(now.assessment.state, "MEASURED");
}

TEST(SplitLesion, LeavesTheStateToTheReaderWhoMarkedIt)
{
  auto now = halves;
  warn_of_split(now, whole);
  EXPECT_EQ(now.assessment.state, "MEASURED");
  EXPECT_THAT(now.assessment.warnings, ::testing::Contains(HasSubstr("State SPLIT with these lengths")));
  auto same = whole;
  warn_of_split(same, whole);
  EXPECT_THAT(same.assessment.warnings, IsEmpty());
}
