#include "imaging/open/choose_stack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::AllOf;
using ::testing::HasSubstr;

namespace
{
Scan scan_of(std::vector<ImageStack> stacks)
{
  Scan scan;
  scan.studies.resize(1);
  scan.studies[0].series.resize(1);
  scan.studies[0].series[0].stacks = std::move(stacks);
  return scan;
}

ImageStack refused(ImageStack stack, const std::string& reason)
{
  stack.geometry.reset();
  stack.certificate.remarks.push_back({Severity::Refusal, "geometry.missing-slice", reason});
  return stack;
}

ImageStack coronal(ImageStack stack)
{
  stack.certificate.plane = AnatomicalPlane::Coronal;
  return stack;
}

ImageStack diffusion(const std::string& id, double b_value)
{
  auto stack = axial_stack(id, SequenceType::Dwi);
  stack.sequence.b_value = b_value;
  return stack;
}

OpenConfig wanting(std::vector<SequenceType> types)
{
  OpenConfig config;
  config.wanted = std::move(types);
  return config;
}

std::string chosen(const Scan& scan, const OpenConfig& config)
{
  const auto choice = choose_stack(scan, config);
  return choice ? choice->stack->id : std::string(choice.failure().code());
}
}  // namespace

TEST(ChooseStack, TakesTheOnlyMeasurableStackWithoutAWord)
{
  const auto scan = scan_of({axial_stack("1.1", SequenceType::Other)});
  const auto choice = choose_stack(scan, {}).value();
  EXPECT_EQ(choice.stack->id, "1.1");
  EXPECT_EQ(choice.reason, "");
}

TEST(ChooseStack, LeavesLocalizersOutAndSaysSo)
{
  const auto scan = scan_of({axial_stack("1.1", SequenceType::Localizer), axial_stack("2.1", SequenceType::T1)});
  const auto choice = choose_stack(scan, {}).value();
  EXPECT_EQ(choice.stack->id, "2.1");
  EXPECT_THAT(choice.reason, HasSubstr("localizers"));
}

TEST(ChooseStack, AsksAmongSeveralAndListsIdSequencePlaneAndSlices)
{
  const auto scan = scan_of({axial_stack("2.1", SequenceType::T1), coronal(axial_stack("3.1", SequenceType::T2))});
  const auto choice = choose_stack(scan, {});
  ASSERT_TRUE(choice.failure().is(OpenError::SeveralImages));
  EXPECT_THAT(choice.failure().message(), AllOf(HasSubstr("2.1: T1, axial, 10 slices"), HasSubstr("3.1: T2, coronal, 10 slices")));
}

TEST(ChooseStack, TakesTheFirstWantedSequenceThatIsThereAndSaysWhich)
{
  const auto scan = scan_of({axial_stack("2.1", SequenceType::T1), axial_stack("3.1", SequenceType::T2)});
  const auto choice = choose_stack(scan, wanting({SequenceType::T1PostContrast, SequenceType::T1})).value();
  EXPECT_EQ(choice.stack->id, "2.1");
  EXPECT_THAT(choice.reason, HasSubstr("T1"));
  EXPECT_EQ(chosen(scan, wanting({SequenceType::T1PostContrast})), "open.no-image");
}

TEST(ChooseStack, AsksAmongEqualSequencesUnlessThePlaneDecides)
{
  const auto scan = scan_of({axial_stack("2.1", SequenceType::T1), coronal(axial_stack("3.1", SequenceType::T1))});
  auto config = wanting({SequenceType::T1});
  EXPECT_EQ(chosen(scan, config), "open.several-images");
  config.plane = AnatomicalPlane::Coronal;
  EXPECT_EQ(chosen(scan, config), "3.1");
}

TEST(ChooseStack, TakesWhatIsNamedByStackOrBySeries)
{
  const auto scan = scan_of({axial_stack("2.1", SequenceType::T1), axial_stack("3.1", SequenceType::T2)});
  OpenConfig config;
  for (const auto* const name : {"3.1", "1.2.3.1"})
  {
    config.stack = name;
    EXPECT_EQ(chosen(scan, config), "3.1");
  }
  config.stack = "9.9";
  EXPECT_EQ(chosen(scan, config), "open.not-there");
}

TEST(ChooseStack, NeverTakesARefusedStackEvenWhenItIsNamed)
{
  const auto scan = scan_of({refused(axial_stack("2.1", SequenceType::T1), "slice 4 is missing"), axial_stack("3.1", SequenceType::T1)});
  EXPECT_EQ(chosen(scan, wanting({SequenceType::T1})), "3.1");
  OpenConfig config;
  config.stack = "2.1";
  const auto choice = choose_stack(scan, config);
  ASSERT_TRUE(choice.failure().is(OpenError::NotMeasurable));
  EXPECT_THAT(choice.failure().message(), HasSubstr("slice 4 is missing"));
}

TEST(ChooseStack, ComputesAnAdcMapOnlyWhereTheScannerGivesNone)
{
  const auto without = scan_of({diffusion("5.1", 800), diffusion("5.2", 0)});
  const auto choice = choose_stack(without, wanting({SequenceType::Adc})).value();
  ASSERT_TRUE(choice.adc_source);
  EXPECT_EQ(choice.stack->id, "5.2");
  EXPECT_THAT(choice.reason, HasSubstr("computed"));
  const auto with = scan_of({diffusion("5.1", 800), diffusion("5.2", 0), axial_stack("6.1", SequenceType::Adc)});
  EXPECT_FALSE(choose_stack(with, wanting({SequenceType::Adc})).value().adc_source);
  EXPECT_EQ(chosen(with, wanting({SequenceType::Adc})), "6.1");
}

TEST(ChooseStack, SaysThatThereAreNoImages) { EXPECT_EQ(chosen(Scan{}, {}), "open.no-image"); }
