#include "viewer/widget/threshold_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr double side_space = 8, tick_height = 7, snap_pixels = 4;
const QColor dead{0x4a, 0x8c, 0xff}, alive{0xff, 0x7f, 0x50};

/// Dead tissue lies below in contrast uptake, above in ADC and T2.
bool is_dead_below(segmentation::ThresholdQuantity quantity)
{
  return quantity == segmentation::ThresholdQuantity::Enhancement || quantity == segmentation::ThresholdQuantity::PostContrast;
}
}  // namespace

ThresholdSlider::ThresholdSlider(QWidget* parent) : QWidget(parent)
{
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SizeHorCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThresholdSlider::show_threshold(const segmentation::ThresholdInUse& threshold, double value)
{
  threshold_ = threshold;
  value_ = value;
  update();
}

double ThresholdSlider::lowest() const
{
  const auto& values = threshold_.values;
  return std::min({values.counts.empty() ? threshold_.low : values.low, threshold_.low, threshold_.automatic, threshold_.threshold.value});
}

double ThresholdSlider::highest() const
{
  const auto& values = threshold_.values;
  return std::max(
      {values.counts.empty() ? threshold_.high : values.high, threshold_.high, threshold_.automatic, threshold_.threshold.value});
}

double ThresholdSlider::step() const
{
  const double wide = std::max(highest() - lowest(), 1e-6) / 100.0, power = std::pow(10.0, std::floor(std::log10(wide)));
  const double part = wide / power;
  return power * (part < 1.5 ? 1.0 : part < 3.5 ? 2.0 : part < 7.5 ? 5.0 : 10.0);
}

QRectF ThresholdSlider::area() const { return QRectF(rect()).adjusted(side_space, 3, -side_space, -tick_height - 2); }

double ThresholdSlider::x_of(double value) const
{
  const double span = std::max(highest() - lowest(), 1e-9);
  return area().left() + std::clamp((value - lowest()) / span, 0.0, 1.0) * area().width();
}

void ThresholdSlider::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF inner = area();
  painter.fillRect(inner, theme::window);
  QColor band = theme::text;
  band.setAlpha(0x38);
  painter.fillRect(QRectF(QPointF(x_of(threshold_.low), inner.top()), QPointF(x_of(threshold_.high), inner.bottom())), band);
  const auto& values = threshold_.values;
  const auto most = values.counts.empty() ? 0 : *std::max_element(values.counts.begin(), values.counts.end());
  const double wide = values.counts.empty() ? 0.0 : (values.high - values.low) / static_cast<double>(values.counts.size());
  for (std::size_t bin = 0; bin < values.counts.size() && most > 0; ++bin)
  {
    const double from = values.low + wide * static_cast<double>(bin),
                 high = inner.height() * static_cast<double>(values.counts[bin]) / static_cast<double>(most);
    const bool is_dead = (from + 0.5 * wide < value_) == is_dead_below(threshold_.threshold.quantity);
    painter.fillRect(QRectF(QPointF(x_of(from), inner.bottom() - high), QPointF(x_of(from + wide) - 0.5, inner.bottom())),
                     is_dead ? dead : alive);
  }
  painter.setPen(QPen(theme::quiet, 1.5));
  const double automatic = x_of(threshold_.automatic);
  painter.drawLine(QPointF(automatic, inner.bottom()), QPointF(automatic, inner.bottom() + tick_height));
  painter.setPen(QPen(hasFocus() ? theme::accent : Qt::white, 2));
  painter.drawLine(QPointF(x_of(value_), inner.top() - 2), QPointF(x_of(value_), inner.bottom() + 2));
}

void ThresholdSlider::drag_to(double x)
{
  const double share = std::clamp((x - area().left()) / std::max(area().width(), 1.0), 0.0, 1.0);
  const double free = lowest() + share * (highest() - lowest());
  const bool is_near = std::abs(x - x_of(threshold_.automatic)) <= snap_pixels;
  emit moved(is_near ? threshold_.automatic : std::round(free / step()) * step());
}

void ThresholdSlider::mousePressEvent(QMouseEvent* event)
{
  if (event->button() == Qt::LeftButton) drag_to(event->position().x());
}

void ThresholdSlider::mouseMoveEvent(QMouseEvent* event)
{
  if (event->buttons() & Qt::LeftButton) drag_to(event->position().x());
}

void ThresholdSlider::keyPressEvent(QKeyEvent* event)
{
  const int way = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
  if (way == 0) return QWidget::keyPressEvent(event);
  emit moved(std::clamp(std::round(value_ / step() + way) * step(), lowest(), highest()));
}
}  // namespace nadir::viewer
