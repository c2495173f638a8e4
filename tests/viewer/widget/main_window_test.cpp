#include "viewer/widget/main_window.h"

#include <gtest/gtest.h>

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTabWidget>
#include <QUrl>
#include <QtTest/QTest>
#include <cmath>

#include "tests/viewer/widget/reading_station.h"
#include "viewer/render/slice_steps.h"
#include "viewer/widget/layout_button.h"
#include "viewer/widget/series_mime.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::test::ReadingStation;

namespace
{
class Window : public ::testing::Test
{
protected:
  void SetUp() override
  {
    ASSERT_TRUE(station.is_ready);
    station.session.hanging().set_layout({1, 2});
    station.session.hanging().rehang();
    station.rest();
    for (int n = 0; n < 2; ++n) cell(n).set_plane(CellPlane::Acquired);
    QApplication::processEvents();
  }

  static void TearDownTestSuite() { ReadingStation::close(); }

  ViewCell& cell(int n) { return *station.window->grid().cell(n); }
  void press(int cell_index, QPoint at) { QTest::mouseClick(&cell(cell_index).canvas(), Qt::LeftButton, {}, at); }

  ReadingStation& station = ReadingStation::instance();
};
}  // namespace

TEST_F(Window, HangsBothDatesSideBySideWithImages)
{
  for (int n = 0; n < 2; ++n) EXPECT_TRUE(cell(n).canvas().scene().has_image()) << n;
  EXPECT_EQ(cell(0).content().series.timepoint, TimepointLabel{"baseline"});
  EXPECT_NE(cell(0).content().series.timepoint, cell(1).content().series.timepoint);
}

TEST_F(Window, MovesTheOtherDateToTheSamePlaceWhenOneIsScrolled)
{
  station.session.link().set_on(true);
  cell(0).canvas().scroll(3);
  QApplication::processEvents();
  const auto& here = cell(0).content().series.timepoint;
  const auto& there = cell(1).content().series.timepoint;
  const SliceView& other = cell(1).canvas().view();
  const PatientPoint same = station.session.link().carry(here, there, station.session.link().cursor(here));
  EXPECT_LE(std::abs(other.depth_of(same)), 0.51 * scroll_step(other.plane, cell(1).canvas().scene().recipe.base.volume->geometry()));
}

TEST_F(Window, PutsTheCrosshairWhereTheReaderClicks)
{
  press(0, {150, 200});
  const PatientPoint expected = cell(0).canvas().view().to_patient({150, 200});
  EXPECT_LT(distance(station.session.link().cursor(cell(0).content().series.timepoint), expected).value(), 0.5);
}

TEST_F(Window, ShowsEveryLayoutWithoutEmptyCellsAtTheFront)
{
  for (const Layout layout : HangingModel::layouts())
  {
    station.session.hanging().set_layout(layout);
    QApplication::processEvents();
    EXPECT_EQ(station.window->grid().count(), layout.rows * layout.columns);
    EXPECT_FALSE(cell(0).content().series.empty());
  }
}

TEST_F(Window, HangsASeriesThatIsDroppedOnAView)
{
  const SeriesKey key = station.session.series().key_at(station.session.series().rowCount() - 1);
  const std::unique_ptr<QMimeData> data(mime_of(key));
  QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton,
                        Qt::NoModifier);  // Qt drops only where a drag has entered
  QApplication::sendEvent(&cell(0), &enter);
  ASSERT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&cell(0), &drop);
  EXPECT_EQ(cell(0).content().series, key);
}

TEST_F(Window, PansAndZoomsParallelViewsTogether)
{
  cell(0).canvas().zoom(2.0);
  EXPECT_NEAR(cell(1).canvas().view().mm_per_pixel, cell(0).canvas().view().mm_per_pixel, 1e-9);
}

TEST_F(Window, KeepsAWindowForEachSeries)
{
  cell(0).set_window({111, 222});
  QApplication::processEvents();
  EXPECT_EQ(cell(0).canvas().scene().recipe.base.window, (DisplayWindow{111, 222}));
  EXPECT_NE(cell(1).canvas().scene().recipe.base.window, (DisplayWindow{111, 222}));
  station.session.hanging().swap(0, 1);
  QApplication::processEvents();
  EXPECT_EQ(cell(1).canvas().scene().recipe.base.window, (DisplayWindow{111, 222}));
  station.window->display().forget_window(cell(1).content().series);
}

TEST_F(Window, HangsAutomaticallyAgainWhatTheReaderHasMoved)
{
  const auto before = cell(0).content().series;
  station.session.hanging().swap(0, 1);
  ASSERT_NE(cell(0).content().series, before);
  auto* button = station.window->findChild<LayoutButton*>();
  ASSERT_NE(button, nullptr);
  button->menu()->actions().last()->trigger();
  QApplication::processEvents();
  EXPECT_EQ(cell(0).content().series, before);
}

TEST_F(Window, DrawsTheOtherViewsPlaneAsALine)
{
  cell(1).set_plane(CellPlane::Sagittal);
  QApplication::processEvents();
  EXPECT_EQ(cell(0).canvas().scene().references.size(), 1U);
  EXPECT_FALSE(cell(1).canvas().scene().notice.isEmpty());
}

TEST_F(Window, GivesEveryActionItsOwnKey)
{
  std::map<QString, QString> used;
  for (const QAction* action : station.window->actions().all())
    for (const QKeySequence& key : action->shortcuts())
      EXPECT_TRUE(key.isEmpty() || used.emplace(key.toString(), action->objectName()).second)
          << key.toString().toStdString() << " of " << action->objectName().toStdString();
}

TEST_F(Window, SubtractsAnotherSeriesOfTheSameDate)
{
  const SeriesKey own = cell(0).content().series;
  for (int row = 0; row < station.session.series().rowCount(); ++row)
  {
    const SeriesKey other = station.session.series().key_at(row);
    if (other == own || other.timepoint != own.timepoint) continue;
    cell(0).combine(Combination::Subtracted, other);
    station.rest();
    QApplication::processEvents();  // the series may have been there already
    EXPECT_TRUE(cell(0).canvas().scene().recipe.subtracted.has_value());
    cell(0).combine(Combination::None, {});
    return;
  }
  FAIL() << "the phantom has several series a date";
}
