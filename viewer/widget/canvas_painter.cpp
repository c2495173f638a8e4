#include "viewer/widget/canvas_painter.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "viewer/render/mask_outline.h"
#include "viewer/render/orientation_letters.h"
#include "viewer/render/reference_line.h"
#include "viewer/render/slice_steps.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr double margin = 8.0;  // logical pixels from the edge of a view

QPointF point(ViewPoint place) { return {place.x, place.y}; }
QColor see_through(QColor color, double opacity)
{
  color.setAlphaF(static_cast<float>(opacity));
  return color;
}

void add_path(const OutlinePath& path, QPainterPath& lines)
{
  lines.moveTo(point(path.points.front()));
  for (std::size_t n = 1; n < path.points.size(); ++n) lines.lineTo(point(path.points[n]));
  if (path.is_closed) lines.closeSubpath();
}

/// Ticks on a scale bar of 1, 2 or 5 times a power of ten: ten, two or five parts.
int parts_of(double length)
{
  const double power = std::pow(10.0, std::floor(std::log10(length) + 1e-9));
  const int digit = static_cast<int>(std::lround(length / power));
  return digit == 1 ? 10 : digit;
}

QString length_words(double mm) { return mm >= 10 ? QLocale().toString(mm / 10) + " cm" : QLocale().toString(mm) + " mm"; }
}  // namespace

double scale_bar_length(double longest_mm)
{
  const double power = std::pow(10.0, std::floor(std::log10(std::max(longest_mm, 1e-6))));
  for (const double factor : {5.0, 2.0})
    if (factor * power <= longest_mm) return factor * power;
  return power;
}

CanvasPainter::CanvasPainter(QPainter& painter, const SliceView& view, double pixel_ratio)
    : painter_(painter), view_(view), ratio_(pixel_ratio)
{
}

void CanvasPainter::paint(const CanvasScene& scene) const
{
  use_font();
  if (scene.has_image())
  {
    paint_references(scene);
    paint_outlines(scene);
    paint_crosshair(scene);
    paint_lines(scene);
    if (scene.tool) scene.tool(painter_, view_);
    paint_letters(scene.corners);
    paint_scale_bar();
    paint_legend(scene);
    paint_notice(scene);
  }
  paint_corners(scene);
}

void CanvasPainter::paint_frame() const
{
  use_font();
  paint_letters({});
  paint_scale_bar();
}

void CanvasPainter::paint_label(ViewPoint at, const QString& words, const QColor& color) const
{
  const double before_scale_bar = view_.size.width - 62 * ratio_ - QFontMetricsF(painter_.font()).horizontalAdvance(words);
  text({std::min(at.x + 8 * ratio_, before_scale_bar), at.y}, Qt::AlignLeft | Qt::AlignVCenter, words, color);
}

void CanvasPainter::use_font() const
{
  painter_.setRenderHint(QPainter::Antialiasing);
  QFont font = painter_.font();
  font.setPixelSize(static_cast<int>(std::lround(12 * ratio_)));
  painter_.setFont(font);
}

void CanvasPainter::text(QPointF at, Qt::Alignment alignment, const QString& words, const QColor& color) const
{
  const QFontMetricsF metrics(painter_.font());
  QPointF origin = at;
  const double width = metrics.horizontalAdvance(words);
  if (alignment & Qt::AlignRight) origin.rx() -= width;
  if (alignment & Qt::AlignHCenter) origin.rx() -= 0.5 * width;
  // A name at the edge moves inwards rather than being cut.
  origin.setX(std::max(2.0, std::min(origin.x(), static_cast<double>(view_.size.width) - width - 2.0)));
  if (alignment & Qt::AlignTop) origin.ry() += metrics.ascent();
  if (alignment & Qt::AlignVCenter) origin.ry() += 0.5 * metrics.capHeight();
  if (alignment & Qt::AlignBottom) origin.ry() -= metrics.descent();
  painter_.setPen(QColor(0, 0, 0, 200));
  for (const QPointF offset : {QPointF{1, 1}, QPointF{-1, 1}, QPointF{1, -1}, QPointF{-1, -1}})
    painter_.drawText(origin + ratio_ * offset, words);
  painter_.setPen(color);
  painter_.drawText(origin, words);
}

