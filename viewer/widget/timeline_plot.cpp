#include "viewer/widget/timeline_plot.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "viewer/interaction/screen_number.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
const QColor sum_color{0xff, 0xb0, 0x3a};
const QColor volume_color{0x5a, 0xb4, 0xff};
constexpr double left_space = 54, right_space = 58, top_space = 26, bottom_space = 36;

/// How far a curve and the values written at its points stay away from a rectangle, in pixels; less than 0 where they meet.
double room_beside(const QRectF& place, const QPolygonF& curve)
{
  constexpr int steps = 40;
  constexpr double value_height = 22, value_half_width = 30;
  double room = 1e9;
  const auto beside = [&place](const QPointF& point)
  {
    const double across = std::max({place.left() - point.x(), point.x() - place.right(), 0.0}),
                 along = std::max({place.top() - point.y(), point.y() - place.bottom(), 0.0});
    return std::hypot(across, along);
  };
  for (qsizetype n = 0; n < curve.size(); ++n)
  {
    const QRectF value(curve[n].x() - value_half_width, curve[n].y() - value_height, 2 * value_half_width, value_height + 4);
    if (place.intersects(value)) return -1.0;
    for (int step = 0; n + 1 < curve.size() && step <= steps; ++step)
      room = std::min(room, beside(curve[n] + (curve[n + 1] - curve[n]) * (static_cast<double>(step) / steps)));
  }
  return room;
}

}  // namespace

double rounded_up(double value)
{
  if (value <= 0) return 1.0;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
    if (value <= step * power) return step * power;
  return 10.0 * power;
}

TimelinePlot::TimelinePlot(CaseSession& session, QWidget* parent) : QWidget(parent), session_(session)
{
  connect(&session_.responses(), &ResponseModel::updated, this, qOverload<>(&QWidget::update));
}

TimelinePlot::Curve TimelinePlot::curve(int column) const
{
  Curve result;
  const auto& model = session_.timeline();
  for (int row = 0; row < model.rowCount(); ++row)
  {
    const QVariant value = model.data(model.index(row, column), Qt::UserRole);
    if (!value.isValid()) continue;
    result.points.emplace_back(row, value.toDouble());
    result.highest = std::max(result.highest, value.toDouble());
  }
  return result;
}

QRectF TimelinePlot::plot_area() const { return QRectF(rect()).adjusted(left_space, top_space, -right_space, -bottom_space); }

/// By days since baseline; evenly where they are not all known or do not grow.
double TimelinePlot::x_of(int row) const
{
  const auto& model = session_.timeline();
  const int last = model.rowCount() - 1;
  const auto days = [&](int n) { return model.data(model.index(n, TimelineModel::DaysColumn), Qt::UserRole).toDouble(); };
  const double all = days(last) - days(0);
  const double share = all > 0 ? (days(row) - days(0)) / all : static_cast<double>(row) / std::max(last, 1);
  return plot_area().left() + std::clamp(share, 0.0, 1.0) * plot_area().width();
}

double TimelinePlot::y_of(double value, double highest) const { return plot_area().bottom() - value / highest * plot_area().height(); }

void TimelinePlot::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme::panel);
  Curve sums = curve(TimelineModel::SumColumn), volumes = curve(TimelineModel::VolumeColumn);
  if (sums.points.empty()) return;
  const auto progression = session_.timeline().progression_limit_mm();
  sums.highest = rounded_up(1.1 * std::max(sums.highest, progression.value_or(0.0)));
  volumes.highest = rounded_up(1.1 * volumes.highest);
  paint_axes(painter, sums.highest, volumes.points.empty() ? 0.0 : volumes.highest);
  const auto response = session_.timeline().partial_response_limit_mm();
  const bool pd_lies_above = progression.value_or(0.0) >= response.value_or(0.0);
  const std::vector<QPolygonF> curves{polyline(sums), polyline(volumes)};
  paint_limit(painter, {progression, QStringLiteral("PD"), pd_lies_above}, sums.highest, curves);
  paint_limit(painter, {response, QStringLiteral("PR"), !pd_lies_above}, sums.highest, curves);
  paint_curve(painter, volumes, volume_color, Qt::DotLine);
  paint_curve(painter, sums, sum_color, Qt::SolidLine);
  paint_values(painter, sums);
}

