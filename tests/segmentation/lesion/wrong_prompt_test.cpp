// Each wrong prompt is refused by its own name; what is only odd is told.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::lesion_phantom;
using nadir::testing::LesionPhantom;

PatientPoint at(const LesionPhantom& phantom, double i, double j, double k)
{
  return phantom.image->geometry().voxel_to_patient(ContinuousVoxelIndex{i, j, k});
}

void expect_refused(const LesionPhantom& phantom, const LesionPrompt& prompt, LesionError error)
{
  const auto lesion = segment_lesion({phantom.image}, prompt);
  ASSERT_FALSE(lesion.has_value());
  EXPECT_EQ(lesion.failure().code(), error_code(error)) << lesion.failure().message();
}

LesionPrompt line(PatientPoint from, PatientPoint to)
{
  LesionPrompt prompt;
  prompt.long_axis = PromptLine{from, to};
  return prompt;
}

TEST(WrongPrompt, NothingMarked) { expect_refused(lesion_phantom(), {}, LesionError::NoPrompt); }

TEST(WrongPrompt, NoImage) { EXPECT_TRUE(segment_lesion({}, {}).failure().is(LesionError::ChannelMismatch)); }

TEST(WrongPrompt, BackgroundPaintAloneMarksNothing)
{
  const auto phantom = lesion_phantom();
  LesionPrompt prompt;
  prompt.strokes.push_back({StrokeKind::Background, Millimeters{3.0}, {phantom.center}});
  expect_refused(phantom, prompt, LesionError::NoPrompt);
}

TEST(WrongPrompt, CoordinateThatIsNoNumber)
{
  const auto phantom = lesion_phantom();
  for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
    expect_refused(phantom, line({bad, 0, 0}, phantom.center), LesionError::NotANumber);
}

TEST(WrongPrompt, PlaceOutsideTheImage)
{
  const auto phantom = lesion_phantom();
  expect_refused(phantom, line(at(phantom, -3, 40, 12), phantom.center), LesionError::OutsideImage);
  LesionPrompt click;
  click.click = at(phantom, 48, 40, 40);
  expect_refused(phantom, click, LesionError::OutsideImage);
}

TEST(WrongPrompt, LineWithoutLength)
{
  const auto phantom = lesion_phantom();
  expect_refused(phantom, line(phantom.center, phantom.center), LesionError::ZeroLength);
}

TEST(WrongPrompt, LineThroughSeveralSlices)
{
  const auto phantom = lesion_phantom();
  expect_refused(phantom, line(at(phantom, 30, 40, 10), at(phantom, 66, 40, 14)), LesionError::NotInOneSlice);
}

/// The same voxels in slices that lean by 25 degrees.
LesionPhantom oblique_phantom()
{
  auto phantom = lesion_phantom();
  const double cosine = std::cos(0.436), sine = std::sin(0.436);
  const auto& straight = phantom.image->geometry();
  const auto geometry = *ImageGeometry::make(straight.size(), straight.spacing(), {-40.0, 25.0, -300.0},
                                             GridAxes{{1, 0, 0}, {0, cosine, sine}, {0, -sine, cosine}});
  std::vector<float> values;
  for (int k = 0; k < straight.size().k; ++k)
    for (const float value : phantom.image->slice(k)) values.push_back(value);
  phantom.image = std::make_shared<const imaging::Volume>(geometry, std::move(values), std::vector<imaging::Rescale>(24));
  phantom.axes.long_axis = PromptLine{at(phantom, 24, 40, 12), at(phantom, 72, 40, 12)};
  phantom.axes.short_axis = PromptLine{at(phantom, 48, 24, 12), at(phantom, 48, 56, 12)};
  return phantom;
}

// However the two ends lie to the slices' middles, and however the slices lie in the patient.
TEST(WrongPrompt, LineWhoseEndsLieMoreThanHalfASliceApart)
{
  for (const auto& phantom : {lesion_phantom(), oblique_phantom()})
    for (const double start : {12.0, 11.7, 12.49})
      for (const double apart : {-1.0, -0.6, 0.6, 0.99, 1.0})
        expect_refused(phantom, line(at(phantom, 24, 40, start), at(phantom, 72, 40, start + apart)), LesionError::NotInOneSlice);
}

