#include "viewer/widget/overlay_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "viewer/render/render_slice.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr double magnifier_radius = 80.0;  // logical pixels
constexpr double magnification = 3.0;

QPointF on_screen(const SliceView& view, PatientPoint point)
{
  const auto place = view.to_view(point);
  return {place.x, place.y};
}

QColor color_of(OverlayStyle style)
{
  switch (style)
  {
  case OverlayStyle::Measured: return {0xff, 0xe0, 0x60};
  case OverlayStyle::OnReformat: return theme::warning;
  case OverlayStyle::Adding: return {0x6b, 0xe0, 0x8a};
  case OverlayStyle::Removing: return {0xff, 0x7a, 0x6e};
  }
  return Qt::white;
}
}  // namespace

void OverlayPainter::paint(const Overlay& overlay) const
{
  painter_.save();
  painter_.setRenderHint(QPainter::Antialiasing);
  for (const auto& stroke : overlay.strokes) paint_stroke(stroke);
  for (const auto& line : overlay.lines) paint_line(line);
  for (const auto& handle : overlay.handles) paint_handle(handle);
  for (const auto& line : overlay.lines) paint_label(line);
  painter_.restore();
}

void OverlayPainter::paint_line(const OverlayLine& line) const
{
  const QPointF from = on_screen(view_, line.from), to = on_screen(view_, line.to);
  painter_.setPen(QPen(QColor(0, 0, 0, 160), 3.4 * ratio_));
  painter_.drawLine(from, to);
  painter_.setPen(QPen(color_of(line.style), 1.6 * ratio_, line.style == OverlayStyle::OnReformat ? Qt::DashLine : Qt::SolidLine));
  painter_.drawLine(from, to);
}

/// Beside the end that lies farther right, so that the line itself stays free.
void OverlayPainter::paint_label(const OverlayLine& line) const
{
  const QPointF a = on_screen(view_, line.from), b = on_screen(view_, line.to), end = a.x() > b.x() ? a : b;
  QFont font = painter_.font();
  font.setPixelSize(static_cast<int>(14 * ratio_));
  font.setBold(true);
  painter_.setFont(font);
  const QFontMetricsF metrics(font);
  QRectF box(end + QPointF(12 * ratio_, -0.5 * metrics.height()),
             QSizeF(metrics.horizontalAdvance(line.text) + 10 * ratio_, metrics.height() + 4 * ratio_));
  if (box.right() > view_.size.width) box.moveRight(std::min(a.x(), b.x()) - 12 * ratio_);
  box.moveLeft(std::max(box.left(), 2.0));
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(QColor(0, 0, 0, 170));
  painter_.drawRoundedRect(box, 3 * ratio_, 3 * ratio_);
  painter_.setPen(color_of(line.style));
  painter_.drawText(box, Qt::AlignCenter, line.text);
}

void OverlayPainter::paint_handle(PatientPoint place) const
{
  painter_.setPen(QPen(QColor(0, 0, 0, 200), 1.2 * ratio_));
  painter_.setBrush(QColor(0xff, 0xe0, 0x60));
  painter_.drawEllipse(on_screen(view_, place), 3.5 * ratio_, 3.5 * ratio_);
}

void OverlayPainter::paint_stroke(const OverlayStroke& stroke) const
{
  const double diameter = 2.0 * stroke.radius.value() / view_.mm_per_pixel;
  QPainterPath path(on_screen(view_, stroke.path.front()));
  for (const auto& point : stroke.path) path.lineTo(on_screen(view_, point) + QPointF(0.001, 0));
  QPainterPathStroker brush;
  brush.setWidth(diameter);
  brush.setCapStyle(Qt::RoundCap);
  brush.setJoinStyle(Qt::RoundJoin);
  QColor fill = color_of(stroke.style);
  fill.setAlpha(stroke.path.size() > 1 ? 90 : 40);
  painter_.setPen(QPen(color_of(stroke.style), 1.2 * ratio_));
  painter_.setBrush(fill);
  painter_.drawPath(brush.createStroke(path).simplified());
}

void OverlayPainter::paint_magnifier(PatientPoint place, const SliceRecipe& recipe) const
{
  if (!recipe.base.volume) return;
  const int size = static_cast<int>(2.0 * magnifier_radius * ratio_);
  SliceRecipe enlarged = recipe;
  enlarged.view = view_;
  enlarged.view.size = {size, size};
  enlarged.view.mm_per_pixel = view_.mm_per_pixel / magnification;
  enlarged.view.centre = view_.to_patient(view_.to_view(place));
  const Picture picture = render_slice(enlarged);
  const QImage image(reinterpret_cast<const uchar*>(picture.pixels.data()), size, size, size * 4, QImage::Format_RGB32);
  const QPointF at = on_screen(view_, place);
  const double gap = 30 * ratio_;
  QRectF box(at.x() + gap, at.y() - gap - size, size, size);
  if (box.right() > view_.size.width) box.moveRight(at.x() - gap);
  if (box.top() < 0) box.moveTop(at.y() + gap);
  QPainterPath circle;
  circle.addEllipse(box);
  painter_.save();
  painter_.setRenderHint(QPainter::Antialiasing);
  painter_.setClipPath(circle);
  painter_.drawImage(box.topLeft(), image);
  painter_.setClipping(false);
  painter_.setBrush(Qt::NoBrush);
  painter_.setPen(QPen(theme::quiet, 1.5 * ratio_));
  painter_.drawEllipse(box);
  painter_.setPen(QPen(QColor(0xff, 0xe0, 0x60), 1.0 * ratio_));
  const double arm = 10 * ratio_;
  painter_.drawLine(box.center() - QPointF(arm, 0), box.center() + QPointF(arm, 0));
  painter_.drawLine(box.center() - QPointF(0, arm), box.center() + QPointF(0, arm));
  painter_.restore();
}
}  // namespace nadir::viewer
