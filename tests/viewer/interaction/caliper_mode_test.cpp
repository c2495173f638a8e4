#include "viewer/interaction/caliper_mode.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/viewer/interaction/view_of_a_ball.h"
#include "viewer/interaction/bidirectional_mode.h"
#include "viewer/interaction/marks_at_hand.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

namespace
{
const reading::DrawnCaliper& caliper_in(const ModeResult& result) { return std::get<PutCaliper>(result).caliper; }
double length(const reading::Line& line) { return distance(line.from, line.to).value(); }

class Caliper : public ::testing::Test
{
protected:
  ToolOptions options;
  CaliperMode mode{options};
  BidirectionalMode both{options};
  ViewContext context = acquired_view();
};
}  // namespace

TEST_F(Caliper, ADragMeasuresTheTrueLengthInTheSliceThatIsSeen)
{
  const auto result = drag(mode, context, pixel(-15, -20), pixel(15, 20));
  EXPECT_NEAR(length(caliper_in(result).longest), 50.0, 1e-9);
  EXPECT_EQ(caliper_in(result).sop_instance, SopInstanceUid{"1.2.3.10"});
  EXPECT_EQ(caliper_in(result).series, SeriesUid{"1.2.3"});
  EXPECT_NEAR(caliper_in(result).longest.from.superior, 2.0, 1e-9);  // the middle of slice 10
}

TEST_F(Caliper, OfAPartOfASplitLesionIsDraggedAsThatPart)
{
  reading::LesionMarks marks;
  marks.state = reading::StatedState{"SPLIT",
                                     {},
                                     {{std::nullopt, Millimeters{8.0}, {}, {}},
                                      {reading::Line{{-15, 0, 2}, {-5, 0, 2}}, {}, {}, {}},
                                      {reading::Line{{5, 0, 2}, {15, 0, 2}}, {}, {}, {}}},
                                     {}};
  tell_marks(marks, context);
  const auto result = drag(mode, context, pixel(15, 0), pixel(20, 0));
  EXPECT_EQ(std::get<PutCaliper>(result).part, 2u);
  EXPECT_NEAR(length(caliper_in(result).longest), 15.0, 1e-9);
  EXPECT_NEAR(caliper_in(result).longest.from.left, 5.0, 1e-9) << "the other end stays";
  EXPECT_EQ(std::get<PutCaliper>(drag(mode, context, pixel(-30, -20), pixel(-30, 20))).part, std::nullopt)
      << "a line beside them is a new part";
}

TEST_F(Caliper, TwoClicksDoWhatADragDoes)
{
  EXPECT_TRUE(std::holds_alternative<std::monostate>(click(mode, context, pixel(-15, -20))));
  mode.hover(context, pixel(0, 0));
  EXPECT_NEAR(length(caliper_in(click(mode, context, pixel(15, 20))).longest), 50.0, 1e-9);
}

TEST_F(Caliper, LiesInTheMiddleOfItsSliceEvenWhenTheViewDoesNot)
{
  context.view.centre.superior = 3.4;  // still nearest to slice 10
  const auto result = drag(mode, context, pixel(-10, 0), pixel(10, 0));
  EXPECT_NEAR(caliper_in(result).longest.from.superior, 2.0, 1e-9);
}

TEST_F(Caliper, TellsTheLengthWhileItIsDrawn)
{
  mode.press(context, pixel(-10, 0));
  mode.drag(context, pixel(14.2, 0));
  const auto overlay = mode.overlay(context);
  ASSERT_EQ(overlay.lines.size(), 1U);
  EXPECT_EQ(overlay.lines[0].text.toStdString(), "24.2 mm");
  EXPECT_EQ(overlay.lines[0].style, OverlayStyle::Measured);
  ASSERT_TRUE(overlay.magnified);
  EXPECT_NEAR(overlay.magnified->left, 14.2, 1e-9);
}

TEST_F(Caliper, OnAReformatIsMarkedAndNamesNoImage)
{
  const auto coronal = coronal_view();
  mode.press(coronal, pixel(-10, 0));
  mode.drag(coronal, pixel(10, 0));
  EXPECT_EQ(mode.overlay(coronal).lines[0].style, OverlayStyle::OnReformat);
  EXPECT_EQ(mode.overlay(coronal).lines[0].text.toStdString(), "20.0 mm on a reformat");
  const auto result = mode.release(coronal, pixel(10, 0));
  EXPECT_TRUE(caliper_in(result).sop_instance.empty());
  EXPECT_NEAR(length(caliper_in(result).longest), 20.0, 1e-9);
}

