#pragma once

#include <string_view>

#include "report/document/svg_shape.h"

struct _cairo;

namespace nadir::report
{
/// Draws a PNG into a rectangle, points. Bytes that are no PNG draw nothing.
void paint_png(_cairo* cairo, std::string_view bytes, const DrawingRect& rect);
}  // namespace nadir::report