double CanvasPainter::half_slice(const CanvasScene& scene) const
{
  return 0.5 * scroll_step(view_.plane, scene.recipe.base.volume->geometry()) + 1e-6;
}

void CanvasPainter::paint_outlines(const CanvasScene& scene) const
{
  for (const OutlineItem& item : scene.outlines)
  {
    QPainterPath lines;
    for (const OutlinePath& path : mask_outline(item.mask, view_, item.view_to_mask)) add_path(path, lines);
    // A dark rim keeps the line visible on bright tissue.
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(QColor(0, 0, 0, 130), (item.width + 1.4) * ratio_, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter_.drawPath(lines);
    painter_.setPen(QPen(item.color, item.width * ratio_, item.style, Qt::FlatCap, Qt::BevelJoin));
    painter_.drawPath(lines);
  }
}

void CanvasPainter::paint_references(const CanvasScene& scene) const
{
  for (const ReferenceItem& item : scene.references)
    if (const auto line = reference_line(view_, item.other))
    {
      painter_.setPen(QPen(see_through(item.color, 0.75), 1.0 * ratio_, Qt::DashLine));
      painter_.drawLine(point(line->from), point(line->to));
    }
}

void CanvasPainter::paint_lines(const CanvasScene& scene) const
{
  const double reach = half_slice(scene);
  for (const LineItem& line : scene.lines)
    if (std::abs(view_.depth_of(line.from)) <= reach && std::abs(view_.depth_of(line.to)) <= reach) paint_line(line);
}

void CanvasPainter::paint_line(const LineItem& line) const
{
  const QPointF from = point(view_.to_view(line.from)), to = point(view_.to_view(line.to));
  painter_.setPen(QPen(QColor(0, 0, 0, 150), 3.6 * ratio_));
  painter_.drawLine(from, to);
  painter_.setPen(QPen(line.color, 1.6 * ratio_, line.style));
  painter_.drawLine(from, to);
  const QLineF across = QLineF(from, to).normalVector().unitVector();
  const QPointF tick = 4.0 * ratio_ * QPointF(across.dx(), across.dy());
  painter_.setPen(QPen(line.color, 1.6 * ratio_));
  for (const QPointF& end : {from, to}) painter_.drawLine(end - tick, end + tick);
  if (line.text.isEmpty()) return;
  paint_line_text(QLineF(from, to), line);
}

/// Beside the right end, else beside the left end, else over the middle: clear of the scale bar and the letter at the edges.
void CanvasPainter::paint_line_text(const QLineF& drawn, const LineItem& line) const
{
  const QPointF right = drawn.x1() > drawn.x2() ? drawn.p1() : drawn.p2(), left = drawn.x1() > drawn.x2() ? drawn.p2() : drawn.p1();
  const double width = QFontMetricsF(painter_.font()).horizontalAdvance(line.text), gap = 10 * ratio_;
  if (view_.size.width - 62 * ratio_ - right.x() - width > 0) boxed_text(right + QPointF(gap, 0), line);
  else if (left.x() - gap - width > (margin + 18) * ratio_) boxed_text(left - QPointF(gap + width, 0), line);
  else boxed_text(drawn.center() - QPointF(0.5 * width, 2 * gap), line);
}

/// On a dark box: a length is read on fat and on contrast medium, too. `at`: the middle of its left edge.
void CanvasPainter::boxed_text(QPointF at, const LineItem& line) const
{
  const QFontMetricsF metrics(painter_.font());
  const double width = metrics.horizontalAdvance(line.text),
               x = std::max(2.0, std::min(at.x(), static_cast<double>(view_.size.width) - width - 2.0));
  const double pad = 3 * ratio_, height = metrics.ascent() + metrics.descent();
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(QColor(12, 12, 14, 170));
  painter_.drawRoundedRect(QRectF(x - pad, at.y() - 0.5 * height, width + 2 * pad, height), pad, pad);
  painter_.setBrush(Qt::NoBrush);
  text({x, at.y()}, Qt::AlignLeft | Qt::AlignVCenter, line.text, line.color.lighter(115));
}

void CanvasPainter::paint_crosshair(const CanvasScene& scene) const
{
  if (!scene.crosshair) return;
  const QPointF at = point(view_.to_view(*scene.crosshair));
  const bool in_plane = std::abs(view_.depth_of(*scene.crosshair)) <= half_slice(scene);
  painter_.setPen(QPen(see_through(theme::crosshair, in_plane ? 0.85 : 0.35), 1.0 * ratio_));
  const double gap = 9 * ratio_, length = 26 * ratio_;
  for (const QPointF side : {QPointF{1, 0}, QPointF{-1, 0}, QPointF{0, 1}, QPointF{0, -1}})
    painter_.drawLine(at + gap * side, at + length * side);
}

int CanvasPainter::lines_that_meet(const QStringList& left, const QStringList& right) const
{
  const QFontMetricsF metrics(painter_.font());
  const double room = 0.5 * view_.size.width - (margin + 14) * ratio_;  // half a letter and a gap
  int lines = 0;
  for (const QStringList* side : {&left, &right})
    for (int n = 0; n < side->size(); ++n)
      if (metrics.horizontalAdvance((*side)[n]) > room) lines = std::max(lines, n + 1);
  return lines;
}

void CanvasPainter::paint_letters(const CornerTexts& corners) const
{
  QFont font = painter_.font();
  const QFont before = font;
  const double line = QFontMetricsF(font).lineSpacing();
  const double down_by = line * lines_that_meet(corners.upper_left, corners.upper_right),
               up_by = line * lines_that_meet(corners.lower_left, corners.lower_right);
  font.setBold(true);
  font.setPixelSize(static_cast<int>(std::lround(14 * ratio_)));
  painter_.setFont(font);
  const double edge = margin * ratio_, width = view_.size.width, height = view_.size.height;
  const auto letters = [](PatientVector v) { return QString::fromStdString(orientation_letters(v)); };
  const PatientVector right = view_.plane.right, down = view_.plane.down;
  const QColor color(0xff, 0xe2, 0x8a);
  text({edge, 0.5 * height}, Qt::AlignLeft | Qt::AlignVCenter, letters(-1.0 * right), color);
  text({width - edge, 0.5 * height}, Qt::AlignRight | Qt::AlignVCenter, letters(right), color);
  text({0.5 * width, edge + down_by}, Qt::AlignHCenter | Qt::AlignTop, letters(-1.0 * down), color);
  text({0.5 * width, height - edge - up_by}, Qt::AlignHCenter | Qt::AlignBottom, letters(down), color);
  painter_.setFont(before);
}

void CanvasPainter::paint_scale_bar() const
{
  const double longest = 0.4 * view_.size.height * view_.mm_per_pixel;
  const double length = scale_bar_length(longest), pixels = length / view_.mm_per_pixel;
  const double x = view_.size.width - margin * ratio_, top = 0.5 * view_.size.height - 0.5 * pixels;
  const double bar = x - 26 * ratio_;
  const int parts = parts_of(length);
  const auto draw = [&](const QColor& color, double thickness)
  {
    painter_.setPen(QPen(color, thickness * ratio_));
    painter_.drawLine(QPointF(bar, top), QPointF(bar, top + pixels));
    for (int n = 0; n <= parts; ++n)
    {
      const double y = top + pixels * n / parts, tick = (n == 0 || n == parts ? 7 : 4) * ratio_;
      painter_.drawLine(QPointF(bar - tick, y), QPointF(bar, y));
    }
  };
  draw(QColor(0, 0, 0, 150), 3);
  draw(see_through(theme::image_text, 0.9), 1.2);
  text({bar, top + pixels + 4 * ratio_}, Qt::AlignHCenter | Qt::AlignTop, length_words(length), theme::image_text);
}

void CanvasPainter::paint_corners(const CanvasScene& scene) const
{
  const double edge = margin * ratio_, line = QFontMetricsF(painter_.font()).lineSpacing();
  const double right = view_.size.width - edge, bottom = view_.size.height - edge;
  const auto column = [&](const QStringList& lines, QPointF corner, Qt::Alignment alignment, double step)
  {
    for (int n = 0; n < lines.size(); ++n)
      text(corner + QPointF(0, n * step), alignment, lines[n],
           n == 0 && step > 0 && scene.color.isValid() && (alignment & Qt::AlignLeft) ? scene.color : theme::image_text);
  };
  // In a narrow view the left side, which says whose image this is, comes first.
  const auto beside = [&](const QStringList& left, QStringList lines)
  {
    const QFontMetricsF metrics(painter_.font());
    for (int n = 0; n < std::min(lines.size(), left.size()); ++n)
      lines[n] = metrics.elidedText(lines[n], Qt::ElideRight, right - edge - metrics.horizontalAdvance(left[n]) - 8 * ratio_);
    return lines;
  };
  column(scene.corners.upper_left, {edge, edge}, Qt::AlignLeft | Qt::AlignTop, line);
  column(beside(scene.corners.upper_left, scene.corners.upper_right), {right, edge}, Qt::AlignRight | Qt::AlignTop, line);
  column(scene.corners.lower_left, {edge, bottom}, Qt::AlignLeft | Qt::AlignBottom, -line);
  column(scene.corners.lower_right, {right, bottom}, Qt::AlignRight | Qt::AlignBottom, -line);
}

void CanvasPainter::paint_legend(const CanvasScene& scene) const
{
  const double edge = margin * ratio_, line = QFontMetricsF(painter_.font()).lineSpacing();
  double y = edge + line * (1.5 + static_cast<double>(scene.corners.upper_left.size()));
  for (const LegendItem& item : scene.legend)
  {
    const QRectF box(edge, y + 0.15 * line, (item.scale ? 110 : 12) * ratio_, 0.7 * line);
    painter_.setPen(QPen(QColor(0, 0, 0, 180), ratio_));
    if (item.scale)
    {
      QLinearGradient gradient(box.topLeft(), box.topRight());
      const Palette& palette = palette_of(*item.scale);
      for (std::size_t n = 0; n < palette.size(); n += 15) gradient.setColorAt(static_cast<double>(n) / 255.0, QColor::fromRgb(palette[n]));
      painter_.setBrush(gradient);
    }
    else painter_.setBrush(item.color);
    painter_.drawRect(box);
    painter_.setBrush(Qt::NoBrush);
    text({box.right() + 6 * ratio_, y + 0.5 * line}, Qt::AlignLeft | Qt::AlignVCenter, item.title, theme::image_text);
    y += line * 1.15;
    if (!item.scale) continue;
    text({box.left(), y + 0.5 * line}, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(item.low, 'g', 4), theme::image_text);
    text({box.right(), y + 0.5 * line}, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(item.high, 'g', 4), theme::image_text);
    y += line * 1.3;
  }
}

void CanvasPainter::paint_notice(const CanvasScene& scene) const
{
  if (scene.notice.isEmpty()) return;
  const QFontMetricsF metrics(painter_.font());
  const double width = metrics.horizontalAdvance(scene.notice) + 16 * ratio_, height = metrics.height() + 6 * ratio_;
  const QRectF box(0.5 * (view_.size.width - width), view_.size.height - height - 30 * ratio_, width, height);
  painter_.setPen(QPen(theme::warning, ratio_));
  painter_.setBrush(QColor(20, 20, 20, 200));
  painter_.drawRoundedRect(box, 4 * ratio_, 4 * ratio_);
  painter_.setBrush(Qt::NoBrush);
  painter_.setPen(theme::warning);
  painter_.drawText(box, Qt::AlignCenter, scene.notice);
}
}  // namespace nadir::viewer
