#pragma once

#include <QWidget>
#include <functional>

#include "viewer/interaction/overlay.h"
#include "viewer/widget/slice_canvas.h"

namespace nadir::viewer
{
/// A pane of glass over a canvas on which the tool at hand draws; the mouse goes through it. Always as large as the canvas.
class ToolOverlay : public QWidget
{
  Q_OBJECT
public:
  /// `overlay`: what is to be drawn now.
  ToolOverlay(SliceCanvas& canvas, std::function<Overlay()> overlay);

protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  SliceCanvas& canvas_;
  std::function<Overlay()> overlay_;
};
}  // namespace nadir::viewer
