// What the window says and how it is laid out while a reading goes on.
#include <gtest/gtest.h>

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QTableView>
#include <QtTest/QTest>

#include "tests/viewer/states/read_phantom.h"
#include "viewer/widget/message_bar.h"
#include "viewer/widget/response_page.h"

using namespace nadir;
using namespace nadir::viewer;
using namespace nadir::viewer::test;

namespace
{
class Words : public ::testing::Test
{
protected:
  static void TearDownTestSuite() { ReadPhantom::close(); }

  ReadPhantom& phantom = ReadPhantom::partial_response();
  CountedReader& reader = phantom.reader;

  QString hint() { return reader.window->findChild<QLabel*>("hint")->text(); }
  bool is_proposed() { return reader.window->display().proposal().has_value(); }

  void propose()
  {
    reader.key("segment.caliper");
    ASSERT_TRUE(reader.wait([&] { return is_proposed(); })) << reader.messages();
  }
};
}  // namespace

TEST_F(Words, DoNotWarnOfASumThatIsComplete)
{
  EXPECT_FALSE(response_page(reader.session, {}).contains(QStringLiteral("\u26a0 the sum of diameters is")));
}

TEST_F(Words, ShowTheChangeOfTwoDatesWithoutScrolling)
{
  const auto* table = reader.window->findChild<QTableView*>("lesions");
  EXPECT_LE(table->horizontalHeader()->length(), table->viewport()->width());
}

TEST_F(Words, OfTheStatusLineTellWhatTheMouseDoesBesideWhatIsProposed)
{
  reader.key("tool.brush");
  const QString tool = hint();
  propose();
  EXPECT_TRUE(hint().startsWith(tool)) << hint().toStdString();
  EXPECT_NE(hint(), tool);
  reader.key("segment.discard");
  EXPECT_EQ(hint(), tool);
  reader.key("tool.crosshair");
}

TEST_F(Words, OfTheHistoryLeadBackToAMomentAndForthAgain)
{
  auto* history = reader.window->findChild<QListWidget*>("history");
  const auto baseline = [&] { return reader.session.reading().marks(LesionId{"T01"}, TimepointLabel{"baseline"}); };
  ASSERT_TRUE(baseline().caliper && baseline().mask);
  int moment = history->count() - 1;   // the latest stands first
  while (moment > 0 && !history->item(moment)->text().contains("caliper")) --moment;
  history->setCurrentRow(moment);
  emit history->itemDoubleClicked(history->item(moment));
  EXPECT_TRUE(baseline().caliper.has_value());
  EXPECT_FALSE(baseline().mask.has_value());
  EXPECT_FALSE(reader.session.reading().marks(LesionId{"T01"}, TimepointLabel{"follow-up 1"}).caliper.has_value());
  while (reader.window->actions()["edit.redo"]->isEnabled()) reader.key("edit.redo");
  EXPECT_TRUE(baseline().mask.has_value());
  phantom.rest();
}

TEST_F(Words, EscapeGivesUpTheScribbleBeforeTheProposal)
{
  propose();
  reader.key("tool.scribble");
  SliceCanvas& canvas = phantom.cell(0).canvas();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, canvas.rect().center());
  reader.key("tool.escape");
  EXPECT_TRUE(is_proposed());
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, canvas.rect().center());
  reader.key("tool.escape");
  EXPECT_FALSE(is_proposed());
  reader.key("tool.crosshair");
}

TEST_F(Words, OfAMessageLeaveTheImagesWhereTheyAre)
{
  auto* bar = reader.window->findChild<MessageBar*>();
  bar->hide();
  const auto place = [&] { return QRect(phantom.cell(0).canvas().mapTo(reader.window.get(), QPoint(0, 0)), phantom.cell(0).canvas().size()); };
  const QRect before = place();
  bar->tell({MessageKind::Warning, QStringLiteral("a number may mislead\nand a second line tells of another"), {}});
  QCoreApplication::processEvents();
  EXPECT_TRUE(bar->isVisible());
  EXPECT_EQ(place(), before);
  bar->hide();
}

TEST_F(Words, OfWarningsAboutAProposalAreAllShown)
{
  const auto series = phantom.cell(0).content().series;
  reader.key("segment.tissue");
  ASSERT_TRUE(reader.wait([&] { return reader.window->display().tissue(series.timepoint) != nullptr; })) << reader.messages();
  const auto told = *reader.window->display().tissue(series.timepoint);
  auto doubtful = told;
  doubtful.undecided = {"first doubt"};
  doubtful.warnings = {"second doubt"};
  emit reader.session.segmentation().tissue_told({series, LesionId{"T01"}, std::make_shared<const segmentation::TissueMap>(doubtful), nullptr});
  const auto words = reader.window->findChild<MessageBar*>()->findChildren<QLabel*>();
  QString shown;
  for (const auto* label : words) shown += label->text();
  EXPECT_TRUE(shown.contains("first doubt")) << shown.toStdString();
  EXPECT_TRUE(shown.contains("second doubt")) << shown.toStdString();
  emit reader.session.segmentation().tissue_told({series, LesionId{"T01"}, std::make_shared<const segmentation::TissueMap>(told), nullptr});
  reader.window->findChild<MessageBar*>()->hide();
}

TEST_F(Words, OfTheHistoryNameWhoActedAndWhen)
{
  auto* history = reader.window->findChild<QListWidget*>("history");
  EXPECT_TRUE(history->item(0)->text().contains(" UTC, " + reader.session.reading().reader())) << history->item(0)->text().toStdString();
}
