#include <gtest/gtest.h>

#include "tests/viewer/interaction/view_of_a_ball.h"
#include "viewer/interaction/crosshair_mode.h"
#include "viewer/interaction/pan_mode.h"
#include "viewer/interaction/scroll_mode.h"
#include "viewer/interaction/window_mode.h"
#include "viewer/interaction/zoom_mode.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

namespace
{
ModeResult moved(Mode& mode, const ViewContext& context, Pointer from, Pointer to)
{
  mode.press(context, from);
  return mode.drag(context, to);
}
}  // namespace

TEST(PanMode, WhatWasUnderThePointerStaysUnderIt)
{
  PanMode mode;
  const auto context = acquired_view();
  const auto before = context.view.to_patient(pixel(-4, 6).place);
  const auto view = std::get<MoveView>(moved(mode, context, pixel(-4, 6), pixel(20, -9))).view;
  EXPECT_NEAR(distance(view.to_patient(pixel(20, -9).place), before).value(), 0.0, 1e-9);
}

TEST(ZoomMode, UpEnlargesAboutThePlaceOfThePress)
{
  ZoomMode mode;
  const auto context = acquired_view();
  const auto start = pixel(-4, 6);
  const auto view = std::get<MoveView>(moved(mode, context, start, {{start.place.x, start.place.y - 150}, {}})).view;
  EXPECT_NEAR(view.mm_per_pixel, 0.25, 1e-9);
  EXPECT_NEAR(distance(view.to_patient(start.place), context.view.to_patient(start.place)).value(), 0.0, 1e-9);
}

TEST(WindowMode, RightWidensAndDownBrightens)
{
  WindowMode mode;
  const auto context = acquired_view();
  const auto window = std::get<ChangeWindow>(moved(mode, context, pixel(0, 0), pixel(20, 10))).window;
  EXPECT_GT(window.width, context.window.width);
  EXPECT_LT(window.centre, context.window.centre);
}

TEST(ScrollMode, EightPixelsAreASlice)
{
  ScrollMode mode;
  const auto context = acquired_view();
  mode.press(context, {{100, 100}, {}});
  EXPECT_TRUE(std::holds_alternative<std::monostate>(mode.drag(context, {{100, 105}, {}})));
  EXPECT_EQ(std::get<ScrollView>(mode.drag(context, {{100, 117}, {}})).steps, 2);
  EXPECT_EQ(std::get<ScrollView>(mode.drag(context, {{100, 84}, {}})).steps, -4);
}

TEST(CrosshairMode, FollowsThePointerInItsSlice)
{
  CrosshairMode mode;
  const auto place = std::get<MoveCursor>(moved(mode, acquired_view(), pixel(0, 0), pixel(12, -5))).place;
  EXPECT_NEAR(distance(place, PatientPoint{12, -5, 2}).value(), 0.0, 1e-9);
}

TEST(ViewModes, DoNothingWithoutAPress)
{
  PanMode pan;
  ZoomMode zoom;
  WindowMode window;
  CrosshairMode crosshair;
  for (Mode* mode : std::initializer_list<Mode*>{&pan, &zoom, &window, &crosshair})
    EXPECT_TRUE(std::holds_alternative<std::monostate>(mode->drag(acquired_view(), pixel(9, 9))));
}
