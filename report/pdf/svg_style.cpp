#include "report/pdf/svg_style.h"

#include <array>

namespace nadir::report
{
namespace
{
struct StrokeRule
{
  std::string_view style;
  unsigned color = 0;
  double width = 0.0;
  std::array<double, 4> dashes{};
  double alpha = 1.0;
};

constexpr std::array stroke_rules{
    StrokeRule{"axis", 0x8c959f, 1.0},
    StrokeRule{"grid", 0xe1e5e9, 1.0},
    StrokeRule{"leader", 0xb1bac4, 0.8},
    StrokeRule{"sum", 0x1b1f24, 2.2},
    StrokeRule{"limit-baseline", 0x6e7781, 1.2},
    StrokeRule{"limit-nadir", 0x009e73, 1.6, {1.5, 3.0}},
    StrokeRule{"limit-pr", 0x0072b2, 1.6, {7.0, 4.0}},
    StrokeRule{"limit-pd", 0xd55e00, 1.6, {3.0, 3.0}},
    StrokeRule{"lesion-0", 0x0072b2, 1.6},
    StrokeRule{"lesion-1", 0xd55e00, 1.6, {6.0, 3.0}},
    StrokeRule{"lesion-2", 0x009e73, 1.6, {2.0, 2.0}},
    StrokeRule{"lesion-3", 0xcc79a7, 1.6, {8.0, 3.0, 2.0, 3.0}},
    StrokeRule{"lesion-4", 0x56b4e9, 1.6},
    StrokeRule{"lesion-5", 0xe69f00, 1.6, {6.0, 3.0}},
    StrokeRule{"lesion-6", 0x6e7781, 1.6, {2.0, 2.0}},
    StrokeRule{"lesion-7", 0x8250df, 1.6, {8.0, 3.0, 2.0, 3.0}},
    StrokeRule{"halo", 0x000000, 3.4, {}, 0.55},
    StrokeRule{"outline", 0x56b4e9, 1.3},
    StrokeRule{"first", 0xf0e442, 1.7},
    StrokeRule{"other", 0xe69f00, 1.7, {6.0, 3.0}},
    StrokeRule{"scale", 0xffffff, 1.5},
    StrokeRule{"marked", 0xffffff, 1.0, {3.0, 3.0}},
    StrokeRule{"bar-frame", 0x1b1f24, 0.7},
};

struct FillRule
{
  std::string_view style;
  unsigned color = 0;
};

/// Bars differ in lightness from each other: progression is the darkest.
constexpr std::array fill_rules{
    FillRule{"bar-responding", 0x7fb9dd},
    FillRule{"bar-stable", 0xd0d7de},
    FillRule{"bar-progression", 0xb34700},
    FillRule{"bar-open", 0xffffff},
};

void set_dashes(Stroke& stroke, const std::array<double, 4>& dashes)
{
  stroke.dashes.clear();
  for (const double dash : dashes)
    if (dash > 0.0) stroke.dashes.push_back(dash);
}
}  // namespace

ShapeStyle shape_style(std::string_view kind, const HtmlNode& shape)
{
  ShapeStyle style;
  for (const auto& rule : stroke_rules)
  {
    if (!shape.has_class(rule.style)) continue;
    style.stroke.ink = ink(rule.color, rule.alpha);
    style.stroke.width = rule.width;
    set_dashes(style.stroke, rule.dashes);
  }
  for (const auto& rule : fill_rules)
    if (shape.has_class(rule.style)) style.inside = ink(rule.color);
  if (shape.has_class("point")) style.inside = shape.has_class("sum") ? ink(0x1b1f24) : ink(0xffffff);
  if (shape.has_class("point") || shape.has_class("tick-mark")) style.stroke.dashes.clear();
  if (kind == "slice overview" && shape.has_class("caliper")) style.stroke.width = 1.2;
  return style;
}

LabelStyle label_style(const HtmlNode& label)
{
  if (label.has_class("overlay-text"))
  {
    const Ink color = label.has_class("first-label") ? ink(0xf0e442) : label.has_class("other-label") ? ink(0xffb52e) : ink(0xffffff);
    return {color, Weight::Bold, ink(0x000000, 0.75), 0.22};
  }
  if (label.has_class("value")) return {ink(0x1b1f24), Weight::Bold, ink(0xffffff), 0.27};
  if (label.has_class("tick") || label.has_class("axis-title")) return {ink(0x57606a)};
  return {};
}
}  // namespace nadir::report
