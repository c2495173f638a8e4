// Pictures of the window in its main states, as a person has seen and accepted them (tests/baselines/states).
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QMenu>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QtTest/QTest>
#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/session/recorded_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/viewer/states/kept_picture.h"
#include "tests/viewer/states/read_phantom.h"
#include "viewer/widget/cell_menu.h"
#include "viewer/widget/export_dialog.h"
#include "viewer/widget/help_sheet.h"
#include "viewer/widget/screenshot.h"
#include "viewer/widget/settings_panel.h"
#include "viewer/widget/surface_canvas.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

namespace
{
constexpr double most = 0.02;  // of the pixels of the kept quarter

/// The images of a folder but for one file from the middle of the series with the most of them.
void copy_without_a_slice(const std::filesystem::path& from, const std::filesystem::path& to)
{
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
  std::map<std::filesystem::path, std::vector<std::filesystem::path>> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(to))
    if (entry.is_regular_file()) files[entry.path().parent_path()].push_back(entry.path());
  auto& series =
      std::max_element(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); })->second;
  std::sort(series.begin(), series.end());
  std::filesystem::remove(series[series.size() / 2]);
}

/// Whether a page has more on it than paper: dark pixels.
bool shows_ink(const QImage& picture)
{
  int dark = 0;
  for (int y = 0; y < picture.height(); y += 2)
    for (int x = 0; x < picture.width(); x += 2) dark += qGray(picture.pixel(x, y)) < 90 ? 1 : 0;
  return dark > 200;
}

class States : public ::testing::Test
{
protected:
  static void TearDownTestSuite() { ReadPhantom::close(); }

  ReadPhantom& phantom = ReadPhantom::partial_response();
  ViewCell& cell(int n) { return phantom.cell(n); }
  QWidget& window() { return *phantom.reader.window; }
  CaseSession& session() { return phantom.reader.session; }

  void SetUp() override
  {
    session().hanging().set_layout({1, 2});
    session().hanging().rehang();
    for (int n = 0; n < 2; ++n)
    {
      cell(n).set_plane(CellPlane::Acquired);
      cell(n).combine(Combination::None, {});
      cell(n).set_colors(ColorMap::Gray);
      cell(n).canvas().fit();
    }
    session().select_lesion(LesionId{"T01"});
    const auto line = phantom.line(0);
    session().link().set_cursor(TimepointLabel{"baseline"}, line.from + 0.5 * (line.to - line.from));
    phantom.rest();
  }

  void expect_kept(const std::string& name, double share = most) { EXPECT_EQ(difference_from_kept(name, phantom.picture(), share), ""); }

  void hang(int n, const std::string& timepoint, const QString& words)
  {
    const SeriesKey key = phantom.series(timepoint, words);
    ASSERT_FALSE(key.empty()) << words.toStdString();
    session().hanging().hang(n, key);
  }

  /// A popup or dialog that has just been opened, in a picture of its own.
  template <class Widget> void expect_kept_child(const std::string& name)
  {
    QApplication::processEvents();
    auto* child = window().findChild<Widget*>();
    ASSERT_NE(child, nullptr);
    EXPECT_EQ(difference_from_kept(name, child->grab().toImage(), most), "");
    child->close();
    window().activateWindow();  // no window manager does it here
    QApplication::processEvents();
  }
};
}  // namespace

TEST(StartState, OffersToDropImages)
{
  CountedReader reader;
  EXPECT_EQ(difference_from_kept("start", reader.window->grab().toImage(), most), "");
}

TEST_F(States, OfAReadingOfTwoDates) { expect_kept("two_dates"); }

TEST_F(States, OfDeadTissueWithItsBand)
{
  for (int n = 0; n < 2; ++n)
  {
    phantom.reader.window->grid().activate(n);
    phantom.reader.key("segment.tissue");
    phantom.rest();
  }
  ASSERT_NE(phantom.reader.window->display().tissue(TimepointLabel{"follow-up 1"}), nullptr);
  expect_kept("dead_tissue");
  for (int n = 0; n < 2; ++n) cell(n).set_plane(CellPlane::Surface);
  phantom.rest();
  const auto surfaces = window().findChildren<SurfaceCanvas*>();
  ASSERT_EQ(surfaces.size(), 2);
  ASSERT_TRUE(phantom.reader.wait([&] { return surfaces[0]->is_complete() && surfaces[1]->is_complete(); }));
  expect_kept("surfaces");
}

