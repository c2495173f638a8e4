// What the window says and how it is laid out while a reading goes on.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <optional>

#include "tests/support/temporary_folder.h"
#include "tests/viewer/states/read_phantom.h"
#include "viewer/widget/export_dialog.h"
#include "viewer/widget/export_settings_form.h"
#include "viewer/widget/message_bar.h"
#include "viewer/widget/response_page.h"
#include "viewer/widget/result_panels.h"

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
  int moment = history->count() - 1;  // the latest stands first
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
  const auto place = [&]
  { return QRect(phantom.cell(0).canvas().mapTo(reader.window.get(), QPoint(0, 0)), phantom.cell(0).canvas().size()); };
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
  emit reader.session.segmentation().tissue_told(
      {series, LesionId{"T01"}, std::make_shared<const segmentation::TissueMap>(doubtful), nullptr});
  const auto words = reader.window->findChild<MessageBar*>()->findChildren<QLabel*>();
  QString shown;
  for (const auto* label : words) shown += label->text();
  EXPECT_TRUE(shown.contains("first doubt")) << shown.toStdString();
  EXPECT_TRUE(shown.contains("second doubt")) << shown.toStdString();
  emit reader.session.segmentation().tissue_told({series, LesionId{"T01"}, std::make_shared<const segmentation::TissueMap>(told), nullptr});
  reader.window->findChild<MessageBar*>()->hide();
}

TEST_F(Words, OfAProposalGoWithIt)
{
  auto* bar = reader.window->findChild<MessageBar*>();
  propose();
  Proposal doubtful = *reader.window->display().proposal();
  doubtful.warnings = QStringList{"its border is a guess"};
  emit reader.session.segmentation().proposed(doubtful);
  EXPECT_TRUE(bar->isVisible());
  reader.key("segment.discard");
  EXPECT_FALSE(bar->isVisible()) << "what it was about has been decided";
  bar->tell({MessageKind::Failure, "the disk is full", "record.disk-full"});
  emit reader.session.segmentation().proposed(doubtful);
  bar->tell({MessageKind::Failure, "the disk is full", "record.disk-full"});
  reader.key("segment.discard");
  EXPECT_TRUE(bar->isVisible()) << "another message stays";
  bar->hide();
}

TEST_F(Words, TellWhatIsFoundWithoutDoubtAsANote)
{
  auto* bar = reader.window->findChild<MessageBar*>();
  propose();
  Proposal sure = *reader.window->display().proposal();
  sure.warnings.clear();
  sure.explanation = "12 mL at follow-up";
  std::optional<MessageKind> kind;
  const auto heard = QObject::connect(&reader.window->findChild<ResultPanels*>()->tools(), &ToolControl::message,
                                      [&](const Message& message) { kind = message.kind; });
  emit reader.session.segmentation().proposed(sure);
  QObject::disconnect(heard);
  EXPECT_EQ(kind, MessageKind::Note);
  reader.key("segment.discard");
  bar->hide();
}

TEST_F(Words, OfDeadTissueAppearWithoutBeingAskedForAndGoWithTheSegmentation)
{
  const TimepointLabel follow_up{"follow-up 1"};
  phantom.rest();
  auto& display = reader.window->display();
  ASSERT_TRUE(reader.wait([&] { return display.tissue(TimepointLabel{"baseline"}) && display.tissue(follow_up); })) << reader.messages();
  const auto before = display.tissue(follow_up);
  reader.window->grid().activate(1);
  reader.key("tool.brush");
  SliceCanvas& canvas = phantom.cell(1).canvas();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, canvas.rect().center());
  QTest::mouseMove(&canvas, canvas.rect().center() + QPoint(20, 0));
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, canvas.rect().center() + QPoint(20, 0));
  EXPECT_EQ(display.tissue(follow_up), nullptr) << "it was of the segmentation before";
  EXPECT_NE(display.tissue(TimepointLabel{"baseline"}), nullptr);
  ASSERT_TRUE(reader.wait([&] { return display.tissue(follow_up) != nullptr; })) << reader.messages();
  EXPECT_NE(display.tissue(follow_up), before);
  reader.key("edit.undo");
  reader.key("tool.crosshair");
  phantom.rest();
  reader.window->grid().activate(0);
}

TEST_F(Words, OfTheStatusLineDoNotSayLoadingOfASeriesThatIsThere)
{
  reader.window->grid().activate(0);
  reader.key("tool.caliper");
  const QString drawing = hint();
  const SeriesKey before = phantom.cell(0).content().series, other = phantom.series("baseline", "DWI b 0");
  ASSERT_EQ(reader.session.images().volume(other), nullptr) << "nobody has looked at it yet";
  reader.session.hanging().hang(0, other);
  ASSERT_TRUE(reader.wait([&] { return reader.session.images().volume(other) != nullptr; }));
  EXPECT_EQ(hint(), drawing);
  reader.session.hanging().hang(0, before);
  reader.key("tool.crosshair");
  phantom.rest();
}

TEST_F(Words, OfTheThresholdFollowTheDateThatIsLookedAt)
{
  phantom.rest();
  ASSERT_TRUE(reader.wait([&] { return reader.session.threshold().has_threshold(); })) << reader.messages();
  for (const int n : {1, 0})
  {
    reader.window->grid().activate(n);
    EXPECT_EQ(reader.session.threshold().timepoint(), phantom.cell(n).content().series.timepoint);
  }
}

