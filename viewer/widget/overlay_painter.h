#pragma once

#include "viewer/interaction/overlay.h"
#include "viewer/render/slice_recipe.h"

class QPainter;

namespace nadir::viewer
{
/// Draws what a mode adds to a view: lines with their lengths beside them, handles, brushes. Device pixels; widths and texts grow with
/// `pixel_ratio`.
class OverlayPainter
{
public:
  OverlayPainter(QPainter& painter, const SliceView& view, double pixel_ratio) : painter_(painter), view_(view), ratio_(pixel_ratio) {}

  void paint(const Overlay& overlay) const;
  /// A round window at the side of a place that shows it three times as large, with a cross in its middle.
  void paint_magnifier(PatientPoint place, const SliceRecipe& recipe) const;

private:
  void paint_line(const OverlayLine& line) const;
  void paint_label(const OverlayLine& line) const;
  void paint_handle(PatientPoint place) const;
  void paint_stroke(const OverlayStroke& stroke) const;

  QPainter& painter_;
  const SliceView& view_;
  double ratio_;
};
}  // namespace nadir::viewer
