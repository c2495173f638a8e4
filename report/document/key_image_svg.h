#pragma once

#include <string>

#include "measure/lesion/key_image.h"
#include "report/document/html.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
/// How much is written on a drawn slice.
enum class KeyImageDetail
{
  Overview,  ///< outline and lines without their lengths, a frame around `marked`
  Full,      ///< lengths at the lines, end ticks
};

struct KeyImageDrawing
{
  DrawingRect view;    ///< what is shown, mm on the slice
  DrawingRect marked;  ///< Overview: the part shown elsewhere; no frame when it has no width
  KeyImageDetail detail = KeyImageDetail::Full;
  int most_pixels = 700;  ///< of the embedded picture, on its longer side
  std::string title;      ///< for readers that cannot see it
  double letters = 0.0;   ///< that fit above each other on the drawing; 0: as suits the detail
};

/// <svg> with the slice as embedded PNG and, as vectors over it: outlines, calipers, patient sides at the edges, a scale bar in mm.
/// The image must be drawable (is_drawable).
Html svg_of(const measure::KeyImage& image, const KeyImageDrawing& drawing);
}  // namespace nadir::report
