#include "viewer/widget/action_icon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QStringList>

#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
/// Strokes on a square of 24: M x y (move), L x y (line), C six numbers (curve), O x y r (circle), F x y r (filled disc), Z (close).
struct Drawing
{
  const char* name;
  const char* strokes;
};
constexpr Drawing drawings[]{
    {"case.images", "M 3 19 L 3 6 L 9 6 L 11 8 L 21 8 L 21 19 Z"},
    {"edit.undo", "M 8 4 L 3 9 L 8 14 M 3 9 L 14 9 C 19 9 21 12 21 15 C 21 18 19 20 15 20 L 9 20"},
    {"edit.redo", "M 16 4 L 21 9 L 16 14 M 21 9 L 10 9 C 5 9 3 12 3 15 C 3 18 5 20 9 20 L 15 20"},
    {"view.fit", "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15"},
    {"window.auto", "O 12 12 8 M 12 4 L 12 20 M 12 8 L 19 8 M 12 12 L 20 12 M 12 16 L 19 16"},
    {"window.invert", "M 4 4 L 20 4 L 20 20 L 4 20 Z M 4 20 L 20 4 M 9 20 L 20 9 M 14 20 L 20 14"},
    {"link.on", "M 10 14 L 14 10 M 8 11 L 5 14 C 2 17 7 22 10 19 L 13 16 M 11 8 L 14 5 C 17 2 22 7 19 10 L 16 13"},
    {"show.crosshair", "O 12 12 5 M 12 2 L 12 9 M 12 15 L 12 22 M 2 12 L 9 12 M 15 12 L 22 12"},
    {"show.references", "M 3 4 L 21 4 L 21 20 L 3 20 Z M 3 15 L 7 13.7 M 10 12.7 L 14 11.3 M 17 10.3 L 21 9"},
    {"show.outlines", "M 6 8 C 9 2 18 4 20 10 C 22 16 16 21 11 20 C 5 19 3 13 6 8 Z"},
    {"show.tissue", "M 6 8 C 9 2 18 4 20 10 C 22 16 16 21 11 20 C 5 19 3 13 6 8 Z F 13 12 3.4"},
    {"tool.crosshair", "M 12 2 L 12 10 M 12 14 L 12 22 M 2 12 L 10 12 M 14 12 L 22 12"},
    {"tool.caliper", "M 5 19 L 19 5 M 2.5 16.5 L 7.5 21.5 M 16.5 2.5 L 21.5 7.5"},
    {"tool.bidirectional", "M 5 19 L 19 5 M 3 17 L 7 21 M 17 3 L 21 7 M 8.5 8.5 L 15.5 15.5 M 7 10 L 10 7 M 14 17 L 17 14"},
    {"tool.click", "M 9 8 L 20 13 L 15 15 L 13 20 Z M 5 4 L 6.5 6 M 3 9 L 5.5 9 M 10 3 L 9.5 5.5"},
    {"tool.scribble", "M 3 15 C 6 5 9 5 10 11 C 11 17 13 19 15 13 C 16 9 19 8 21 11"},
    {"tool.brush", "M 20 4 L 11 13 M 20 4 C 21 5 21 5 20 6 L 13 15 L 11 13 M 11 13 C 7 13 8 18 4 19 C 7 21 13 20 13 15"},
    {"tool.eraser", "M 9 20 L 3 14 L 13 4 L 20 11 L 11 20 Z M 8 9 L 15 16 M 9 20 L 20 20"},
    {"segment.caliper", "M 6 8 C 9 2 18 4 20 10 C 22 16 16 21 11 20 C 5 19 3 13 6 8 Z M 7 15 L 18 8"},
    {"segment.accept", "M 4 13 L 10 19 L 21 6"},
    {"segment.propagate", "O 7 12 4 O 17 12 4 M 11 12 L 13 12 M 10 3 L 15 3 L 13 1 M 15 3 L 13 5"},
};

/// Puts one element, starting at `part`, into the path; gives the position of the next.
qsizetype add_element(QPainterPath& path, QPainterPath& filled, const QStringList& parts, qsizetype part)
{
  const auto number = [&](qsizetype n) { return parts.at(part + n).toDouble(); };
  const QString& kind = parts.at(part);
  if (kind == "M") return path.moveTo(number(1), number(2)), part + 3;
  if (kind == "L") return path.lineTo(number(1), number(2)), part + 3;
  if (kind == "C") return path.cubicTo(number(1), number(2), number(3), number(4), number(5), number(6)), part + 7;
  if (kind == "O") return path.addEllipse(QPointF(number(1), number(2)), number(3), number(3)), part + 4;
  if (kind == "F") return filled.addEllipse(QPointF(number(1), number(2)), number(3), number(3)), part + 4;
  path.closeSubpath();
  return part + 1;
}

QPixmap drawn(const char* strokes, const QColor& color, int size)
{
  QPixmap pixmap(size, size);
  pixmap.fill(Qt::transparent);
  QPainterPath path, filled;
  const QStringList parts = QString::fromLatin1(strokes).split(' ');
  for (qsizetype part = 0; part < parts.size();) part = add_element(path, filled, parts, part);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(size / 24.0, size / 24.0);
  painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.fillPath(filled, color);
  return pixmap;
}
}  // namespace

QIcon icon_of_action(const QString& name)
{
  QIcon icon;
  for (const Drawing& drawing : drawings)
    if (name == QLatin1String(drawing.name))
      for (const int size : {20, 40, 60})
      {
        icon.addPixmap(drawn(drawing.strokes, theme::text, size), QIcon::Normal);
        icon.addPixmap(drawn(drawing.strokes, QColor(0x60, 0x65, 0x6b), size), QIcon::Disabled);
      }
  return icon;
}
}  // namespace nadir::viewer
