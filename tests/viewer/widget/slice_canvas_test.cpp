#include "viewer/widget/slice_canvas.h"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QScreen>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest/QTest>
#include <cmath>

#include "tests/viewer/render/test_volumes.h"
#include "tests/viewer/widget/picture_baseline.h"
#include "viewer/render/slice_steps.h"
#include "viewer/widget/canvas_painter.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
/// An axial stack of ten slices, 5 mm apart, with an "F" of signal that shows every flip: its stem lies to the patient's right, its arms
/// point to the left, the upper one lies in front.
std::shared_ptr<const imaging::Volume> letter_f()
{
  const auto geometry = *ImageGeometry::make({80, 60, 10}, {1.0, 1.5, 5.0}, {-40, -45, 100}, {});
  return test::volume_from(geometry,
                           [](PatientPoint p)
                           {
                             const bool stem = p.left > -22 && p.left < -12 && std::abs(p.posterior) < 30;
                             const bool upper = p.left > -22 && p.left < 22 && p.posterior > -30 && p.posterior < -20;
                             const bool lower = p.left > -22 && p.left < 10 && std::abs(p.posterior) < 5;
                             return (stem || upper || lower ? 800.0 : 150.0) + p.superior - 100;
                           });
}

segmentation::Mask disc(const ImageGeometry& geometry)
{
  std::vector<std::uint8_t> voxels(geometry.size().voxels(), 0);
  for (int j = 40; j < 55; ++j)
    for (int i = 50; i < 70; ++i) voxels[static_cast<std::size_t>(4 * 60 * 80 + j * 80 + i)] = 1;
  return segmentation::Mask::from_grid(geometry, voxels);
}

CanvasScene scene_of(const std::shared_ptr<const imaging::Volume>& volume)
{
  CanvasScene scene;
  scene.recipe.base = {volume, {450, 900}};
  scene.color = QColor(0x5a, 0xb4, 0xff);
  return scene;
}

class Canvas : public testing::Test
{
protected:
  Canvas()
  {
    canvas.resize(400, 300);
    canvas.show();
    canvas.set_scene(scene_of(volume));
    canvas.set_plane(acquired_plane(volume->geometry()));
    canvas.set_centre(moved_to_slice(volume->geometry(), canvas.view().centre, 4));
    canvas.fit();
    QApplication::processEvents();
  }

  int slice() { return nearest_slice(volume->geometry(), canvas.view().centre); }

  void wheel(int notches, Qt::KeyboardModifiers modifiers, QPointF at)
  {
    QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &event);
  }

  std::shared_ptr<const imaging::Volume> volume = letter_f();
  SliceCanvas canvas;
};
}  // namespace

TEST_F(Canvas, ScrollsOneSliceAWheelNotchAndTellsIt)
{
  const QSignalSpy told(&canvas, &SliceCanvas::slice_changed);
  wheel(-1, Qt::NoModifier, {200, 150});
  EXPECT_EQ(slice(), 5);
  wheel(2, Qt::NoModifier, {200, 150});
  EXPECT_EQ(slice(), 3);
  EXPECT_EQ(told.count(), 2);
}

TEST_F(Canvas, ScrollsByKeysAndStopsAtTheEnds)
{
  QTest::keyClick(&canvas, Qt::Key_End);
  EXPECT_EQ(slice(), 9);
  QTest::keyClick(&canvas, Qt::Key_Down);
  EXPECT_EQ(slice(), 9);
  QTest::keyClick(&canvas, Qt::Key_Home);
  EXPECT_EQ(slice(), 0);
}

TEST_F(Canvas, ZoomsAboutThePointer)
{
  const ViewPoint place{100, 80};
  const PatientPoint before = canvas.view().to_patient(place);
  const double scale = canvas.view().mm_per_pixel;
  wheel(3, Qt::ControlModifier, {100, 80});
  EXPECT_LT(canvas.view().mm_per_pixel, scale);
  EXPECT_LT(distance(before, canvas.view().to_patient(place)).value(), 1e-6);
}

TEST_F(Canvas, PansWithTheMiddleButton)
{
  const PatientPoint grabbed = canvas.view().to_patient({200, 150});
  QTest::mousePress(&canvas, Qt::MiddleButton, {}, {200, 150});
  QTest::mouseMove(&canvas, {230, 110});
  QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, {230, 110});
  EXPECT_LT(distance(grabbed, canvas.view().to_patient({230, 110})).value(), 1e-6);
}

