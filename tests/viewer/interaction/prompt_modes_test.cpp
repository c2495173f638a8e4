#include <gtest/gtest.h>

#include "tests/viewer/interaction/view_of_a_ball.h"
#include "viewer/interaction/click_lesion_mode.h"
#include "viewer/interaction/scribble_mode.h"
#include "viewer/interaction/tool_box.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

TEST(ClickLesionMode, AsksForTheLesionAtThePlaceOfTheClick)
{
  ClickLesionMode mode;
  const auto result = click(mode, acquired_view(), pixel(7, -3));
  const auto& prompt = std::get<FindLesion>(result).prompt;
  ASSERT_TRUE(prompt.click);
  EXPECT_NEAR(prompt.click->left, 7.0, 1e-9);
  EXPECT_NEAR(prompt.click->posterior, -3.0, 1e-9);
  EXPECT_NEAR(prompt.click->superior, 2.0, 1e-9);
}

TEST(ScribbleMode, AScribbleIsTissueAndWithShiftItIsNot)
{
  const ToolOptions options;
  ScribbleMode mode(options);
  const auto context = acquired_view();
  const auto inside = std::get<DrawStrokes>(drag(mode, context, pixel(-5, 0), pixel(5, 0))).strokes.at(0);
  EXPECT_EQ(inside.kind, segmentation::StrokeKind::Foreground);
  EXPECT_EQ(inside.points.size(), 4U);
  EXPECT_EQ(inside.radius, Millimeters{2.0});
  const auto outside =
      std::get<DrawStrokes>(drag(mode, context, pixel(-5, 0, Qt::ShiftModifier), pixel(5, 0, Qt::ShiftModifier))).strokes.at(0);
  EXPECT_EQ(outside.kind, segmentation::StrokeKind::Background);
}

TEST(ToolBox, HasAModeWithWordsForEveryTool)
{
  ToolBox box;
  for (const Tool tool : all_tools())
  {
    box.take(tool);
    EXPECT_FALSE(box.mode().hint(acquired_view(), pixel(0, 0)).isEmpty()) << name_of(tool).toStdString();
    EXPECT_FALSE(title_of(tool).isEmpty());
  }
}

TEST(ToolBox, AnotherToolGivesUpTheGesture)
{
  ToolBox box;
  box.take(Tool::Caliper);
  box.mode().press(acquired_view(), pixel(0, 0));
  box.mode().drag(acquired_view(), pixel(20, 0));
  box.take(Tool::Brush);
  box.take(Tool::Caliper);
  EXPECT_TRUE(box.mode().overlay(acquired_view()).lines.empty());
}
