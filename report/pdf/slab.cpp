#include "report/pdf/slab.h"

#include <algorithm>
#include <utility>

namespace nadir::report
{
namespace
{
void draw_one(const Slab& slab, PdfCanvas& canvas, DrawingPoint at)
{
  open(slab, canvas, at.y);
  slab.draw(canvas, at);
  for (const auto& tag : slab.closes) canvas.end_tag(tag);
}
}  // namespace

void open(const Slab& slab, PdfCanvas& canvas, double y)
{
  for (const auto& place : slab.places) canvas.place(place, y);
  for (const auto& tag : slab.opens) tag == "Figure" ? canvas.begin_figure(slab.alternative) : canvas.begin_tag(tag);
}

double height_of(const Slabs& slabs)
{
  double height = 0.0;
  for (std::size_t k = 0; k < slabs.size(); ++k) height += slabs[k].height + (k == 0 ? 0.0 : slabs[k].before);
  return height;
}

void draw(const Slabs& slabs, PdfCanvas& canvas, DrawingPoint top_left)
{
  double y = top_left.y;
  for (std::size_t k = 0; k < slabs.size(); ++k)
  {
    if (k > 0) y += slabs[k].before;
    draw_one(slabs[k], canvas, {top_left.x, y});
    y += slabs[k].height;
  }
}

Slabs tagged(const std::string& tag, Slabs slabs)
{
  if (slabs.empty()) return slabs;
  slabs.front().opens.insert(slabs.front().opens.begin(), tag);
  slabs.back().closes.push_back(tag);
  return slabs;
}

double inner_width(double width, const BoxLook& look) { return width - 2.0 * look.padding - look.left_bar; }

Slab boxed(Slabs slabs, double width, const BoxLook& look)
{
  Slab box;
  box.height = height_of(slabs) + 2.0 * look.padding;
  box.before = slabs.empty() ? 0.0 : slabs.front().before;
  const double height = box.height;
  box.draw = [slabs = std::move(slabs), width, height, look](PdfCanvas& canvas, DrawingPoint at)
  {
    canvas.fill({at.x, at.y, width, height}, look.paper);
    if (look.frame.alpha > 0.0)
      canvas.outline({{at.x, at.y}, {at.x + width, at.y}, {at.x + width, at.y + height}, {at.x, at.y + height}}, {look.frame, 0.6});
    if (look.left_bar > 0.0) canvas.fill({at.x, at.y, look.left_bar, height}, look.bar);
    draw(slabs, canvas, {at.x + look.left_bar + look.padding, at.y + look.padding});
  };
  return box;
}

Slab beside(std::vector<Slabs> columns, std::vector<double> widths, double gap)
{
  Slab row;
  for (const auto& column : columns) row.height = std::max(row.height, height_of(column));
  row.draw = [columns = std::move(columns), widths = std::move(widths), gap](PdfCanvas& canvas, DrawingPoint at)
  {
    for (std::size_t k = 0; k < columns.size(); ++k)
    {
      draw(columns[k], canvas, at);
      at.x += widths[k] + gap;
    }
  };
  return row;
}
}  // namespace nadir::report