TEST_F(Canvas, WidensTheWindowByADragToTheRight)
{
  DisplayWindow window;
  QObject::connect(&canvas, &SliceCanvas::window_dragged, [&](const DisplayWindow& changed) { window = changed; });
  QTest::mousePress(&canvas, Qt::RightButton, {}, {200, 150});
  QTest::mouseMove(&canvas, {260, 150});
  QTest::mouseRelease(&canvas, Qt::RightButton, {}, {260, 150});
  EXPECT_GT(window.width, 900);
  EXPECT_NEAR(window.centre, 450, 1e-9);
}

TEST_F(Canvas, AsksForAMenuByARightClickOnly)
{
  const QSignalSpy asked(&canvas, &SliceCanvas::menu_requested);
  QTest::mouseClick(&canvas, Qt::RightButton, {}, {200, 150});
  EXPECT_EQ(asked.count(), 1);
}

TEST_F(Canvas, GivesThePatientPointUnderThePointer)
{
  PointerAct last;
  QObject::connect(&canvas, &SliceCanvas::pointer, [&](const PointerAct& act) { last = act; });
  QTest::mousePress(&canvas, Qt::LeftButton, {}, {120, 90});
  EXPECT_EQ(last.kind, PointerKind::Press);
  EXPECT_NEAR(canvas.view().depth_of(last.patient), 0, 1e-9);
  EXPECT_NEAR(canvas.view().to_view(last.patient).x, 120, 1e-6);
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {120, 90});
  EXPECT_EQ(last.kind, PointerKind::Release);
}

TEST_F(Canvas, ShowsAMillimeterAsAMillimeterOnTheGlass)
{
  canvas.show_life_size();
  const double pixels_per_mm = canvas.screen()->physicalDotsPerInch() / 25.4 * canvas.devicePixelRatioF();
  EXPECT_NEAR(1.0 / canvas.view().mm_per_pixel, pixels_per_mm, 1e-6);
}

TEST_F(Canvas, KeepsTheWholeImageInViewWhenTheWindowChangesSize)
{
  canvas.resize(200, 300);
  QApplication::processEvents();
  EXPECT_NEAR(canvas.view().mm_per_pixel, 80.0 / 200, 1e-6);
}

TEST_F(Canvas, LooksAsItHasBeenSeenByAPerson)
{
  CanvasScene scene = scene_of(volume);
  scene.corners = {
      {"baseline, 2024-01-31", "case-0001"}, {"T1, axial", "1.00 x 1.50 x 5.0 mm"}, {"H 120.0 mm", "Slice 5 / 10"}, {"W 900  C 450"}};
  scene.crosshair = PatientPoint{-5, 25, 120};
  scene.outlines.push_back({disc(volume->geometry()), QColor(0xff, 0x6b, 0x5e)});
  scene.lines.push_back({{12, 20, 120}, {28, 32, 120}, QColor(0xff, 0x6b, 0x5e), "T01  20.0 mm"});
  canvas.set_scene(scene);
  EXPECT_EQ(test::difference_from_baseline("canvas_letter_f", canvas.grab().toImage(), 0.03), "");
}

TEST_F(Canvas, ShowsColorsWithTheirLegend)
{
  CanvasScene scene = scene_of(volume);
  scene.recipe.base.colors = ColorMap::Viridis;
  scene.legend.push_back({"ADC, 1e-6 mm2/s", ColorMap::Viridis, 0, 900, {}});
  scene.legend.push_back({"necrosis: 34 % (28 to 41)", std::nullopt, 0, 1, QColor(0x4a, 0x8c, 0xff)});
  scene.recipe.tints.push_back({disc(volume->geometry()), 0xff4a8cff, 0.5});
  canvas.set_scene(scene);
  EXPECT_EQ(test::difference_from_baseline("canvas_colors", canvas.grab().toImage(), 0.03), "");
}

TEST(ScaleBar, HasARoundLengthThatFits)
{
  EXPECT_EQ(scale_bar_length(73), 50);
  EXPECT_EQ(scale_bar_length(200), 200);
  EXPECT_EQ(scale_bar_length(19.9), 10);
  EXPECT_EQ(scale_bar_length(4.2), 2);
}

TEST(PictureBaseline, NoticesAMirroredPicture)
{
  QImage picture(100, 60, QImage::Format_RGB32);
  picture.fill(Qt::black);
  for (int y = 0; y < 60; ++y)
    for (int x = 0; x < 20; ++x) picture.setPixel(x, y, 0xffffffff);
  EXPECT_EQ(test::differing_share(picture, picture), 0.0);
  EXPECT_GT(test::differing_share(picture, picture.mirrored(true, false)), 0.3);
}
