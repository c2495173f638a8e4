// A lesion in the real window (no screen needed): how long from a gesture until its answer has been painted?
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "viewer/widget/main_window.h"
#include "viewer/widget/screenshot.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
constexpr double limit_ms = 50.0;
constexpr int patience_ms = 300'000;
constexpr int strokes = 40, points_of_a_stroke = 8, thresholds = 60;

bool wait(const std::function<bool()>& holds)
{
  QElapsedTimer clock;
  clock.start();
  while (!holds())
  {
    if (clock.elapsed() > patience_ms) return false;
    QApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
  }
  return true;
}

double thread_ms()
{
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Times in ms, and whether 95 of 100 are below the limit.
class Times
{
public:
  template <class Work> void add(const Work& work)
  {
    QElapsedTimer clock;
    clock.start();
    const double before = thread_ms();
    work();
    all_.push_back(1e-6 * static_cast<double>(clock.nsecsElapsed()));
    processor_ += thread_ms() - before;
  }

  bool report(const char* what)
  {
    std::sort(all_.begin(), all_.end());
    const double median = all_[all_.size() / 2], p95 = all_[all_.size() * 95 / 100];
    std::printf("%-52s median %6.1f ms  95 of 100 within %6.1f ms  longest %6.1f ms  own thread's processor %6.1f ms  (limit %.0f) %s\n",
                what, median, p95, all_.back(), processor_ / static_cast<double>(all_.size()), limit_ms,
                p95 <= limit_ms ? "met" : "MISSED");
    return p95 <= limit_ms;
  }

private:
  std::vector<double> all_;
  double processor_ = 0;
};

/// A window with one date in it, and the lesion across a drawn diameter segmented.
class Reading
{
public:
  Reading(const QString& images, const segmentation::PromptLine& diameter) : diameter_(diameter)
  {
    QObject::connect(&session_, &CaseSession::message,
                     [](const Message& message) { std::fprintf(stderr, "%s\n", qPrintable(message.text)); });
    window_.resize(1600, 1000);
    window_.show();
    session_.reading().set_reader("bench");
    session_.begin(folder_.filePath("case.nadir"), "bench");
    session_.add_images(images);
  }

  bool begin()
  {
    if (!rest()) return false;
    const ViewCell* cell = window_.grid().cell(0);
    segmentation::LesionPrompt prompt;
    prompt.long_axis = diameter_;
    session_.link().set_cursor(cell->content().series.timepoint, diameter_.from + 0.5 * (diameter_.to - diameter_.from));
    session_.segmentation().segment(cell->content().series, prompt);
    if (!wait([this] { return window_.display().proposal() || !session_.segmentation().is_busy(); }) || !window_.display().proposal())
      return false;
    act("segment.accept");
    return rest();
  }

  bool rest()
  {
    return wait(
        [this]
        {
          return session_.reading().is_open() && !session_.images().timepoints().empty() && !is_at_work(session_) &&
                 window_.grid().cell(0)->canvas().scene().has_image();
        });
  }

  void act(const char* name) { window_.actions()[name]->trigger(); }

  /// The share of dead tissue for each value, as a drag of the slider asks for it.
  bool drag_threshold()
  {
    auto& threshold = session_.threshold();
    if (!wait([&] { return threshold.has_threshold() && !is_at_work(session_); })) return false;
    const double automatic = threshold.value();
    Times times;
    for (int n = 1; n <= thresholds; ++n)
      times.add(
          [&]
          {
            threshold.try_out(automatic * (1.0 + 0.004 * n));
            wait([&] { return threshold.map()->threshold->threshold.value == threshold.value(); });
            window_.grid().cell(0)->canvas().repaint();
          });
    threshold.reset();
    return times.report("share and overlay after a move of the threshold");
  }

  /// Each move of a stroke, and its end with the act on the disk.
  bool paint()
  {
    act("tool.brush");
    SliceCanvas& canvas = window_.grid().cell(0)->canvas();
    Times moves, ends;
    const QPoint middle = canvas.rect().center();
    for (int n = 0; n < strokes; ++n)
    {
      const QPoint start = middle + QPoint(n % 9 * 12 - 50, n % 7 * 14 - 45);
      send(canvas, QEvent::MouseButtonPress, start);
      for (int k = 1; k <= points_of_a_stroke; ++k)
        moves.add([&] { send(canvas, QEvent::MouseMove, start + QPoint(4 * k, 2 * k)), canvas.repaint(), QApplication::processEvents(); });
      ends.add([&] { send(canvas, QEvent::MouseButtonRelease, start + QPoint(32, 16)), canvas.repaint(), QApplication::processEvents(); });
    }
    const bool moved = moves.report("a move of the brush"), ended = ends.report("the end of a stroke, on the disk and painted");
    return rest() && moved && ended;
  }

private:
  static void send(SliceCanvas& canvas, QEvent::Type type, QPoint at)
  {
    const bool is_up = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, canvas.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      is_up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&canvas, &event);
  }

  segmentation::PromptLine diameter_;
  QTemporaryDir folder_;
  CaseSession session_;
  MainWindow window_{session_};
};

std::optional<segmentation::PromptLine> line_of(const std::string& text)
{
  std::vector<double> numbers;
  for (std::size_t at = 0; at <= text.size();)
  {
    const auto comma = std::min(text.find(',', at), text.size());
    const auto number = parse_number(text.substr(at, comma - at));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    at = comma + 1;
  }
  if (numbers.size() != 6) return std::nullopt;
  return segmentation::PromptLine{{numbers[0], numbers[1], numbers[2]}, {numbers[3], numbers[4], numbers[5]}};
}
}  // namespace

int main(int argc, char** argv)
{
  QStandardPaths::setTestModeEnabled(true);  // the settings of nobody
  const QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  const auto diameter = argc == 3 ? line_of(argv[2]) : std::nullopt;
  if (!diameter)
  {
    std::fprintf(stderr, "nadir-bench-edits FOLDER L,P,S,L,P,S\nImages of one date, and a longest diameter in them (patient LPS, mm). "
                         "Without a screen: QT_QPA_PLATFORM=offscreen.\n");
    return 64;
  }
  Reading reading(QString::fromLocal8Bit(argv[1]), *diameter);
  if (!reading.begin()) return std::fprintf(stderr, "no lesion was found there\n"), 2;
  const bool has_threshold = reading.drag_threshold();
  const bool has_brush = reading.paint();
  return has_threshold && has_brush ? 0 : 1;
}