void TimelinePlot::paint_axes(QPainter& painter, double highest_sum, double highest_volume) const
{
  const QRectF area = plot_area();
  for (int n = 0; n <= 4; ++n)
  {
    const double y = area.bottom() - 0.25 * n * area.height();
    painter.setPen(QPen(theme::border, 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const int decimals = highest_sum < 20 ? 1 : 0;
    painter.setPen(sum_color);
    painter.drawText(QRectF(0, y - 8, left_space - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                     screen_number(0.25 * n * highest_sum, decimals));
    if (highest_volume <= 0) continue;
    painter.setPen(volume_color);
    painter.drawText(QRectF(area.right() + 6, y - 8, right_space - 8, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     screen_number(0.25 * n * highest_volume, highest_volume < 20 ? 1 : 0));
  }
  painter.setPen(sum_color);
  painter.drawText(QRectF(4, 2, 200, 18), Qt::AlignLeft, tr("Sum of diameters, mm"));
  painter.setPen(volume_color);
  if (highest_volume > 0) painter.drawText(QRectF(width() - 204, 2, 200, 18), Qt::AlignRight, tr("Volume, mL"));
  painter.setPen(theme::quiet);
  const auto& model = session_.timeline();
  double free_from = -1e9;
  for (int row = 0; row < model.rowCount(); ++row)
  {
    const QString date = model.data(model.index(row, TimelineModel::DateColumn)).toString();
    const QString name = screen_word(model.data(model.index(row, TimelineModel::TimepointColumn)).toString());
    const double wide = painter.fontMetrics().horizontalAdvance(date.isEmpty() ? name : date), x = x_of(row);
    const double left = std::clamp(x - 0.5 * wide, 2.0, width() - wide - 2.0);
    if (left < free_from) continue;
    painter.drawText(QRectF(left, area.bottom() + 6, wide + 2, 18), Qt::AlignLeft, date.isEmpty() ? name : date);
    free_from = left + wide + 8;
  }
}

QPolygonF TimelinePlot::polyline(const Curve& curve) const
{
  QPolygonF line;
  for (const auto& [row, value] : curve.points) line << QPointF(x_of(row), y_of(value, curve.highest));
  return line;
}

/// Along the line where the curves are farthest away.
QRectF TimelinePlot::place_of_words(const QSizeF& words, double line, bool is_above, const std::vector<QPolygonF>& curves) const
{
  constexpr int places = 24;
  const QRectF area = plot_area();
  QRectF best;
  double most = -1e9;
  for (int n = 0; n <= places; ++n)
  {
    const double left = area.left() + 4 + (area.width() - words.width() - 8) * n / places;
    const QRectF here(QPointF(left, is_above ? line - words.height() - 1 : line + 1), words);
    double room = 1e9;
    for (const auto& curve : curves) room = std::min(room, room_beside(here, curve));
    if (room > most + 1.0) most = room, best = here;
  }
  return best;
}

void TimelinePlot::paint_limit(QPainter& painter, const Limit& limit, double highest, const std::vector<QPolygonF>& curves) const
{
  if (!limit.value) return;
  const double y = y_of(*limit.value, highest);
  painter.setPen(QPen(theme::quiet, 1, Qt::DashLine));
  painter.drawLine(QPointF(plot_area().left(), y), QPointF(plot_area().right(), y));
  const QString words = QStringLiteral("%1 %2 mm").arg(limit.name, screen_number(*limit.value, 1));
  const QSizeF size(painter.fontMetrics().horizontalAdvance(words) + 6, painter.fontMetrics().height());
  const QRectF place = place_of_words(size, y, limit.is_named_above, curves);
  painter.fillRect(place, theme::panel);
  painter.drawText(place, Qt::AlignCenter, words);
}

void TimelinePlot::paint_curve(QPainter& painter, const Curve& curve, const QColor& color, Qt::PenStyle style) const
{
  const QPolygonF line = polyline(curve);
  painter.setPen(QPen(color, 2, style));
  painter.drawPolyline(line);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  for (const QPointF& point : line) painter.drawEllipse(point, 3.5, 3.5);
}

void TimelinePlot::paint_values(QPainter& painter, const Curve& sums) const
{
  const auto& model = session_.timeline();
  double free_from = -1e9;
  for (const auto& [row, value] : sums.points)
  {
    QString words = screen_number(value, 1);
    const QString response = model.data(model.index(row, TimelineModel::ResponseColumn)).toString();
    if (response != "baseline" && !response.isEmpty()) words += QStringLiteral(" ") + response;
    const double wide = painter.fontMetrics().horizontalAdvance(words) + 4,
                 x = std::clamp(x_of(row) - 0.5 * wide, plot_area().left() + 4, plot_area().right() - wide - 4);
    if (x < free_from) continue;
    const QRectF place(x, y_of(value, sums.highest) - 22, wide, 16);
    QColor ground = theme::panel;
    ground.setAlpha(0xc0);
    painter.fillRect(place, ground);
    painter.setPen(theme::text);
    painter.drawText(place, Qt::AlignCenter, words);
    free_from = x + wide + 4;
  }
}
}  // namespace nadir::viewer
