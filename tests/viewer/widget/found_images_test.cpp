// A record whose images have moved: the folder that is given next may be theirs, and the reader says so.
#include <gtest/gtest.h>

#include <QMessageBox>
#include <QPushButton>
#include <QtTest/QTest>
#include <filesystem>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "viewer/widget/main_window.h"
#include "viewer/widget/screenshot.h"

using namespace nadir;
using namespace nadir::viewer;
namespace fs = std::filesystem;

namespace
{
constexpr int patience_ms = 120'000;
const TimepointLabel baseline{"baseline"};

QString in(const fs::path& path) { return QString::fromStdString(path.string()); }

/// A window with a reopened record of one date, whose images lie in `there` and no longer where they were read.
class FoundImages : public ::testing::Test
{
protected:
  void SetUp() override
  {
    const auto made =
        nadir::testing::run_program("nadir-phantom", {"--case", "partial-response", "--matrix", "128", "--out", folder.path().string()});
    ASSERT_EQ(made.exit_code, 0);
    const auto record = folder.path() / "case.nadir";
    session.reading().set_reader("reader");
    ASSERT_TRUE(session.begin(in(record), "P1"));
    session.add_images(in(images / "baseline"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return session.reading().reading().find(baseline) != nullptr; }, patience_ms));
    session.close();
    fs::rename(images / "baseline", there);
    ASSERT_TRUE(session.open(in(record)));
  }

  void press(const QString& words)
  {
    auto* question = window.findChild<QMessageBox*>();
    ASSERT_NE(question, nullptr) << "nobody was asked";
    for (auto* button : question->findChildren<QPushButton*>())
      if (button->text().contains(words)) return button->click();
    FAIL() << "no button " << words.toStdString();
  }
  bool rests()
  {
    return QTest::qWaitFor([this] { return !is_at_work(session); }, patience_ms);
  }

  nadir::testing::TemporaryFolder folder;
  fs::path images = folder.path() / "partial-response", there = folder.path() / "moved";
  CaseSession session;
  MainWindow window{session};
};
}  // namespace

TEST_F(FoundImages, AreTakenForThoseThatWereReadWhenTheReaderSaysSo)
{
  window.open(in(there));
  press("baseline");
  EXPECT_TRUE(QTest::qWaitFor([this] { return !session.images().images_digest(baseline).empty(); }, patience_ms));
  EXPECT_TRUE(rests());
  EXPECT_EQ(session.reading().reading().content().timepoints.size(), 1u) << "no second date was made of them";
}

TEST_F(FoundImages, AreANewDateWhenTheReaderSaysThat)
{
  window.open(in(images / "follow_up"));
  press("new date");
  EXPECT_TRUE(QTest::qWaitFor([this] { return session.reading().reading().content().timepoints.size() == 2u; }, patience_ms));
  EXPECT_EQ(session.missing_images(), std::vector{baseline});
  EXPECT_TRUE(rests());
}

TEST_F(FoundImages, AreNotLookedForInAFolderOfOthers)
{
  window.open(in(images / "follow_up"));
  press("baseline");
  EXPECT_TRUE(rests());
  EXPECT_TRUE(session.images().images_digest(baseline).empty());
  EXPECT_EQ(session.missing_images(), std::vector{baseline});
}