TEST(OddPrompt, LineWhoseEndsLieWithinHalfASliceIsTakenAndToldOf)
{
  for (const auto& phantom : {lesion_phantom(), oblique_phantom()})
    for (const double apart : {-0.5, -0.4, 0.4, 0.5})
    {
      const auto lesion = segment_lesion({phantom.image}, line(at(phantom, 24, 40, 12), at(phantom, 72, 40, 12 + apart)));
      ASSERT_TRUE(lesion.has_value()) << apart << ": " << lesion.failure().message();
      EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr("slice 13; it was moved into that slice"))) << apart;
    }
}

TEST(WrongPrompt, ShortAxisMoreThanHalfASliceAway)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.short_axis = PromptLine{at(phantom, 48, 24, 12.6), at(phantom, 48, 56, 12.6)};
  expect_refused(phantom, prompt, LesionError::ShortAxisMisplaced);
}

LesionPrompt with_extent(const LesionPhantom& phantom, double first, double last)
{
  auto prompt = phantom.axes;
  prompt.extent = PromptLine{at(phantom, 48, 40, first), at(phantom, 48, 40, last)};
  return prompt;
}

// A lesion that the field of view cuts ends beyond the images: its end is marked where the next image would be.
TEST(OddPrompt, ExtentUpToOneSliceBeyondTheImagesEndsAtThemAndIsToldOf)
{
  for (const auto& phantom : {lesion_phantom({.half_axes = {24.0, 16.0, 60.0}}), oblique_phantom()})
    for (const bool is_above : {false, true})
      for (const double beyond : {0.6, 1.0})
      {
        const auto marked = is_above ? with_extent(phantom, 6.0, 23.0 + beyond) : with_extent(phantom, -beyond, 18.0);
        const auto lesion = segment_lesion({phantom.image}, marked);
        ASSERT_TRUE(lesion.has_value()) << lesion.failure().message();
        EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr(is_above ? "the last image was taken as its end"
                                                                                        : "the first image was taken as its end")));
        const auto at_border =
            segment_lesion({phantom.image}, is_above ? with_extent(phantom, 6.0, 23.0) : with_extent(phantom, 0.0, 18.0));
        EXPECT_EQ(lesion->mask.count(), at_border->mask.count());
      }
}

TEST(WrongPrompt, ExtentFartherBeyondTheImagesIsRefusedWithTheirRange)
{
  const auto phantom = lesion_phantom();
  for (const auto& prompt : {with_extent(phantom, -1.1, 18.0), with_extent(phantom, 6.0, 24.1)})
  {
    expect_refused(phantom, prompt, LesionError::OutsideImage);
    const auto message = segment_lesion({phantom.image}, prompt).failure().message();
    EXPECT_THAT(message, ::testing::HasSubstr("from 8.0,65.0,-300.0 to 8.0,65.0,-208.0")) << message;
  }
}

TEST(WrongPrompt, ShortAxisThatDoesNotCross)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.short_axis = PromptLine{at(phantom, 48, 55, 12), at(phantom, 48, 75, 12)};
  expect_refused(phantom, prompt, LesionError::ShortAxisMisplaced);
}

TEST(WrongPrompt, ShortAxisOnAnotherSlice)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.short_axis = PromptLine{at(phantom, 48, 24, 14), at(phantom, 48, 56, 14)};
  expect_refused(phantom, prompt, LesionError::ShortAxisMisplaced);
}

TEST(WrongPrompt, ShortAxisWithoutLongAxis)
{
  const auto phantom = lesion_phantom();
  LesionPrompt prompt;
  prompt.click = phantom.center;
  prompt.short_axis = phantom.axes.short_axis;
  expect_refused(phantom, prompt, LesionError::ShortAxisMisplaced);
}

TEST(WrongPrompt, ExtentOnOneSlice)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.extent = PromptLine{at(phantom, 40, 40, 12), at(phantom, 50, 40, 12)};
  expect_refused(phantom, prompt, LesionError::ExtentMisplaced);
}

TEST(WrongPrompt, ExtentThatLeavesTheDrawnSliceOut)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.extent = PromptLine{at(phantom, 48, 40, 2), at(phantom, 48, 40, 8)};
  expect_refused(phantom, prompt, LesionError::ExtentMisplaced);
}

