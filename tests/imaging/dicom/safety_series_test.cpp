#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "imaging/dicom/scan.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

// The defective series of the reliability review (its section 5.5), each in the dress of three vendors and three encodings: every one
// must be refused, or flagged before anything is measured; the sound ones must pass without a word.
using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
constexpr Tag position_tag{0x0020, 0x0032}, orientation_tag{0x0020, 0x0037}, spacing_tag{0x0028, 0x0030};

struct Dress
{
  std::string manufacturer;
  std::string transfer_syntax;

  friend std::ostream& operator<<(std::ostream& out, const Dress& dress) { return out << dress.manufacturer; }
};

class SafetySeries : public ::testing::TestWithParam<Dress>
{
protected:
  SafetySeries() : slices(mr_series({.manufacturer = GetParam().manufacturer})) {}

  const Scan& scanned()
  {
    write_series(folder, slices, GetParam().transfer_syntax);
    scan_ = scan(folder.path()).value();
    return *scan_;
  }

  const ImageStack& only_stack()
  {
    const auto stacks = all_stacks(scanned());
    EXPECT_THAT(stacks, SizeIs(1));
    return *stacks.front();
  }

  void expect_refused(const std::string& code)
  {
    for (const auto* stack : all_stacks(scanned()))
    {
      EXPECT_TRUE(has_remark(*stack, code, Severity::Refusal)) << stack->id;
      EXPECT_FALSE(stack->certificate.is_measurable());
      EXPECT_FALSE(stack->geometry);
    }
  }

  void expect_warned(const std::string& code)
  {
    for (const auto* stack : all_stacks(scanned())) EXPECT_TRUE(has_remark(*stack, code, Severity::Warning)) << stack->id;
  }

  void move(std::size_t slice, const std::string& position) { put_text(slices[slice], position_tag, "DS", position); }

  TemporaryFolder folder;
  std::vector<DicomObject> slices;

private:
  std::optional<Scan> scan_;
};
}  // namespace

TEST_P(SafetySeries, SoundSeriesPassesWithoutAWord)
{
  const auto& stack = only_stack();
  ASSERT_TRUE(stack.geometry);
  EXPECT_THAT(stack.certificate.remarks, IsEmpty());
  EXPECT_TRUE(stack.certificate.uniform);
  EXPECT_EQ(stack.geometry->size(), (GridSize{4, 4, 20}));
  EXPECT_EQ(stack.geometry->spacing().i, 0.5);
  EXPECT_EQ(stack.geometry->spacing().j, 0.75);
  EXPECT_EQ(stack.geometry->spacing().k, 3.0);
  EXPECT_EQ(stack.geometry->origin(), (PatientPoint{-10, -20, 0}));
}

TEST_P(SafetySeries, MissingSliceIsRefusedWithBothSlicesAndNumbers)
{
  slices.erase(slices.begin() + 7);
  const auto& stack = only_stack();
  EXPECT_FALSE(stack.geometry);
  EXPECT_EQ(stack.certificate.missing_slices, 1);
  ASSERT_TRUE(has_remark(stack, "geometry.missing-slice", Severity::Refusal));
  EXPECT_THAT(warnings_of(stack).front().text, ::testing::HasSubstr("3.00 mm expected, 6.00 mm between slice 7 and 8 (IM1006, IM1007)"));
}

TEST_P(SafetySeries, LastSliceMissingIsSeenByTheAnnouncedNumber)
{
  for (auto& slice : slices) put_text(slice, {0x0020, 0x1002}, "IS", "20");
  slices.pop_back();
  expect_warned("geometry.fewer-slices-than-announced");
}

TEST_P(SafetySeries, FirstSliceMissingIsSeenByTheInstanceNumbers)
{
  slices.erase(slices.begin());
  expect_warned("geometry.first-instances-missing");
}

