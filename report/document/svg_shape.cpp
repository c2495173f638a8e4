#include "report/document/svg_shape.h"

#include "imaging/units/number_text.h"

namespace nadir::report
{
std::string coordinate(double value)
{
  std::string digits = format_fixed(value, 3);
  if (digits.find('.') == std::string::npos) return digits;
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string coordinates(const std::vector<DrawingPoint>& points)
{
  std::string list;
  for (const auto& point : points)
  {
    if (!list.empty()) list += ' ';
    list.append(coordinate(point.x)).append(",").append(coordinate(point.y));
  }
  return list;
}

Html svg_line(std::string_view style, DrawingPoint from, DrawingPoint to)
{
  return empty_element("line", {{"class", std::string(style)},
                                {"x1", coordinate(from.x)},
                                {"y1", coordinate(from.y)},
                                {"x2", coordinate(to.x)},
                                {"y2", coordinate(to.y)}});
}

Html svg_rect(std::string_view style, const DrawingRect& rect)
{
  return empty_element("rect", {{"class", std::string(style)},
                                {"x", coordinate(rect.x)},
                                {"y", coordinate(rect.y)},
                                {"width", coordinate(rect.width)},
                                {"height", coordinate(rect.height)}});
}

Html svg_text(std::string_view style, DrawingPoint at, TextAnchor anchor, std::string_view content)
{
  const std::string anchor_name = anchor == TextAnchor::Start ? "start" : anchor == TextAnchor::Middle ? "middle" : "end";
  return element("text", {{"class", std::string(style)}, {"x", coordinate(at.x)}, {"y", coordinate(at.y)}, {"text-anchor", anchor_name}},
                 text(content));
}
}  // namespace nadir::report
