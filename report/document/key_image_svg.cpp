#include "report/document/key_image_svg.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "report/document/base64.h"
#include "report/document/display_text.h"
#include "report/document/grey_image.h"
#include "report/document/key_image_view.h"
#include "report/document/label_placement.h"
#include "report/document/png_image.h"
#include "report/document/polygon_inside.h"
#include "report/document/slice_frame.h"

namespace nadir::report
{
namespace
{
using measure::KeyImage;

constexpr std::size_t longest_label = 28;

/// Sizes on the drawing follow from what it shows, mm.
double letter_height(const KeyImageDrawing& drawing)
{
  const double letters = drawing.letters > 0.0 ? drawing.letters : drawing.detail == KeyImageDetail::Full ? 24.0 : 15.0;
  return std::max(drawing.view.width, drawing.view.height) / letters;
}

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
  if (!png) return overlay_text("", drawing.view.middle(), TextAnchor::Middle, letter_height(drawing), "picture not available");
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
  std::string label;
  std::string name;  ///< of its styles: "first", "other"
};

std::vector<DrawnCaliper> calipers_of(const KeyImage& image)
{
  std::vector<DrawnCaliper> calipers;
  for (const auto& caliper : image.calipers)
  {
    const DrawnCaliper drawn{in_millimeters(image, caliper.from), in_millimeters(image, caliper.to),
                             shortened(caliper.label, longest_label), calipers.empty() ? "first" : "other"};
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
      lines += svg_line("caliper " + caliper.name + (k == 0 ? "" : " tick-mark"), strokes[k].first, strokes[k].second);
  }
  return halos + lines;
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
    const auto inside = points_inside(polygon, view);
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
    drawn += overlay_text(calipers[k].name + "-label", {places[k].middle().x, places[k].y + 0.85 * height}, TextAnchor::Middle, height,
                          calipers[k].label);
  return drawn;
}

Html overlay(const KeyImage& image, const KeyImageDrawing& drawing)
{
  const double height = letter_height(drawing);
  const auto calipers = calipers_of(image);
  const SliceFrame frame = slice_frame(image, drawing.view, height);
  const Html drawn = outlines(image) + caliper_lines(calipers, 0.35 * height) + frame.drawn;
  if (drawing.detail == KeyImageDetail::Full)
    return drawn + caliper_labels(calipers, obstacles_of(image, calipers, frame.boxes, drawing.view), drawing);
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
