#include <algorithm>
#include <iterator>

#include "report/pdf/inline_text.h"
#include "report/pdf/node_kinds.h"
#include "report/pdf/svg_painter.h"
#include "report/pdf/text_block.h"
#include "report/pdf/text_style.h"
#include "report/pdf/typesetter.h"

namespace nadir::report
{
namespace
{
constexpr double gap = 9.0;  // between columns, points

double column_width(double width, std::size_t columns)
{
  return (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
}

/// A rule above a place to sign.
void add_rule(Slabs& cell, double width)
{
  Slab rule;
  rule.height = 2.0;
  rule.draw = [width](PdfCanvas& canvas, DrawingPoint at) { canvas.line({at, {at.x + width, at.y}}, {ink(0x1b1f24), 0.7}); };
  cell.insert(cell.begin(), rule);
}
}  // namespace

Slabs Typesetter::grid(const std::vector<const HtmlNode*>& cells, const GridShape& shape, double width, const TextLook& look)
{
  const double each = column_width(width, shape.columns);
  Slabs rows;
  for (std::size_t first = 0; first < cells.size(); first += shape.in_row)
  {
    std::vector<Slabs> row;
    for (std::size_t k = first; k < std::min(first + shape.in_row, cells.size()); ++k)
    {
      row.push_back(block(*cells[k], each, look));
      if (cells[k]->has_class("signature")) add_rule(row.back(), each);
    }
    const std::size_t count = row.size();
    rows.push_back(beside(std::move(row), std::vector<double>(count, each), gap));
    rows.back().before = gap;
  }
  return rows;
}

Slabs Typesetter::fact_grid(const HtmlNode& node, double width, const TextLook& look)
{
  constexpr std::size_t columns = 3;
  const double each = column_width(width, columns);
  const auto facts = elements_of(node.content);
  Slabs rows;
  for (std::size_t first = 0; first < facts.size(); first += columns)
  {
    std::vector<Slabs> row;
    for (std::size_t k = first; k < std::min(first + columns, facts.size()); ++k)
    {
      std::vector<TextRun> runs;
      for (const auto* part : elements_of(facts[k]->content))
      {
        if (!runs.empty()) runs.push_back({"  ", look});
        for (auto& run : runs_of(part->content, look_of(*part, {7.4, look.weight, look.ink}))) runs.push_back(std::move(run));
      }
      row.push_back(text_block(canvas_, runs, each, "P"));
    }
    const std::size_t count = row.size();
    rows.push_back(beside(std::move(row), std::vector<double>(count, each), gap));
    rows.back().before = 1.5;
  }
  return rows;
}

Slabs Typesetter::drawing(const HtmlNode& svg, double width)
{
  Slab slab;
  slab.height = width * proportion_of(svg);
  slab.opens = slab.closes = {"Figure"};
  for (const auto* part : elements_of(svg.content))
    if (part->name == "title") slab.alternative = plain_words(part->content);
  slab.keeps_with_next = true;
  slab.draw = [svg = std::make_shared<const HtmlNode>(svg), width, height = slab.height](PdfCanvas& canvas, DrawingPoint at) {
    paint(*svg, canvas, {at.x, at.y, width, height});
  };
  return {std::move(slab)};
}

/// The enlarged part, and beside it the whole slice over the words.
Slabs Typesetter::zoomed_figure(const HtmlNode& node, double width, const TextLook& look)
{
  const auto parts = elements_of(node.content);
  if (parts.size() != 2) return blocks(node.content, width, look);
  const double right = 0.36 * width, left = width - right - gap;
  return {beside({block(*parts[0], left, look), block(*parts[1], right, look)}, {left, right}, gap)};
}
}  // namespace nadir::report
