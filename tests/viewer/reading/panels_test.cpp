#include <gtest/gtest.h>

#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest/QTest>

#include "tests/viewer/reading/counted_reader.h"
#include "viewer/widget/help_sheet.h"
#include "viewer/widget/key_table.h"
#include "viewer/widget/timeline_plot.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::viewer::test::CountedReader;

TEST(HelpSheet, NamesEveryKeyOfTheKeyMap)
{
  CountedReader reader;
  const QString page = HelpSheet::page(reader.window->actions());
  for (const QAction* action : reader.window->actions().all())
  {
    if (action->shortcut().isEmpty()) continue;
    EXPECT_TRUE(page.contains(action->text().toHtmlEscaped())) << action->objectName().toStdString();
    EXPECT_TRUE(page.contains(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped())) << action->objectName().toStdString();
  }
}

TEST(KeyMap, HasNoKeyTwice)
{
  CountedReader reader;
  for (const QAction* action : reader.window->actions().all())
    for (const auto& key : action->shortcuts())
      EXPECT_EQ(holder_of(reader.window->actions(), key, *action), nullptr)
          << key.toString().toStdString() << ": " << action->objectName().toStdString();
}

TEST(KeyMap, TellsWhichActionHasAKeyAndDoesNotTakeIt)
{
  CountedReader reader;
  auto& actions = reader.window->actions();
  KeyTable table(actions);
  EXPECT_FALSE(table.assign(*actions["tool.brush"], actions["tool.caliper"]->shortcut()));
  EXPECT_TRUE(table.findChild<QLabel*>("key-conflict")->text().contains(actions["tool.caliper"]->text()));
  EXPECT_TRUE(table.assign(*actions["tool.brush"], QKeySequence("Ctrl+Alt+B")));
  EXPECT_EQ(actions["tool.brush"]->shortcut(), QKeySequence("Ctrl+Alt+B"));
  actions.set_keys(*actions["tool.brush"], {});
  EXPECT_EQ(actions["tool.brush"]->shortcut(), QKeySequence("B"));
}

TEST(Window, HasATabForReadingHistoryReportAndArchive)
{
  CountedReader reader;
  EXPECT_EQ(reader.window->results().count(), 4);
  EXPECT_NE(reader.window->findChild<QTableView*>("lesions"), nullptr);
  EXPECT_NE(reader.window->findChild<QTextBrowser*>("response"), nullptr);
}

TEST(TimelinePlot, HasRoundAxes)
{
  EXPECT_EQ(rounded_up(43.2), 50.0);
  EXPECT_EQ(rounded_up(0.2), 0.2);
  EXPECT_EQ(rounded_up(101.0), 200.0);
  EXPECT_EQ(rounded_up(0.0), 1.0);
}
