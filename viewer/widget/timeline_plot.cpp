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
} // namespace

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
  paint_limit(painter, {progression, QStringLiteral("PD"), pd_lies_above ? -4.0 : 13.0}, sums.highest);
  paint_limit(painter, {response, QStringLiteral("PR"), pd_lies_above ? 13.0 : -4.0}, sums.highest);
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
    painter.drawText(QRectF(0, y - 8, left_space - 6, 16), Qt::AlignRight | Qt::AlignVCenter, screen_number(0.25 * n * highest_sum, decimals));
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

void TimelinePlot::paint_limit(QPainter& painter, const Limit& limit, double highest) const
{
  if (!limit.value) return;
  const double y = y_of(*limit.value, highest);
  painter.setPen(QPen(theme::quiet, 1, Qt::DashLine));
  painter.drawLine(QPointF(plot_area().left(), y), QPointF(plot_area().right(), y));
  const QString words = QStringLiteral("%1 %2 mm").arg(limit.name, screen_number(*limit.value, 1));
  // In the middle of the first two dates, where no value stands.
  const double between = session_.timeline().rowCount() > 1 ? 0.5 * (x_of(0) + x_of(1)) : plot_area().center().x();
  painter.drawText(QPointF(between - 0.5 * painter.fontMetrics().horizontalAdvance(words), y + limit.below), words);
}

void TimelinePlot::paint_curve(QPainter& painter, const Curve& curve, const QColor& color, Qt::PenStyle style) const
{
  QPolygonF line;
  for (const auto& [row, value] : curve.points) line << QPointF(x_of(row), y_of(value, curve.highest));
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
    const double wide = painter.fontMetrics().horizontalAdvance(words) + 4, x = std::clamp(x_of(row) - 0.5 * wide, plot_area().left() + 4, plot_area().right() - wide - 4);
    if (x < free_from) continue;
    painter.setPen(theme::text);
    painter.drawText(QRectF(x, y_of(value, sums.highest) - 22, wide, 16), Qt::AlignCenter, words);
    free_from = x + wide + 4;
  }
}
} // namespace nadir::viewer
