#include "viewer/widget/screenshot.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "viewer/model/case_session.h"

namespace nadir::viewer
{
namespace
{
constexpr int step_milliseconds = 100;
constexpr int quiet_steps = 8;
constexpr int most_steps = 1200;
}  // namespace

bool is_at_work(CaseSession& session)
{
  if (session.images().is_busy() || session.segmentation().is_busy() || session.tissue().is_busy()) return true;
  for (const auto& timepoint : session.images().timepoints())
    if (session.link().state(timepoint) == LinkState::Pending) return true;
  return session.reading().is_open() && !session.reading().reading().content().lesions.empty() && !session.assessment().is_current() &&
         session.assessment().problem().isEmpty() && session.assessment().questions().empty();
}
void write_screenshot_when_ready(QWidget& window, CaseSession& session, const QString& file)
{
  auto* timer = new QTimer(&window);
  auto quiet = std::make_shared<int>(0);
  auto steps = std::make_shared<int>(0);
  QObject::connect(timer, &QTimer::timeout, &window,
                   [&window, &session, file, timer, quiet, steps]
                   {
                     *quiet = is_at_work(session) ? 0 : *quiet + 1;
                     if (++*steps < most_steps && *quiet < quiet_steps) return;
                     timer->stop();
                     const bool is_written = window.grab().save(file, "PNG");
                     QApplication::exit(is_written && *steps < most_steps ? 0 : 2);
                   });
  timer->start(step_milliseconds);
}
}  // namespace nadir::viewer
