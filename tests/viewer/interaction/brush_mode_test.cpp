#include "viewer/interaction/brush_mode.h"

#include <gtest/gtest.h>

#include <numbers>

#include "tests/viewer/interaction/view_of_a_ball.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

namespace
{
const segmentation::Mask& mask_in(const ModeResult& result) { return std::get<EditMask>(result).mask; }
double area(const segmentation::Mask& mask) { return static_cast<double>(mask.count()) * 0.64; }
}  // namespace

TEST(BrushMode, ADabBeginsALesionInTheSliceThatIsSeen)
{
  const ToolOptions options{.brush_radius = Millimeters{8.0}};
  BrushMode mode(options, BrushAction::Add);
  const auto context = acquired_view();
  const auto result = click(mode, context, pixel(3, -4));
  EXPECT_NEAR(area(mask_in(result)) / (std::numbers::pi * 64.0), 1.0, 0.03);
  EXPECT_EQ(mask_in(result).box().first.k, 10);
  EXPECT_EQ(mask_in(result).box().size.k, 1);
  EXPECT_EQ(std::get<EditMask>(result).source, "brush");
}

TEST(BrushMode, AStrokeAddsToWhatIsThereAndShiftErases)
{
  const ToolOptions options{.brush_radius = Millimeters{8.0}};
  BrushMode mode(options, BrushAction::Add);
  auto context = acquired_view();
  context.mask = mask_in(drag(mode, context, pixel(-10, 0), pixel(10, 0)));
  const double stroke = std::numbers::pi * 64.0 + 20.0 * 16.0;
  EXPECT_NEAR(area(*context.mask) / stroke, 1.0, 0.03);
  const auto erased = drag(mode, context, pixel(-30, 0, Qt::ShiftModifier), pixel(30, 0, Qt::ShiftModifier));
  EXPECT_TRUE(mask_in(erased).is_empty());
  EXPECT_EQ(std::get<EditMask>(erased).source, "eraser");
}

TEST(BrushMode, TheEraserOnNothingDoesNothing)
{
  const ToolOptions options;
  BrushMode mode(options, BrushAction::Remove);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(click(mode, acquired_view(), pixel(0, 0))));
}

TEST(BrushMode, ABallReachesIntoOtherSlices)
{
  const ToolOptions options{.brush_radius = Millimeters{9.0}, .brush_shape = segmentation::BrushShape::Ball};
  BrushMode mode(options, BrushAction::Add);
  EXPECT_EQ(mask_in(click(mode, acquired_view(), pixel(0, 0))).box().size.k, 5);  // 8 mm to either side
}

TEST(BrushMode, ShowsItsSize)
{
  const ToolOptions options{.brush_radius = Millimeters{8.0}};
  BrushMode mode(options, BrushAction::Add);
  const auto context = acquired_view();
  mode.hover(context, pixel(1, 2));
  ASSERT_EQ(mode.overlay(context).strokes.size(), 1U);
  EXPECT_EQ(mode.overlay(context).strokes[0].radius, Millimeters{8.0});
  EXPECT_TRUE(mode.hint(context, pixel(1, 2)).contains("16.0 mm"));
}