TEST_F(States, OfAThresholdOfNecrosisThatIsTriedOut)
{
  phantom.reader.window->grid().activate(0);
  phantom.reader.key("segment.tissue");
  phantom.rest();
  auto& threshold = session().threshold();
  ASSERT_TRUE(threshold.has_threshold());
  threshold.try_out(threshold.map()->threshold->automatic + 0.2);
  ASSERT_TRUE(phantom.reader.wait([&] { return threshold.map()->threshold->threshold.value == threshold.value(); }));
  auto* why = window().findChild<QLineEdit*>("threshold-why");
  ASSERT_NE(why, nullptr);
  EXPECT_TRUE(why->isVisible());
  EXPECT_FALSE(window().findChild<QPushButton*>("threshold-set")->isEnabled()) << "no reason yet";
  why->setText("blood counts as dead");
  EXPECT_TRUE(window().findChild<QPushButton*>("threshold-set")->isEnabled());
  phantom.rest();
  expect_kept("threshold");
  why->clear();
  window().findChild<QPushButton*>("threshold-automatic")->click();
}

TEST_F(States, OfAnAdcMapThatWasComputed)
{
  hang(0, "baseline", "ADC, computed");
  hang(1, "follow-up 1", "ADC, computed");
  phantom.rest();
  ASSERT_TRUE(phantom.reader.wait(
      [&] { return session().images().volume(cell(0).content().series) && session().images().volume(cell(1).content().series); }));
  phantom.rest();
  EXPECT_EQ(cell(0).content().colors, ColorMap::Viridis);
  expect_kept("adc_computed");
}

TEST_F(States, OfExportingAndSending)
{
  QSettings().setValue("export/folder", "/results/case-0001");
  phantom.reader.key("reading.export");
  expect_kept_child<ExportDialog>("export");
  QSettings().remove("export");
}

TEST_F(States, OfTheSettingsOfAnExport)
{
  QSettings().setValue("export/formats", QStringList{"pdf", "dicom-sr", "sdtm"});
  QSettings().setValue("export/folder", "/results/case-0001");
  phantom.reader.key("reading.export");
  expect_kept_child<ExportDialog>("export_settings");
  QSettings().remove("export");
}

TEST_F(States, OfFusion)
{
  hang(0, "baseline", "T1, axial");
  phantom.rest();
  cell(0).combine(Combination::Fused, phantom.series("baseline", "DWI b 800"));
  cell(1).combine(Combination::Fused, phantom.series("follow-up 1", "DWI b 800"));
  phantom.rest();
  expect_kept("fusion");
}

TEST_F(States, OfASubtraction)
{
  for (int n = 0; n < 2; ++n) cell(n).combine(Combination::Subtracted, phantom.series(n == 0 ? "baseline" : "follow-up 1", "T1, axial"));
  phantom.rest();
  expect_kept("subtraction");
}

TEST_F(States, OfReformats)
{
  session().hanging().set_layout({2, 2});
  phantom.rest();
  cell(1).set_plane(CellPlane::Coronal);
  cell(2).set_plane(CellPlane::Sagittal);
  cell(3).tilt(20, 15);
  phantom.rest();
  expect_kept("reformats");
}

TEST_F(States, OfTwoByFourViews)
{
  session().hanging().set_layout({2, 4});
  session().hanging().rehang();
  phantom.rest();
  expect_kept("two_by_four");
}

TEST_F(States, OfTheMagnifierWhileADiameterIsDrawn)
{
  phantom.reader.key("lesion.new");
  phantom.reader.key("tool.bidirectional");
  SliceCanvas& canvas = cell(0).canvas();
  const QPoint middle = canvas.rect().center();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, middle - QPoint(80, 60));
  for (int n = 1; n <= 5; ++n) QTest::mouseMove(&canvas, middle + QPoint(10 * n, 12 * n));
  expect_kept("magnifier");
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(50, 60));
  phantom.rest();
  expect_kept("two_axes");
  phantom.reader.key("edit.undo");
  phantom.reader.key("edit.undo");
  phantom.reader.key("tool.crosshair");
}

TEST_F(States, OfABrushAndOfScribbles)
{
  SliceCanvas& canvas = cell(0).canvas();
  const QPoint middle = canvas.rect().center();
  phantom.reader.key("tool.brush");
  QTest::mousePress(&canvas, Qt::LeftButton, {}, middle + QPoint(0, 60));
  for (int n = 1; n <= 5; ++n) QTest::mouseMove(&canvas, middle + QPoint(8 * n, 60));
  expect_kept("brush");
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(40, 60));
  phantom.reader.key("edit.undo");
  phantom.rest();
  phantom.reader.key("tool.scribble");
  QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, middle + QPoint(0, 60));
  for (int n = 1; n <= 5; ++n) QTest::mouseMove(&canvas, middle + QPoint(8 * n, 60));
  expect_kept("scribble");
  phantom.reader.key("tool.escape");
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(40, 60));
  phantom.reader.key("tool.crosshair");
  phantom.rest();
}

TEST_F(States, OfADiameterOnAReformat)
{
  cell(0).set_plane(CellPlane::Coronal);
  phantom.rest();
  phantom.reader.key("lesion.new");
  phantom.reader.key("tool.caliper");
  SliceCanvas& canvas = cell(0).canvas();
  const QPoint middle = canvas.rect().center();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, middle);
  QTest::mouseMove(&canvas, middle + QPoint(60, 40));
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(60, 40));
  phantom.rest();
  expect_kept("diameter_on_reformat");
  phantom.reader.key("edit.undo");
  phantom.reader.key("edit.undo");
  phantom.reader.key("tool.crosshair");
}

