#include "viewer/widget/tool_overlay.h"

#include <QEvent>
#include <QPainter>
#include <utility>

#include "viewer/widget/overlay_painter.h"

namespace nadir::viewer
{
ToolOverlay::ToolOverlay(SliceCanvas& canvas, std::function<Overlay()> overlay)
    : QWidget(&canvas), canvas_(canvas), overlay_(std::move(overlay))
{
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  resize(canvas.size());
  canvas.installEventFilter(this);
  show();
}

bool ToolOverlay::eventFilter(QObject* watched, QEvent* event)
{
  if (event->type() == QEvent::Resize) resize(canvas_.size());
  return QWidget::eventFilter(watched, event);
}

void ToolOverlay::paintEvent(QPaintEvent*)
{
  if (!canvas_.scene().has_image()) return;
  const Overlay overlay = overlay_();
  QPainter painter(this);
  const double ratio = devicePixelRatioF();
  painter.scale(1.0 / ratio, 1.0 / ratio);
  const OverlayPainter paint(painter, canvas_.view(), ratio);
  paint.paint(overlay);
  if (overlay.magnified) paint.paint_magnifier(*overlay.magnified, canvas_.scene().recipe);
}
}  // namespace nadir::viewer
