#pragma once

#include <QWidget>

#include "viewer/model/threshold_model.h"

namespace nadir::viewer
{
/// A slider over the values of a lesion: their histogram, the robustness band of the threshold, a tick at the automatic one, a handle at
/// the value at hand. Dragging snaps to the automatic value; arrow keys step.
class ThresholdSlider : public QWidget
{
  Q_OBJECT
public:
  explicit ThresholdSlider(QWidget* parent = nullptr);

  void show_threshold(const segmentation::ThresholdInUse& threshold, double value);
  double lowest() const;
  double highest() const;
  /// A hundredth of what the slider spans, rounded to 1, 2 or 5 of a decimal place.
  double step() const;
  QSize sizeHint() const override { return {240, 46}; }
  QSize minimumSizeHint() const override { return {120, 40}; }

signals:
  void moved(double value);

protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  QRectF area() const;
  double x_of(double value) const;
  void drag_to(double x);

  segmentation::ThresholdInUse threshold_;
  double value_ = 0.0;
};
}  // namespace nadir::viewer