TEST_F(Caliper, AnEndCanBeDragged)
{
  context.caliper = caliper_in(drag(mode, context, pixel(-10, 0), pixel(10, 0)));
  const auto result = drag(mode, context, pixel(10.5, 0.5), pixel(20, 0));
  EXPECT_NEAR(length(caliper_in(result).longest), 30.0, 1e-9);
  EXPECT_EQ(caliper_in(result).longest.from, context.caliper->longest.from);
}

TEST_F(Caliper, TheWholeLineCanBeMoved)
{
  context.caliper = caliper_in(drag(mode, context, pixel(-10, 0), pixel(10, 0)));
  const auto result = drag(mode, context, pixel(0, 1), pixel(5, 13));
  EXPECT_NEAR(length(caliper_in(result).longest), 20.0, 1e-9);
  EXPECT_NEAR(caliper_in(result).longest.from.left, -5.0, 1e-9);
  EXPECT_NEAR(caliper_in(result).longest.from.posterior, 12.0, 1e-9);
}

TEST_F(Caliper, OfAnotherSliceIsNotGrabbed)
{
  context.caliper = caliper_in(drag(mode, context, pixel(-10, 0), pixel(10, 0)));
  context.view.centre.superior = 10.0;
  EXPECT_EQ(CaliperDrag::part_under(context, pixel(10, 0)), CaliperPart::None);
}

TEST_F(Caliper, GivenUpLeavesNothing)
{
  mode.press(context, pixel(-10, 0));
  mode.drag(context, pixel(14, 0));
  mode.cancel();
  EXPECT_TRUE(mode.overlay(context).lines.empty());
  EXPECT_TRUE(std::holds_alternative<std::monostate>(mode.release(context, pixel(14, 0))));
}

TEST_F(Caliper, SnapsToTheEdgeOnlyWhenAsked)
{
  const double chord = 2.0 * std::sqrt(400.0 - 4.0);  // of the ball, 2 mm off its middle
  EXPECT_NEAR(length(caliper_in(drag(mode, context, pixel(-18.5, 0), pixel(21.5, 0))).longest), 40.0, 1e-9);
  options.snapping = Snapping::ToEdge;
  EXPECT_NEAR(length(caliper_in(drag(mode, context, pixel(-18.5, 0), pixel(21.5, 0))).longest), chord, 0.8);  // a voxel
}

TEST_F(Caliper, CannotMeasureWhatIsNotLoaded)
{
  context.volume = nullptr;
  EXPECT_TRUE(std::holds_alternative<std::monostate>(drag(mode, context, pixel(-10, 0), pixel(10, 0))));
  EXPECT_FALSE(mode.hint(context, pixel(0, 0)).isEmpty());
}

TEST_F(Caliper, WithBothAxesTakesTwoDragsAndIsAtRightAngles)
{
  context.caliper = caliper_in(drag(both, context, pixel(-20, 0), pixel(20, 0)));
  EXPECT_FALSE(context.caliper->short_axis);
  const auto result = caliper_in(drag(both, context, pixel(3, -8), pixel(9, 10)));
  ASSERT_TRUE(result.short_axis);
  EXPECT_NEAR(length(*result.short_axis), 18.0, 1e-9);  // heights alone count
  EXPECT_NEAR(dot(result.longest.to - result.longest.from, result.short_axis->to - result.short_axis->from), 0.0, 1e-9);
  EXPECT_EQ(result.longest, context.caliper->longest);
}

TEST_F(Caliper, WithBothAxesMayBeginTheShortOneOnTheLongOne)
{
  context.caliper = caliper_in(drag(both, context, pixel(-20, 0), pixel(20, 0)));
  const auto result = caliper_in(drag(both, context, pixel(2, 0), pixel(2, 9)));
  ASSERT_TRUE(result.short_axis);
  EXPECT_NEAR(length(*result.short_axis), 9.0, 1e-9);
}

TEST_F(Caliper, WithBothAxesStaysAtRightAnglesWhenAnEndIsDragged)
{
  context.caliper = caliper_in(drag(both, context, pixel(-20, 0), pixel(20, 0)));
  context.caliper = caliper_in(drag(both, context, pixel(0, -8), pixel(0, 8)));
  const auto result = caliper_in(drag(both, context, pixel(20, 0), pixel(18, 15)));
  EXPECT_NEAR(dot(result.longest.to - result.longest.from, result.short_axis->to - result.short_axis->from), 0.0, 1e-9);
  EXPECT_NEAR(length(*result.short_axis), 16.0, 1e-9);
}
