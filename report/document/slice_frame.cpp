#include "report/document/slice_frame.h"

#include <algorithm>

#include "imaging/units/number_text.h"
#include "report/document/display_text.h"
#include "report/document/key_image_view.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_side_name = 4;

struct EdgeLetter
{
  std::string letters;
  DrawingPoint base;  ///< middle of the base line
};

std::vector<EdgeLetter> edge_letters(const measure::KeyImage& image, const DrawingRect& view, double height)
{
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

ScaleBar scale_bar(const DrawingRect& view, double height)
{
  const double length = scale_length(view.width);
  return {{view.x + 0.6 * height, view.y + view.height - 0.8 * height}, length, format_number(length) + " mm"};
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
  return lines + overlay_text("", {bar.left.x, bar.left.y - 0.6 * height}, TextAnchor::Start, height, bar.words);
}
}  // namespace

double text_width(std::string_view content, double height) { return 0.6 * height * static_cast<double>(content.size()); }

Html overlay_text(std::string_view style, DrawingPoint at, TextAnchor anchor, double height, std::string_view content)
{
  const std::string styles = style.empty() ? "overlay-text" : "overlay-text " + std::string(style);
  return element("g", {{"font-size", coordinate(height)}}, svg_text(styles, at, anchor, content));
}

SliceFrame slice_frame(const measure::KeyImage& image, const DrawingRect& view, double letter_height)
{
  const ScaleBar bar = scale_bar(view, letter_height);
  SliceFrame frame{drawn_scale_bar(bar, letter_height), {box_of(bar, letter_height)}};
  for (const auto& letter : edge_letters(image, view, letter_height))
  {
    frame.drawn += overlay_text("side", letter.base, TextAnchor::Middle, letter_height, letter.letters);
    frame.boxes.push_back(box_of(letter, letter_height));
  }
  return frame;
}
}  // namespace nadir::report