TEST_P(SafetySeries, LastSliceWithAnotherImageTypeIsMissed)
{
  put_text(slices.back(), {0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\P");
  for (const auto* stack : all_stacks(scanned())) EXPECT_FALSE(warnings_of(*stack).empty()) << stack->id;
}

TEST_P(SafetySeries, LastSliceWithAnotherSeriesUidIsMissed)
{
  put_text(slices.back(), {0x0020, 0x000e}, "UI", "2.25.996");
  for (const auto* stack : all_stacks(scanned())) EXPECT_FALSE(warnings_of(*stack).empty()) << stack->id;
}

TEST_P(SafetySeries, SameFileTwiceCountsOnceWithANote)
{
  slices.push_back(slices[5]);
  const auto& stack = only_stack();
  EXPECT_EQ(stack.geometry.value().size().k, 20);
  EXPECT_TRUE(has_remark(stack, "identity.duplicate-file", Severity::Note));
}

TEST_P(SafetySeries, SameSopInstanceWithOtherPixelsIsRefused)
{
  slices.push_back(slices[5]);
  slices.back().at({0x7fe0, 0x0010}).value[0] ^= std::byte{1};
  expect_refused("identity.duplicate-uid");
}

TEST_P(SafetySeries, TwoImagesAtOnePositionAreRefused)
{
  slices.push_back(slices[5]);
  put_text(slices.back(), {0x0008, 0x0018}, "UI", "2.25.999");
  expect_refused("geometry.duplicate-position");
}

TEST_P(SafetySeries, TwoEchoesBecomeTwoStacks)
{
  auto second = mr_series();
  for (std::size_t n = 0; n < second.size(); ++n)
  {
    put_text(second[n], {0x0008, 0x0018}, "UI", "2.25.998." + std::to_string(n));
    put_text(second[n], {0x0018, 0x0081}, "DS", "80");
    slices.push_back(second[n]);
  }
  const auto stacks = all_stacks(scanned());
  ASSERT_THAT(stacks, SizeIs(2));
  EXPECT_EQ(stacks[0]->split_reason, "echo time 10 ms");
  EXPECT_EQ(stacks[1]->split_reason, "echo time 80 ms");
  for (const auto* stack : stacks) EXPECT_EQ(stack->geometry.value().size().k, 20);
}

TEST_P(SafetySeries, LocalizerMixedInIsSplitOffWithAWarning)
{
  auto localizer = classic_slice({.number = 500, .z = 10.0, .orientation = "0\\1\\0\\0\\0\\-1"});
  put_text(localizer, {0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER");
  put_text(localizer, {0x0018, 0x0020}, "CS", "SE");
  slices.push_back(localizer);
  const auto stacks = all_stacks(scanned());
  ASSERT_THAT(stacks, SizeIs(2));
  for (const auto* stack : stacks) EXPECT_TRUE(has_remark(*stack, "split.orientation", Severity::Warning));
  EXPECT_EQ(std::count_if(stacks.begin(), stacks.end(), [](const auto* stack) { return stack->certificate.is_measurable(); }), 1);
}

TEST_P(SafetySeries, JitterOfAThirdOfAMillimetreIsRefused)
{
  for (std::size_t n = 1; n < slices.size(); n += 3) move(n, "-10\\-20\\" + format_number(3.0 * static_cast<double>(n) + 0.4));
  expect_refused("geometry.uneven-spacing");
}

TEST_P(SafetySeries, TwoPatientsAreRefused)
{
  put_text(slices[4], {0x0010, 0x0020}, "LO", "P2");
  expect_refused("identity.two-patients");
}

TEST_P(SafetySeries, TwoFramesOfReferenceAreSplitWithAWarning)
{
  put_text(slices.back(), {0x0020, 0x0052}, "UI", "2.25.997");
  ASSERT_THAT(all_stacks(scanned()), SizeIs(2));
  expect_warned("split.frame-of-reference");
}

TEST_P(SafetySeries, ChangedPixelSpacingIsSplitWithAWarning)
{
  for (std::size_t n = 10; n < 20; ++n) put_text(slices[n], spacing_tag, "DS", "0.7\\0.5");
  const auto stacks = all_stacks(scanned());
  ASSERT_THAT(stacks, SizeIs(2));
  expect_warned("split.pixel-spacing");
}

TEST_P(SafetySeries, ChangedRowsAreSplitAndTheHoleIsRefused)
{
  slices[9] = classic_slice({.rows = 6, .number = 10, .z = 27.0});
  const auto stacks = all_stacks(scanned());
  ASSERT_THAT(stacks, SizeIs(2));
  for (const auto* stack : stacks)
  {
    EXPECT_TRUE(has_remark(*stack, "split.image-size", Severity::Warning));
    EXPECT_FALSE(stack->certificate.is_measurable());
  }
}

TEST_P(SafetySeries, OneFlippedSliceLeavesNothingMeasurable)
{
  put_text(slices[9], orientation_tag, "DS", "-1\\0\\0\\0\\1\\0");
  for (const auto* stack : all_stacks(scanned())) EXPECT_FALSE(stack->certificate.is_measurable());
}

TEST_P(SafetySeries, TiltedGantryIsRefused)
{
  for (std::size_t n = 0; n < slices.size(); ++n)
    move(n, "-10\\" + format_number(-20.0 + 1.5 * static_cast<double>(n)) + "\\" + format_number(3.0 * static_cast<double>(n)));
  expect_refused("geometry.sheared");
}

TEST_P(SafetySeries, NoPositionIsRefused)
{
  for (auto& slice : slices) slice.remove(position_tag);
  expect_refused("geometry.no-position");
}

TEST_P(SafetySeries, OneSliceWithoutPositionRefusesTheStack)
{
  slices.back().remove(position_tag);
  expect_refused("geometry.no-position");
}

TEST_P(SafetySeries, NoOrientationIsRefused)
{
  for (auto& slice : slices) slice.remove(orientation_tag);
  expect_refused("geometry.no-orientation");
}

TEST_P(SafetySeries, NoPixelSpacingIsRefusedAndNeverOneMillimetre)
{
  for (auto& slice : slices)
  {
    slice.remove(spacing_tag);
    put_text(slice, {0x0018, 0x1164}, "DS", "0.2\\0.2");
  }
  expect_refused("geometry.no-pixel-spacing");
}

TEST_P(SafetySeries, CommaInANumberIsRefusedWithItsText)
{
  for (auto& slice : slices) put_text(slice, spacing_tag, "DS", "0,75\\0,5");
  std::string told;
  const auto& found = scanned();
  for (const auto& refused : found.refused) told += refused.reason.message();
  for (const auto* stack : all_stacks(found))
    for (const auto& remark : stack->certificate.remarks) told += remark.text;
  EXPECT_THAT(told, ::testing::HasSubstr("0,75"));
  for (const auto* stack : all_stacks(found)) EXPECT_FALSE(stack->certificate.is_measurable());
}

TEST_P(SafetySeries, ImpossibleSpacingsAreRefused)
{
  for (const std::string spacing : {"-0.5\\0.5", "0\\0.5", "0.5", "0.5\\60", "0.001\\0.5"})
  {
    for (auto& slice : slices) put_text(slice, spacing_tag, "DS", spacing);
    for (const auto* stack : all_stacks(scanned())) EXPECT_FALSE(stack->certificate.is_measurable()) << spacing;
  }
}

TEST_P(SafetySeries, AxesThatAreNotPerpendicularUnitVectorsAreRefused)
{
  for (const std::string orientation :
       {"0\\0\\0\\0\\0\\0", "1\\0\\0\\0.1\\1\\0", "1.01\\0\\0\\0\\1\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0\\0\\1"})
  {
    for (auto& slice : slices) put_text(slice, orientation_tag, "DS", orientation);
    for (const auto* stack : all_stacks(scanned())) EXPECT_FALSE(stack->certificate.is_measurable()) << orientation;
  }
}

TEST_P(SafetySeries, SlopePerSliceIsKeptPerSlice)
{
  for (std::size_t n = 0; n < slices.size(); ++n) put_text(slices[n], {0x0028, 0x1053}, "DS", std::to_string(n + 1));
  const auto& stack = only_stack();
  EXPECT_TRUE(has_remark(stack, "pixels.rescale-varies", Severity::Note));
  for (std::size_t k = 0; k < stack.slices.size(); ++k) EXPECT_EQ(stack.slices[k].rescale.slope, static_cast<double>(k + 1));
}

TEST_P(SafetySeries, ShuffledInstanceNumbersChangeNothing)
{
  for (std::size_t n = 0; n < slices.size(); ++n) put_text(slices[n], {0x0020, 0x0013}, "IS", std::to_string((n * 7) % 20 + 1));
  const auto& stack = only_stack();
  EXPECT_EQ(stack.geometry.value().spacing().k, 3.0);
  EXPECT_THAT(warnings_of(stack), IsEmpty());
}

TEST_P(SafetySeries, LyingSpacingBetweenSlicesIsNamedAndNotUsed)
{
  for (auto& slice : slices) put_text(slice, {0x0018, 0x0088}, "DS", "2.0");
  const auto& stack = only_stack();
  EXPECT_EQ(stack.geometry.value().spacing().k, 3.0);
  ASSERT_TRUE(has_remark(stack, "geometry.declared-spacing", Severity::Warning));
  EXPECT_THAT(warnings_of(stack).front().text, ::testing::AllOf(::testing::HasSubstr("2.00 mm"), ::testing::HasSubstr("3.00 mm")));
}

TEST_P(SafetySeries, SeriesInReversedOrderLiesTheSame)
{
  std::reverse(slices.begin(), slices.end());
  EXPECT_EQ(only_stack().geometry.value().origin(), (PatientPoint{-10, -20, 0}));
}

INSTANTIATE_TEST_SUITE_P(Vendors, SafetySeries,
                         ::testing::Values(Dress{"SIEMENS", syntax::explicit_little}, Dress{"GE MEDICAL SYSTEMS", syntax::explicit_big},
                                           Dress{"Philips Medical Systems", syntax::implicit_little}));
