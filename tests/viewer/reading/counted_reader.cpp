#include "tests/viewer/reading/counted_reader.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QUrl>
#include <QWheelEvent>
#include <QtTest/QTest>
#include <cmath>
#include <gtest/gtest.h>

#include "viewer/render/slice_steps.h"

namespace nadir::viewer::test
{
namespace
{
constexpr int patience_milliseconds = 300'000;
}

CountedReader::CountedReader()
{
  session.reading().set_reader("Reader A");
  QSettings().setValue("reader", "Reader A");
  QObject::connect(&session, &CaseSession::message, [this](const Message& message) { messages_ << message.text; });
  window = std::make_unique<MainWindow>(session);
  window->resize(1600, 1000);
  window->show();
  window->activateWindow();
  EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

void CountedReader::drop(const std::vector<std::filesystem::path>& folders)
{
  QMimeData data;
  QList<QUrl> urls;
  for (const auto& folder : folders) urls << QUrl::fromLocalFile(QString::fromStdString(folder.string()));
  data.setUrls(urls);
  QDragEnterEvent enter(window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &enter);
  QDropEvent event(QPointF(window->rect().center()), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &event);
  told_ << QStringLiteral("drop %1 folders").arg(folders.size());
}

void CountedReader::key(const QString& action)
{
  const QKeySequence keys = window->actions()[action]->shortcut();
  if (keys.isEmpty()) return ADD_FAILURE() << action.toStdString() << " has no key", void();
  QTest::keyClick(window.get(), Qt::Key(keys[0].key()), keys[0].keyboardModifiers());
  told_ << QStringLiteral("%1 (%2)").arg(keys.toString(), action);
}

void CountedReader::click(int cell)
{
  QTest::mouseClick(&canvas(cell), Qt::LeftButton, {}, canvas(cell).rect().center());
  told_ << QStringLiteral("click view %1").arg(cell + 1);
}

QPoint CountedReader::place_of(int cell, PatientPoint point)
{
  const ViewPoint place = canvas(cell).view().to_view(point);
  const double ratio = canvas(cell).devicePixelRatioF();
  return {static_cast<int>(std::lround(place.x / ratio)), static_cast<int>(std::lround(place.y / ratio))};
}

void CountedReader::turn_to(int cell, PatientPoint point)
{
  const auto volume = canvas(cell).scene().recipe.base.volume;
  const auto seen = [&] { return nearest_slice(volume->geometry(), canvas(cell).view().centre); };
  const int wanted = nearest_slice(volume->geometry(), point);
  for (int n = 0; n < 500 && seen() != wanted; ++n)
  {
    const int down = canvas(cell).view().depth_of(point) > 0 ? -120 : 120;
    const QPointF at = canvas(cell).rect().center();
    QWheelEvent wheel(at, canvas(cell).mapToGlobal(at), {}, {0, down}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas(cell), &wheel);
    ++notches_;
  }
  QApplication::processEvents();
}

void CountedReader::draw(int cell, const reading::Line& line)
{
  turn_to(cell, line.from);
  const QPoint from = place_of(cell, line.from), to = place_of(cell, line.to);
  QTest::mousePress(&canvas(cell), Qt::LeftButton, {}, from);
  for (int n = 1; n <= 8; ++n) QTest::mouseMove(&canvas(cell), from + (to - from) * n / 8);
  QTest::mouseRelease(&canvas(cell), Qt::LeftButton, {}, to);
  ++calipers_;
}

bool CountedReader::wait(const std::function<bool()>& holds) const { return QTest::qWaitFor(holds, patience_milliseconds); }

bool CountedReader::is_settled() { return session.assessment().is_current() && session.assessment().shown() != nullptr; }
}  // namespace nadir::viewer::test
