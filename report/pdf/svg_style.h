#pragma once

#include <optional>
#include <string_view>

#include "report/document/html.h"
#include "report/pdf/ink.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// What the style sheet says of a shape of a drawing; widths in CSS pixels.
struct ShapeStyle
{
  Stroke stroke{ink(0x1b1f24), 0.0};
  Ink inside = ink(0xffffff, 0.0);
};

/// `kind` is the class of the <svg>: "plot", "slice full", "slice overview".
ShapeStyle shape_style(std::string_view kind, const HtmlNode& shape);

struct LabelStyle
{
  Ink ink = report::ink(0x1b1f24);
  Weight weight = Weight::Regular;
  Ink halo = report::ink(0xffffff);
  double halo_width = 0.0;  ///< in heights of a letter
};

LabelStyle label_style(const HtmlNode& label);
}  // namespace nadir::report
