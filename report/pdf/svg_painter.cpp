#include "report/pdf/svg_painter.h"

#include <algorithm>
#include <optional>

#include "imaging/units/number_text.h"
#include "report/document/base64.h"
#include "report/pdf/inline_text.h"
#include "report/pdf/svg_style.h"

namespace nadir::report
{
namespace
{
constexpr double plot_letters = 11.0;  // user units, as in the style sheet
constexpr double slice_stroke = 0.55;  // points of a CSS pixel: lines on pictures keep their width at any scale
constexpr std::string_view png_address = "data:image/png;base64,";

/// The numbers of a list divided by blanks or commas; what is none ends it.
std::vector<double> numbers_of(std::string_view list)
{
  std::vector<double> numbers;
  while (!list.empty())
  {
    const auto end = std::min(list.find_first_of(" ,"), list.size());
    if (const auto number = end > 0 ? parse_number(list.substr(0, end)) : std::nullopt) numbers.push_back(*number);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return numbers;
}

double number_of(const HtmlNode& node, std::string_view attribute) { return parse_number(node.attribute(attribute)).value_or(0.0); }

std::optional<DrawingRect> view_box(const HtmlNode& svg)
{
  const auto numbers = numbers_of(svg.attribute("viewBox"));
  if (numbers.size() != 4 || !(numbers[2] > 0.0) || !(numbers[3] > 0.0)) return std::nullopt;
  return DrawingRect{numbers[0], numbers[1], numbers[2], numbers[3]};
}

class Painter
{
public:
  Painter(PdfCanvas& canvas, const DrawingRect& view, const DrawingRect& place, std::string_view kind)
      : canvas_(canvas), view_(view), place_(place), kind_(kind), scale_(place.width / view.width)
  {
  }

  void paint(const Html& content, double letters)
  {
    for (const auto& node : content.nodes()) paint(*node, letters);
  }

private:
  bool is_slice() const { return kind_.starts_with("slice"); }
  DrawingPoint at(double x, double y) const { return {place_.x + (x - view_.x) * scale_, place_.y + (y - view_.y) * scale_}; }

  DrawingRect rect_of(const HtmlNode& node) const
  {
    const auto corner = at(number_of(node, "x"), number_of(node, "y"));
    return {corner.x, corner.y, number_of(node, "width") * scale_, number_of(node, "height") * scale_};
  }

  std::vector<DrawingPoint> points_of(const HtmlNode& node) const
  {
    std::vector<DrawingPoint> points;
    const auto numbers = numbers_of(node.attribute("points"));
    for (std::size_t k = 0; k + 1 < numbers.size(); k += 2) points.push_back(at(numbers[k], numbers[k + 1]));
    return points;
  }

  ShapeStyle style_of(const HtmlNode& node) const
  {
    ShapeStyle style = shape_style(kind_, node);
    const double factor = is_slice() ? slice_stroke : scale_;
    style.stroke.width *= factor;
    for (double& dash : style.stroke.dashes) dash *= factor;
    return style;
  }

  void paint(const HtmlNode& node, double letters)
  {
    if (node.name == "g") return paint(node.content, parse_number(node.attribute("font-size")).value_or(letters));
    if (node.name == "text") return label(node, letters);
    if (node.name == "image") return picture(node);
    shape(node, style_of(node));
  }

  void shape(const HtmlNode& node, const ShapeStyle& style)
  {
    if (node.name == "line")
      canvas_.line({at(number_of(node, "x1"), number_of(node, "y1")), at(number_of(node, "x2"), number_of(node, "y2"))}, style.stroke);
    if (node.name == "polyline") canvas_.line(points_of(node), style.stroke);
    if (node.name == "polygon") canvas_.outline(points_of(node), style.stroke);
    if (node.name == "circle")
      canvas_.circle(at(number_of(node, "cx"), number_of(node, "cy")), number_of(node, "r") * scale_, style.inside, style.stroke);
    if (node.name == "rect") rectangle(rect_of(node), style);
  }

  void rectangle(const DrawingRect& rect, const ShapeStyle& style)
  {
    if (style.inside.alpha > 0.0) canvas_.fill(rect, style.inside);
    canvas_.outline(
        {{rect.x, rect.y}, {rect.x + rect.width, rect.y}, {rect.x + rect.width, rect.y + rect.height}, {rect.x, rect.y + rect.height}},
        style.stroke);
  }

  void label(const HtmlNode& node, double letters)
  {
    const LabelStyle style = label_style(node);
    const double size = letters * scale_;
    const auto anchor = node.attribute("text-anchor");
    const TextAlign align = anchor == "middle" ? TextAlign::Middle : anchor == "end" ? TextAlign::End : TextAlign::Start;
    const auto turn = node.attribute("transform");
    const double degrees = turn.starts_with("rotate(") ? numbers_of(turn.substr(7)).at(0) : 0.0;
    canvas_.label({plain_words(node.content), {size, style.weight, style.ink}}, at(number_of(node, "x"), number_of(node, "y")), align,
                  degrees, {style.halo, style.halo_width * size});
  }

  void picture(const HtmlNode& node)
  {
    const auto address = node.attribute("href");
    if (!address.starts_with(png_address)) return;
    if (const auto bytes = bytes_of_base64(address.substr(png_address.size()))) canvas_.png(*bytes, rect_of(node));
  }

  PdfCanvas& canvas_;
  DrawingRect view_, place_;
  std::string_view kind_;
  double scale_;
};
}  // namespace

double proportion_of(const HtmlNode& svg)
{
  const auto view = view_box(svg);
  return view ? view->height / view->width : 0.0;
}

void paint(const HtmlNode& svg, PdfCanvas& canvas, const DrawingRect& place)
{
  const auto view = view_box(svg);
  if (!view) return;
  const DrawingRect box{place.x, place.y, place.width, place.width * view->height / view->width};
  canvas.clip(box);
  if (svg.has_class("slice")) canvas.fill(box, ink(0x000000));
  Painter(canvas, *view, box, svg.attribute("class")).paint(svg.content, plot_letters);
  canvas.release();
}
}  // namespace nadir::report
