#include "tests/viewer/widget/reading_station.h"

#include <QtTest/QTest>
#include <filesystem>

#include "tests/support/run_program.h"
#include "viewer/widget/screenshot.h"

namespace nadir::test
{
namespace
{
constexpr int patience_milliseconds = 120'000;

std::filesystem::path phantom_in(const std::filesystem::path& folder)
{
  const auto run =
      testing::run_program("nadir-phantom", {"--case", "partial-response", "--matrix", "128", "--out", (folder / "cases").string()});
  return run.exit_code == 0 ? folder / "cases" / "partial-response" : std::filesystem::path{};
}
}  // namespace

ReadingStation& ReadingStation::instance()
{
  if (!kept()) kept() = std::make_unique<ReadingStation>();
  return *kept();
}

void ReadingStation::close() { kept().reset(); }

std::unique_ptr<ReadingStation>& ReadingStation::kept()
{
  static std::unique_ptr<ReadingStation> station;
  return station;
}

ReadingStation::ReadingStation()
{
  const auto images = phantom_in(folder_.path());
  if (images.empty()) return;
  session.reading().set_reader("reader");
  window = std::make_unique<viewer::MainWindow>(session);
  window->resize(1280, 800);
  window->show();
  if (!session.begin(QString::fromStdString((folder_.path() / "case-0001.nadir").string()), "case-0001")) return;
  session.hanging().set_layout({1, 2});
  session.add_images(QString::fromStdString((images / "baseline").string()));
  session.add_images(QString::fromStdString((images / "follow_up").string()));
  is_ready =
      QTest::qWaitFor([this] { return session.reading().reading().content().timepoints.size() == 2; }, patience_milliseconds) && rest();
}

bool ReadingStation::rest()
{
  return QTest::qWaitFor([this] { return !viewer::is_at_work(session); }, patience_milliseconds) &&
         QTest::qWaitFor([this] { return !viewer::is_at_work(session); });
}

QImage ReadingStation::picture()
{
  QApplication::processEvents();
  return window->grab().toImage();
}
}  // namespace nadir::test
