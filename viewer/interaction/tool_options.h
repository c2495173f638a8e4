#pragma once

#include "imaging/units/millimeters.h"
#include "segmentation/edit/paint.h"

namespace nadir::viewer
{
enum class Snapping
{
  Off,
  ToEdge,  ///< ends of a caliper go to the steepest change of signal within 3 mm
};

enum class Magnifying
{
  Off,
  WhileMeasuring,
};

/// What a reader may choose about tools.
struct ToolOptions
{
  Snapping snapping = Snapping::Off;
  Magnifying magnifying = Magnifying::WhileMeasuring;
  Millimeters brush_radius{5.0};
  segmentation::BrushShape brush_shape = segmentation::BrushShape::Disc;
  Millimeters scribble_radius{2.0};
};
}  // namespace nadir::viewer
