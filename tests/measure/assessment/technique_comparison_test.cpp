#include "measure/assessment/technique_comparison.h"

#include <gmock/gmock.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using imaging::SequenceType;
using nadir::testing::axial_stack;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
MeasuredLesion lesion_on(const imaging::ImageStack& stack, const std::string& id, double diameter)
{
  MeasuredLesion lesion;
  lesion.assessment.lesion.id = LesionId{id};
  lesion.assessment.longest_diameter = Caliper{{}, {}, Millimeters{diameter}, {}, {}, {}};
  lesion.stack = &stack;
  return lesion;
}
}  // namespace

TEST(TechniqueComparison, GivesOneReportForAllLesionsOfOnePairOfSeries)
{
  const auto before = axial_stack("1.1", SequenceType::T1), after = axial_stack("2.1", SequenceType::T1);
  const auto reports = TechniqueComparison().compare({lesion_on(before, "T01", 20), lesion_on(before, "T02", 30)},
                                                     {lesion_on(after, "T01", 25), lesion_on(after, "T02", 22)});
  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_THAT(reports[0].lesions, ElementsAre("T01", "T02"));
  EXPECT_EQ(reports[0].reference_diameter.value(), 30.0);
  EXPECT_THAT(comparability_questions(reports, TimepointLabel{"follow-up"}), IsEmpty());
}

TEST(TechniqueComparison, AsksWhereALesionWasMeasuredOnAnotherSequence)
{
  const auto before = axial_stack("1.1", SequenceType::T1), after = axial_stack("2.1", SequenceType::T2);
  const auto reports = TechniqueComparison().compare({lesion_on(before, "T01", 20)}, {lesion_on(after, "T01", 25)});
  const auto questions = comparability_questions(reports, TimepointLabel{"week 8"});
  ASSERT_THAT(questions, SizeIs(1));
  EXPECT_THAT(questions[0].text, HasSubstr("week 8"));
  const auto open = require_answers(questions, {});
  ASSERT_FALSE(open);
  EXPECT_TRUE(open.failure().is(AssessmentError::ComparabilityQuestion));
  EXPECT_TRUE(require_answers(questions, {"comparability"}));
  EXPECT_THAT(comparability_words(reports[0]),
              ElementsAre(AllOf(HasSubstr("stop: sequence"), HasSubstr("mm of the diameter"), HasSubstr("% of the volume"))));
}

TEST(TechniqueComparison, AsksWhereTheImagesCutALesion)
{
  const auto before = axial_stack("1.1", SequenceType::T1), after = axial_stack("2.1", SequenceType::T1);
  auto cut = lesion_on(after, "T01", 25);
  std::vector<std::uint8_t> voxels(after.geometry->size().voxels());
  voxels[64 * 32 + 32] = 1;  // in the first slice
  cut.mask = segmentation::Mask::from_grid(*after.geometry, voxels);
  EXPECT_THAT(comparability_questions(TechniqueComparison().compare({lesion_on(before, "T01", 20)}, {cut}), TimepointLabel{"follow-up"}),
              SizeIs(1));
}

TEST(TechniqueComparison, AsksWhereALineIsDrawnToTheEdgeOfTheImages)
{
  const auto before = axial_stack("1.1", SequenceType::T1), after = axial_stack("2.1", SequenceType::T1);
  const auto at = [&](int i) { return after.geometry->voxel_to_patient(VoxelIndex{i, 30, 3}); };
  const auto asked = [&](int from, int to)
  {
    auto drawn = lesion_on(after, "T01", 25);
    drawn.assessment.longest_diameter = Caliper{at(from), at(to), Millimeters{25}, {}, {}, {}};
    return comparability_questions(TechniqueComparison().compare({lesion_on(before, "T01", 20)}, {drawn}), TimepointLabel{"follow-up"});
  };
  EXPECT_THAT(asked(0, 20), SizeIs(1));
  EXPECT_THAT(asked(40, after.geometry->size().i - 1), SizeIs(1));
  EXPECT_THAT(asked(5, 40), IsEmpty());
}

TEST(TechniqueComparison, HasNothingToSayOfALesionThatIsGoneOrWithoutImages)
{
  const auto before = axial_stack("1.1", SequenceType::T1);
  EXPECT_THAT(TechniqueComparison().compare({lesion_on(before, "T01", 20)}, {MeasuredLesion{}}), IsEmpty());
}
