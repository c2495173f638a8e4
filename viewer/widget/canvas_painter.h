#pragma once

#include <QLineF>
#include <QPointF>

#include "viewer/widget/canvas_scene.h"

namespace nadir::viewer
{
/// Draws everything that lies over the pixels of a view: outlines, lines, crosshair, letters, scale bar, texts, legend.
///
/// The painter works in device pixels; `pixel_ratio` is the number of them in a logical pixel, by which widths and text sizes grow.
class CanvasPainter
{
public:
  CanvasPainter(QPainter& painter, const SliceView& view, double pixel_ratio);

  void paint(const CanvasScene& scene) const;
  /// Letters and scale bar alone.
  void paint_frame() const;
  /// A name beside a place, kept within the view.
  void paint_label(ViewPoint at, const QString& words, const QColor& color) const;

private:
  void use_font() const;
  void paint_outlines(const CanvasScene& scene) const;
  void paint_references(const CanvasScene& scene) const;
  void paint_lines(const CanvasScene& scene) const;
  void paint_line(const LineItem& line) const;
  void boxed_text(QPointF at, const LineItem& line) const;
  void paint_line_text(const QLineF& drawn, const LineItem& line) const;
  void paint_crosshair(const CanvasScene& scene) const;
  void paint_letters(const CornerTexts& corners) const;
  /// Lines of two opposite corners that leave no room for a letter between them.
  int lines_that_meet(const QStringList& left, const QStringList& right) const;
  void paint_scale_bar() const;
  void paint_corners(const CanvasScene& scene) const;
  void paint_legend(const CanvasScene& scene) const;
  void paint_notice(const CanvasScene& scene) const;

  /// Half the distance that a line may lie from the plane and still belong to the slice, mm.
  double half_slice(const CanvasScene& scene) const;
  void text(QPointF at, Qt::Alignment alignment, const QString& words, const QColor& color) const;

  QPainter& painter_;
  const SliceView& view_;
  double ratio_;
};

/// A round length for a scale bar no longer than `longest_mm`: 1, 2 or 5 times a power of ten.
double scale_bar_length(double longest_mm);
}  // namespace nadir::viewer
