#pragma once

#include <QColor>
#include <QString>
#include <QStringList>
#include <Qt>
#include <functional>
#include <optional>
#include <vector>

#include "viewer/render/slice_recipe.h"

class QPainter;

namespace nadir::viewer
{
/// The outline of a mask in the plane that is seen.
struct OutlineItem
{
  segmentation::Mask mask;
  QColor color;
  double width = 1.6;  ///< logical pixels
  Qt::PenStyle style = Qt::SolidLine;
  imaging::RigidTransform view_to_mask{};
};

/// A measured line; seen in its own slice only.
struct LineItem
{
  PatientPoint from;
  PatientPoint to;
  QColor color;
  QString text;  ///< "34.2 mm"; "" = none
  Qt::PenStyle style = Qt::SolidLine;
};

/// Where another view cuts this one.
struct ReferenceItem
{
  SliceView other;
  QColor color;
};

/// What the colors of an overlay stand for: a scale, or names.
struct LegendItem
{
  QString title;                  ///< "ADC, 1e-6 mm²/s"
  std::optional<ColorMap> scale;  ///< with the ends low and high
  double low = 0.0;
  double high = 1.0;
  QColor color;  ///< without a scale: the color that the title names
};

/// Text in the corners of a view. Lines from the corner inwards.
struct CornerTexts
{
  QStringList upper_left;
  QStringList upper_right;
  QStringList lower_left;
  QStringList lower_right;
};

/// Everything that one canvas shows. The view in `recipe` is the canvas's own and not read from here. Patient points are in the frame of
/// the base image (LPS mm).
struct CanvasScene
{
  SliceRecipe recipe;  ///< base.volume unset: `placeholder` is shown
  QString placeholder;
  QColor color;  ///< of the time point
  std::vector<OutlineItem> outlines;
  std::vector<LineItem> lines;
  std::optional<PatientPoint> crosshair;
  std::vector<ReferenceItem> references;
  std::vector<LegendItem> legend;
  CornerTexts corners;
  QString notice;  ///< in a box on the lower edge: what must not be overlooked, e.g. "Reformat: ..."
  /// Draws what the tool at hand adds, in device pixels of the view.
  std::function<void(QPainter&, const SliceView&)> tool;

  bool has_image() const { return recipe.base.volume != nullptr; }
};
}  // namespace nadir::viewer
