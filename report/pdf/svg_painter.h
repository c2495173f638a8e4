#pragma once

#include "report/document/html.h"
#include "report/pdf/pdf_canvas.h"

namespace nadir::report
{
/// Height over width of an <svg>, from its view box; 0 when it has none.
double proportion_of(const HtmlNode& svg);

/// Draws the <svg> of a report as vectors, its pictures as they are, as wide as `place`. Clipped to its view box.
void paint(const HtmlNode& svg, PdfCanvas& canvas, const DrawingRect& place);
}  // namespace nadir::report