TEST_F(Words, OfTheReportFollowTheReadingWhileTheyAreLookedAt)
{
  auto& results = reader.window->results();
  auto* pages = reader.window->findChild<QPdfView*>("report");
  ASSERT_EQ(pages->document()->pageCount(), 0);
  results.setCurrentIndex(2);
  ASSERT_TRUE(reader.wait([&] { return pages->document()->pageCount() > 0; })) << "nobody pressed Preview";
  int loaded = 0;
  const auto counted = QObject::connect(pages->document(), &QPdfDocument::statusChanged,
                                        [&](QPdfDocument::Status status) { loaded += status == QPdfDocument::Status::Ready ? 1 : 0; });
  ASSERT_TRUE(reader.session.reading().comment("a remark"));
  EXPECT_TRUE(reader.wait([&] { return loaded == 1; })) << "the pages tell of the reading as it stands";
  QObject::disconnect(counted);
  reader.key("edit.undo");
  results.setCurrentIndex(0);
  phantom.rest();
}

TEST_F(Words, OfAnExportSayWhatWasLeftOut)
{
  const nadir::testing::TemporaryFolder folder;
  QSettings().setValue("export/formats", QStringList{"json"});
  QSettings().setValue("export/folder", QString::fromStdString((folder.path() / "export").string()));
  reader.key("reading.export");
  auto* dialog = reader.window->findChild<ExportDialog*>("export-dialog");
  ASSERT_NE(dialog, nullptr);
  auto* outcomes = dialog->findChild<QTableWidget*>("export-outcomes");
  dialog->findChild<QPushButton*>("export-start")->click();
  ASSERT_TRUE(reader.wait([&] { return outcomes->rowCount() > 0; }));
  EXPECT_TRUE(outcomes->item(0, 2)->text().contains("/json; left out: ")) << outcomes->item(0, 2)->text().toStdString();
  dialog->close();
  QSettings().remove("export");
  reader.window->activateWindow();
}

TEST_F(Words, OfTheSettingsOfAnExportAreThoseOfTheChosenFormats)
{
  ExportSettingsForm form;
  const auto is_offered = [&](const char* name) { return !form.findChild<QWidget*>(name)->isHidden(); };
  form.show_for({"pdf"});
  EXPECT_TRUE(is_offered("pdf-paper"));
  EXPECT_FALSE(is_offered("sdtm-study"));
  auto* paper = form.findChild<QComboBox*>("pdf-paper");
  paper->setCurrentIndex(paper->findData("letter"));
  form.findChild<QLineEdit*>("sdtm-study")->setText("TRIAL-1");
  form.findChild<QLineEdit*>("sdtm-subject")->setText("TRIAL-1-007");
  EXPECT_EQ(form.values(), (std::map<std::string, std::string>{{"pdf-paper", "letter"}})) << "settings of other formats would be refused";
  form.show_for({"pdf", "sdtm"});
  EXPECT_EQ(form.values().at("sdtm-study"), "TRIAL-1");
  form.remember();
  ExportSettingsForm next;
  next.show_for({"pdf", "sdtm"});
  EXPECT_EQ(next.values(), (std::map<std::string, std::string>{{"pdf-paper", "letter"}, {"sdtm-study", "TRIAL-1"}}))
      << "a subject of one case is not the next one's";
  QSettings().remove("export");
}

TEST_F(Words, OfTheStatusLineSayWhenNothingCanBeChangedAndNobodySignsUnnamed)
{
  phantom.rest();
  const auto& reading = reader.session.reading();
  const QString kept = QSettings().value("reader").toString();
  QSettings().remove("reader");
  reader.key("tool.brush");
  const QString drawing = hint();
  QSignalSpy locked(&reader.session.assessment(), &AssessmentModel::locked);
  reader.key("reading.lock");
  ASSERT_TRUE(reader.wait([&] { return locked.size() == 1; })) << reader.messages();
  EXPECT_NE(hint(), drawing);
  EXPECT_TRUE(hint().contains("locked")) << hint().toStdString();
  reader.key("reading.sign");
  EXPECT_TRUE(reading.reading().signatures().empty()) << "under a name that was guessed";
  auto* question = reader.window->findChild<QInputDialog*>();
  ASSERT_NE(question, nullptr);
  question->setTextValue("Dr. Frey");
  question->accept();
  ASSERT_EQ(reading.reading().signatures().size(), 1u);
  EXPECT_EQ(reading.reading().signatures().front().who.text(), "Dr. Frey");
  QSettings().setValue("reader", kept);
  reader.session.reading().set_reader("Reader A");
  ASSERT_TRUE(reader.session.reading().reopen("the test goes on"));
  EXPECT_EQ(hint(), drawing);
  reader.key("tool.crosshair");
}

TEST_F(Words, OfTheHistoryNameWhoActedAndWhen)
{
  auto* history = reader.window->findChild<QListWidget*>("history");
  EXPECT_TRUE(history->item(0)->text().contains(" UTC, " + reader.session.reading().reader())) << history->item(0)->text().toStdString();
}
