#pragma once

#include <string_view>
#include <vector>

#include "measure/lesion/key_image.h"
#include "report/document/html.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
/// What stands at the edges of a drawn slice: the patient's sides and a scale bar.
struct SliceFrame
{
  Html drawn;
  std::vector<DrawingRect> boxes;  ///< the places taken, mm
};

/// `view` is the part of the slice that is shown, mm; `letter_height` in mm too.
SliceFrame slice_frame(const measure::KeyImage& image, const DrawingRect& view, double letter_height);

/// White text with a dark halo, `height` mm high.
Html overlay_text(std::string_view style, DrawingPoint at, TextAnchor anchor, double height, std::string_view content);

/// Width of a text in the sans-serif faces of browsers; a little too wide rather than too narrow.
double text_width(std::string_view content, double height);
}  // namespace nadir::report
