#include "report/document/key_image_svg.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "report/document/base64.h"
#include "report/document/display_text.h"
#include "report/document/grey_image.h"
#include "report/document/key_image_view.h"
#include "report/document/label_placement.h"
#include "report/document/png_image.h"

namespace nadir::report
{
namespace
{
using measure::KeyImage;

constexpr std::size_t longest_label = 28, longest_side_name = 4;

/// Sizes on the drawing follow from what it shows, mm.
double letter_height(const KeyImageDrawing& drawing)
{
  return std::max(drawing.view.width, drawing.view.height) / (drawing.detail == KeyImageDetail::Full ? 24.0 : 15.0);
}

/// Width of a text in the sans-serif faces of browsers; a little too wide rather than too narrow.
double text_width(std::string_view content, double height) { return 0.6 * height * static_cast<double>(content.size()); }

bool is_finite(const DrawingPoint& point) { return std::isfinite(point.x) && std::isfinite(point.y); }

PixelRect pixels_of(const KeyImage& image, const DrawingRect& view)
{
  const auto first = [](double edge, double spacing, int count)
  { return std::clamp(static_cast<int>(std::floor(edge / spacing + 1e-9)), 0, count - 1); };
  const auto last = [](double edge, double spacing, int count)
  { return std::clamp(static_cast<int>(std::ceil(edge / spacing - 1e-9)), 1, count); };
  const int left = first(view.x, image.column_spacing_mm, image.columns), top = first(view.y, image.row_spacing_mm, image.rows);
  return {left, top, last(view.x + view.width, image.column_spacing_mm, image.columns) - left,
          last(view.y + view.height, image.row_spacing_mm, image.rows) - top};
}

Html picture(const KeyImage& image, const KeyImageDrawing& drawing)
{
  const PixelRect pixels = pixels_of(image, drawing.view);
  const auto png = png_of(windowed(image, pixels, drawing.most_pixels));
  if (!png) return svg_text("overlay-text", drawing.view.middle(), TextAnchor::Middle, "picture not available");
  return empty_element("image", {{"x", coordinate(pixels.left * image.column_spacing_mm)},
                                 {"y", coordinate(pixels.top * image.row_spacing_mm)},
                                 {"width", coordinate(pixels.columns * image.column_spacing_mm)},
                                 {"height", coordinate(pixels.rows * image.row_spacing_mm)},
                                 {"preserveAspectRatio", "none"},
                                 {"href", "data:image/png;base64," + base64_of(*png)}});
}

std::vector<DrawingPoint> outline(const KeyImage& image, const std::vector<measure::PixelPoint>& contour)
{
  std::vector<DrawingPoint> points;
  for (const auto& point : contour) points.push_back(in_millimeters(image, point));
  std::erase_if(points, [](const DrawingPoint& point) { return !is_finite(point); });
  return points;
}

Html outlines(const KeyImage& image)
{
  Html drawn;
  for (const auto& contour : image.contours)
  {
    const std::string points = coordinates(outline(image, contour));
    drawn += empty_element("polygon", {{"class", "halo"}, {"points", points}}) +
             empty_element("polygon", {{"class", "outline"}, {"points", points}});
  }
  return drawn;
}

struct DrawnCaliper
{
  DrawingPoint from, to;
  std::string label, style;
};

std::vector<DrawnCaliper> calipers_of(const KeyImage& image)
{
  std::vector<DrawnCaliper> calipers;
  for (const auto& caliper : image.calipers)
  {
    const DrawnCaliper drawn{in_millimeters(image, caliper.from), in_millimeters(image, caliper.to),
                             shortened(caliper.label, longest_label), calipers.empty() ? "caliper first" : "caliper other"};
    if (is_finite(drawn.from) && is_finite(drawn.to)) calipers.push_back(drawn);
  }
  return calipers;
}

/// The line with a short tick across each end.
std::vector<std::pair<DrawingPoint, DrawingPoint>> strokes_of(const DrawnCaliper& caliper, double tick)
{
  const double x = caliper.to.x - caliper.from.x, y = caliper.to.y - caliper.from.y, length = std::hypot(x, y);
  std::vector<std::pair<DrawingPoint, DrawingPoint>> strokes{{caliper.from, caliper.to}};
  if (length <= 0.0) return strokes;
  const DrawingPoint across{-y / length * tick, x / length * tick};
  for (const auto& end : {caliper.from, caliper.to})
    strokes.push_back({{end.x - across.x, end.y - across.y}, {end.x + across.x, end.y + across.y}});
  return strokes;
}

Html caliper_lines(const std::vector<DrawnCaliper>& calipers, double tick)
{
  Html halos, lines;
  for (const auto& caliper : calipers)
  {
    const auto strokes = strokes_of(caliper, tick);
    for (const auto& [from, to] : strokes) halos += svg_line("halo", from, to);
    for (std::size_t k = 0; k < strokes.size(); ++k)
      lines += svg_line(k == 0 ? caliper.style : caliper.style + " tick-mark", strokes[k].first, strokes[k].second);
  }
  return halos + lines;
}

Html sized_text(std::string_view style, DrawingPoint at, TextAnchor anchor, double height, std::string_view content)
{
  return element("g", {{"font-size", coordinate(height)}}, svg_text(style, at, anchor, content));
}

struct EdgeLetter
{
  std::string letters;
  DrawingPoint base;  ///< middle of the base line
};

std::vector<EdgeLetter> edge_letters(const KeyImage& image, const KeyImageDrawing& drawing)
{
  const double height = letter_height(drawing);
  const auto& view = drawing.view;
  const DrawingPoint middle = view.middle();
  const std::string left = shortened(image.left_side_letter, longest_side_name), top = shortened(image.top_side_letter, longest_side_name);
  const auto from_edge = [&](const std::string& letters) { return 0.3 * height + 0.5 * text_width(letters, height); };
  std::vector<EdgeLetter> letters{{left, {view.x + from_edge(left), middle.y + 0.35 * height}},
                                  {opposite_side(left), {view.x + view.width - from_edge(left), middle.y + 0.35 * height}},
                                  {top, {middle.x, view.y + 1.1 * height}},
                                  {opposite_side(top), {middle.x, view.y + view.height - 0.4 * height}}};
  std::erase_if(letters, [](const EdgeLetter& letter) { return letter.letters.empty(); });
  return letters;
}

DrawingRect box_of(const EdgeLetter& letter, double height)
{
  const double width = text_width(letter.letters, height);
  return {letter.base.x - 0.5 * width, letter.base.y - 0.9 * height, width, 1.1 * height};
}

/// The longest of these that is no more than a third of the drawing, mm.
double scale_length(double width)
{
  double length = 1.0;
  for (const double candidate : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0})
    if (candidate <= width / 3.0) length = candidate;
  return length;
}

struct ScaleBar
{
  DrawingPoint left;
  double length = 0.0;
  std::string words;
};

ScaleBar scale_bar(const KeyImageDrawing& drawing)
{
  const double height = letter_height(drawing), length = scale_length(drawing.view.width);
  return {{drawing.view.x + 0.6 * height, drawing.view.y + drawing.view.height - 0.8 * height}, length, format_number(length) + " mm"};
}

DrawingRect box_of(const ScaleBar& bar, double height)
{
  return {bar.left.x - 0.2 * height, bar.left.y - 1.6 * height, std::max(bar.length, text_width(bar.words, height)) + 0.4 * height,
          2.0 * height};
}

Html drawn_scale_bar(const ScaleBar& bar, double height)
{
  const DrawingPoint right{bar.left.x + bar.length, bar.left.y};
  const double tick = 0.3 * height;
  Html lines;
  for (const char* style : {"halo", "scale"})
  {
    lines += svg_line(style, bar.left, right);
    for (const auto& end : {bar.left, right}) lines += svg_line(style, {end.x, end.y - tick}, {end.x, end.y + tick});
  }
  return lines + sized_text("overlay-text", {bar.left.x, bar.left.y - 0.6 * height}, TextAnchor::Start, height, bar.words);
}

bool is_inside(const std::vector<DrawingPoint>& polygon, const DrawingPoint& point)
{
  bool inside = false;
  for (std::size_t k = 0, before = polygon.size() - 1; k < polygon.size(); before = k++)
  {
    const auto &a = polygon[k], &b = polygon[before];
    if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

/// Points of a grid over the drawing that lie in the lesion: a label should not hide it.
std::vector<DrawingPoint> inside_points(const std::vector<DrawingPoint>& polygon, const DrawingRect& view)
{
  constexpr int steps = 40;
  std::vector<DrawingPoint> points;
  for (int row = 0; row <= steps; ++row)
  {
    for (int column = 0; column <= steps; ++column)
    {
      const DrawingPoint point{view.x + view.width * column / steps, view.y + view.height * row / steps};
      if (is_inside(polygon, point)) points.push_back(point);
    }
  }
  return points;
}

/// What labels should not hide: the outlines, or where there are none the lesion as its two calipers suggest it.
std::vector<std::vector<DrawingPoint>> lesion_shapes(const KeyImage& image, const std::vector<DrawnCaliper>& calipers)
{
  std::vector<std::vector<DrawingPoint>> shapes;
  for (const auto& contour : image.contours) shapes.push_back(outline(image, contour));
  if (shapes.empty() && calipers.size() >= 2) shapes.push_back({calipers[0].from, calipers[1].from, calipers[0].to, calipers[1].to});
  return shapes;
}

Obstacles obstacles_of(const KeyImage& image, const std::vector<DrawnCaliper>& calipers, const std::vector<DrawingRect>& boxes,
                       const DrawingRect& view)
{
  constexpr int samples = 60;
  Obstacles obstacles{{}, boxes};
  for (const auto& caliper : calipers)
  {
    for (int k = 0; k <= samples; ++k)
    {
      const double share = static_cast<double>(k) / samples;
      obstacles.points.push_back(
          {caliper.from.x + share * (caliper.to.x - caliper.from.x), caliper.from.y + share * (caliper.to.y - caliper.from.y)});
    }
  }
  for (const auto& polygon : lesion_shapes(image, calipers))
  {
    const auto inside = inside_points(polygon, view);
    obstacles.points.insert(obstacles.points.end(), polygon.begin(), polygon.end());
    obstacles.points.insert(obstacles.points.end(), inside.begin(), inside.end());
  }
  return obstacles;
}

Html caliper_labels(const std::vector<DrawnCaliper>& calipers, const Obstacles& obstacles, const KeyImageDrawing& drawing)
{
  const double height = letter_height(drawing);
  std::vector<LineLabel> labels;
  for (const auto& caliper : calipers) labels.push_back({caliper.from, caliper.to, text_width(caliper.label, height), 1.15 * height});
  const auto places = place_labels(labels, obstacles, drawing.view);
  Html drawn;
  for (std::size_t k = 0; k < calipers.size(); ++k)
    drawn += sized_text("overlay-text " + calipers[k].style + "-label", {places[k].middle().x, places[k].y + 0.85 * height},
                        TextAnchor::Middle, height, calipers[k].label);
  return drawn;
}

Html overlay(const KeyImage& image, const KeyImageDrawing& drawing)
{
  const double height = letter_height(drawing);
  const auto calipers = calipers_of(image);
  const auto letters = edge_letters(image, drawing);
  const auto bar = scale_bar(drawing);
  Html drawn = outlines(image) + caliper_lines(calipers, 0.35 * height) + drawn_scale_bar(bar, height);
  std::vector<DrawingRect> boxes{box_of(bar, height)};
  for (const auto& letter : letters)
  {
    boxes.push_back(box_of(letter, height));
    drawn += sized_text("overlay-text side", letter.base, TextAnchor::Middle, height, letter.letters);
  }
  if (drawing.detail == KeyImageDetail::Full)
    return drawn + caliper_labels(calipers, obstacles_of(image, calipers, boxes, drawing.view), drawing);
  return drawing.marked.width > 0.0 ? drawn + svg_rect("marked", drawing.marked) : drawn;
}

std::string view_box(const DrawingRect& view)
{
  return coordinate(view.x) + " " + coordinate(view.y) + " " + coordinate(view.width) + " " + coordinate(view.height);
}
}  // namespace

Html svg_of(const KeyImage& image, const KeyImageDrawing& drawing)
{
  NADIR_EXPECTS(is_drawable(image) && drawing.view.width > 0.0 && drawing.view.height > 0.0);
  const std::string style = drawing.detail == KeyImageDetail::Full ? "slice full" : "slice overview";
  return element("svg", {{"class", style}, {"role", "img"}, {"viewBox", view_box(drawing.view)}},
                 element("title", text(drawing.title)) + picture(image, drawing) + overlay(image, drawing));
}
}  // namespace nadir::report
