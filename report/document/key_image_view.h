#pragma once

#include <string>

#include "measure/lesion/key_image.h"
#include "report/document/svg_shape.h"

namespace nadir::report
{
/// The drawing units of a key image are millimetres on its slice, x from the left edge of the first column, y from the top edge of the
/// first row: pixels that are not square keep their true proportions.
DrawingPoint in_millimeters(const measure::KeyImage& image, const measure::PixelPoint& point);

/// The whole slice.
DrawingRect whole_view(const measure::KeyImage& image);

/// Side of the square, mm, that shows everything measured with some surroundings; 0 when nothing was drawn on the slice.
double needed_side(const measure::KeyImage& image);

/// Square of this side about what was measured, moved so that it leaves the slice as little as possible. A slice that is smaller lies in
/// its middle.
DrawingRect zoom_view(const measure::KeyImage& image, double side);

/// Patient side opposite to "R", "PL", ...; "" when the letter is no patient side.
std::string opposite_side(const std::string& letters);
}  // namespace nadir::report