TEST_F(States, OfAProposal)
{
  phantom.reader.key("segment.caliper");
  ASSERT_TRUE(phantom.reader.wait([&] { return phantom.reader.window->display().proposal().has_value(); }));
  expect_kept("proposal");
  phantom.reader.key("segment.discard");
}

TEST_F(States, OfTheTabs)
{
  phantom.reader.window->results().setCurrentIndex(1);
  expect_kept("history", 0.04);  // words of the record
  phantom.reader.key("reading.report");
  auto* pages = phantom.reader.window->findChild<QPdfView*>("report");
  ASSERT_TRUE(phantom.reader.wait([&] { return pages->document()->pageCount() > 0; }));
  ASSERT_TRUE(phantom.reader.wait([&] { return shows_ink(pages->grab().toImage()); })) << "pages are drawn in the background";
  phantom.rest();
  expect_kept("report");
  phantom.reader.window->results().setCurrentIndex(0);
}

TEST_F(States, OfHelpAndSettings)
{
  phantom.reader.key("help.keys");
  expect_kept_child<HelpSheet>("help");
  phantom.reader.window->actions()["help.settings"]->trigger();
  for (int tab = 0; tab < 3; ++tab)
  {
    auto* settings = window().findChild<SettingsPanel*>();
    ASSERT_NE(settings, nullptr);
    settings->findChild<QTabWidget*>()->setCurrentIndex(tab);
    QApplication::processEvents();
    EXPECT_EQ(difference_from_kept("settings_" + std::to_string(tab), settings->grab().toImage(), most), "");
  }
  window().findChild<SettingsPanel*>()->close();
}

TEST_F(States, OfTheMenus)
{
  QMenu menu;
  fill_cell_menu(menu, cell(0), phantom.reader.window->display(), session());
  menu.popup({100, 100});
  EXPECT_EQ(difference_from_kept("menu_of_a_view", menu.grab().toImage(), most), "");
  auto* table = window().findChild<QTableView*>("lesions");
  emit table->customContextMenuRequested(table->visualRect(table->model()->index(0, 3)).center());
  QApplication::processEvents();
  auto* lesion_menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
  ASSERT_NE(lesion_menu, nullptr);
  EXPECT_EQ(difference_from_kept("menu_of_a_lesion", lesion_menu->grab().toImage(), most), "");
  lesion_menu->close();
  menu.close();
}

TEST_F(States, OfABlindedReading)
{
  ASSERT_TRUE(session().blinding().blind());
  phantom.rest();
  expect_kept("blinded");
  ASSERT_TRUE(session().blinding().unblind("the picture is made"));
  phantom.rest();
}

// A slice is missing: volumes would be wrong, and the series says so.
TEST(DoubtfulImages, CarryAWarningWhereASliceIsMissing)
{
  const nadir::testing::TemporaryFolder folder;
  copy_without_a_slice(nadir::testing::phantom_case("partial-response") / "baseline", folder.path() / "images");
  CountedReader reader;
  reader.drop({folder.path() / "images"});
  ASSERT_TRUE(reader.wait([&] { return reader.session.reading().reading().content().timepoints.size() == 1; })) << reader.messages();
  ASSERT_TRUE(reader.wait([&] { return !is_at_work(reader.session) && reader.is_settled(); }));
  EXPECT_EQ(difference_from_kept("missing_slice", reader.window->grab().toImage(), most), "");
  auto& series = reader.session.series();
  int doubtful = 0;
  for (int row = 0; row < series.rowCount(); ++row)
    doubtful += series.index(row).data(SeriesListModel::WarningRole).toString().isEmpty() ? 0 : 1;
  EXPECT_EQ(doubtful, 1);
}

TEST(DoubtfulImages, AreRefusedInWordsWhereThereAreNone)
{
  CountedReader reader;
  reader.drop({"/nowhere/at/all"});
  ASSERT_TRUE(reader.wait([&] { return !reader.messages().empty(); }));
  ASSERT_TRUE(reader.wait([&] { return !is_at_work(reader.session); }));
  EXPECT_EQ(difference_from_kept("refused", reader.window->grab().toImage(), most), "");
  EXPECT_NE(reader.messages().find("Check the path"), std::string::npos) << reader.messages();
}

TEST(ManyDates, ShowTheTimelineOfTheSums)
{
  ReadPhantom phantom("progression-from-nadir", 3);
  phantom.reader.session.hanging().set_layout({1, 3});
  phantom.rest();
  for (int n = 0; n < 3; ++n) phantom.measure(n, static_cast<std::size_t>(n));
  phantom.rest();
  EXPECT_EQ(difference_from_kept("three_dates", phantom.picture(), most), "");
}