TEST(WrongPrompt, StrokeWithoutPointsOrRadius)
{
  const auto phantom = lesion_phantom();
  for (const Stroke& stroke :
       {Stroke{StrokeKind::Foreground, Millimeters{3.0}, {}}, Stroke{StrokeKind::Foreground, Millimeters{0.0}, {phantom.center}},
        Stroke{StrokeKind::Foreground, Millimeters{-1.0}, {phantom.center}}})
  {
    auto prompt = phantom.axes;
    prompt.strokes = {stroke};
    expect_refused(phantom, prompt, LesionError::StrokeInvalid);
  }
}

TEST(WrongPrompt, RefiningWithAStrokeOutsideTheImage)
{
  const auto phantom = lesion_phantom();
  const auto lesion = segment_lesion({phantom.image}, phantom.axes);
  const auto refined = refine(*lesion, {{StrokeKind::Foreground, Millimeters{3.0}, {at(phantom, 48, 200, 12)}}});
  ASSERT_FALSE(refined.has_value());
  EXPECT_TRUE(refined.failure().is(LesionError::OutsideImage));
}

TEST(WrongPrompt, PlaceInTheAir)
{
  auto phantom = lesion_phantom();
  std::vector<float> values(96 * 80 * 24, 0.0F);
  for (std::size_t n = 0; n < values.size(); ++n) values[n] = n % 96 < 30 ? 300.0F : 0.0F;  // body on the left of the image only
  phantom.image = std::make_shared<const imaging::Volume>(phantom.image->geometry(), std::move(values), std::vector<imaging::Rescale>(24));
  expect_refused(phantom, line(at(phantom, 50, 40, 12), at(phantom, 80, 40, 12)), LesionError::OutsideBody);
}

TEST(WrongPrompt, PlaceInTheNoiseOfTheAir)
{
  auto phantom = lesion_phantom();
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0.0, 30.0);  // a tenth of the body's signal; the magnitude of two channels
  std::vector<float> values(96 * 80 * 24, 0.0F);
  for (std::size_t n = 0; n < values.size(); ++n)
    values[n] = static_cast<float>(std::hypot((n % 96 < 30 ? 300.0 : 0.0) + noise(random), noise(random)));
  phantom.image = std::make_shared<const imaging::Volume>(phantom.image->geometry(), std::move(values), std::vector<imaging::Rescale>(24));
  expect_refused(phantom, line(at(phantom, 50, 40, 12), at(phantom, 80, 40, 12)), LesionError::OutsideBody);
  for (const double i : {40.0, 60.0, 90.0})
  {
    LesionPrompt click;
    click.click = at(phantom, i, 40, 12);
    expect_refused(phantom, click, LesionError::OutsideBody);
  }
}

TEST(OddPrompt, AxesInTheOtherOrderGiveTheSameLesionAndAreToldOf)
{
  const auto phantom = lesion_phantom();
  auto exchanged = phantom.axes;
  std::swap(exchanged.long_axis, exchanged.short_axis);
  const auto lesion = segment_lesion({phantom.image}, exchanged);
  ASSERT_TRUE(lesion.has_value());
  EXPECT_EQ(lesion->mask.count(), segment_lesion({phantom.image}, phantom.axes)->mask.count());
  EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr("taken as the long axis")));
}

TEST(OddPrompt, ShortAxisBesideTheLongOneIsTakenAndToldOf)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  prompt.short_axis = PromptLine{at(phantom, 48, 45, 12), at(phantom, 48, 65, 12)};  // as in a lesion bent round a bone
  const auto lesion = segment_lesion({phantom.image}, prompt);
  ASSERT_TRUE(lesion.has_value());
  EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr("before the long axis")));
}

TEST(OddPrompt, LineBetweenTwoSlicesIsMovedIntoOneAndToldOf)
{
  const auto phantom = lesion_phantom();
  const auto lesion = segment_lesion({phantom.image}, line(at(phantom, 24, 40, 12.4), at(phantom, 72, 40, 12.4)));
  ASSERT_TRUE(lesion.has_value());
  EXPECT_THAT(lesion->warnings, ::testing::Contains(::testing::HasSubstr("slice")));
}
}  // namespace
}  // namespace nadir::segmentation
