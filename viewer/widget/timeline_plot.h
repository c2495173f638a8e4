#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "viewer/model/case_session.h"

namespace nadir::viewer
{
/// Sum of diameters over time, with the sums at which the category would change as dashed lines, and the volume of the targets on its own
/// axis to the right. Points carry their response.
class TimelinePlot : public QWidget
{
  Q_OBJECT
public:
  explicit TimelinePlot(CaseSession& session, QWidget* parent = nullptr);

  QSize minimumSizeHint() const override { return {240, 210}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  /// One curve: at which row of the model, what value.
  struct Curve
  {
    std::vector<std::pair<int, double>> points;
    double highest = 1.0;
  };
  Curve curve(int column) const;
  QRectF plot_area() const;
  double x_of(int row) const;
  double y_of(double value, double highest) const;
  void paint_axes(QPainter& painter, double highest_sum, double highest_volume) const;
  /// Where the category changes, mm, and on which side of the line its words stand.
  struct Limit
  {
    std::optional<double> value;
    QString name;
    bool is_named_above = true;
  };
  /// `curves`: what the words keep away from, on the screen.
  void paint_limit(QPainter& painter, const Limit& limit, double highest, const std::vector<QPolygonF>& curves) const;
  QRectF place_of_words(const QSizeF& words, double line, bool is_above, const std::vector<QPolygonF>& curves) const;
  QPolygonF polyline(const Curve& curve) const;
  void paint_curve(QPainter& painter, const Curve& curve, const QColor& color, Qt::PenStyle style) const;
  void paint_values(QPainter& painter, const Curve& sums) const;

  CaseSession& session_;
};

/// A round number at or above a value: 1, 2, 2.5 or 5 times a power of ten.
double rounded_up(double value);
}  // namespace nadir::viewer
