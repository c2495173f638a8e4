#include "report/pdf/table_block.h"

#include <algorithm>
#include <string>

#include "report/pdf/column_widths.h"
#include "report/pdf/inline_text.h"
#include "report/pdf/text_block.h"
#include "report/pdf/text_style.h"

namespace nadir::report
{
namespace
{
constexpr double side_padding = 3.5, row_padding = 1.6, most_of_width = 0.32;

struct Row
{
  const HtmlNode* node = nullptr;
  std::vector<const HtmlNode*> cells;
};

struct Parts
{
  const HtmlNode* caption = nullptr;
  std::vector<Row> head, body;
};

std::vector<Row> rows_of(const HtmlNode& group)
{
  std::vector<Row> rows;
  for (const auto& row : group.content.nodes())
  {
    rows.push_back({row.get(), {}});
    for (const auto& cell : row->content.nodes()) rows.back().cells.push_back(cell.get());
  }
  return rows;
}

Parts parts_of(const HtmlNode& table)
{
  Parts parts;
  for (const auto& part : table.content.nodes())
  {
    if (part->name == "caption") parts.caption = part.get();
    if (part->name == "thead") parts.head = rows_of(*part);
    if (part->name == "tbody") parts.body = rows_of(*part);
  }
  return parts;
}

TextLook head_look(TextLook look)
{
  look.weight = Weight::Bold;
  return look;
}

void measure(PdfCanvas& canvas, const std::vector<Row>& rows, const TextLook& look, std::vector<ColumnNeed>& needs)
{
  for (const auto& row : rows)
  {
    needs.resize(std::max(needs.size(), row.cells.size()));
    for (std::size_t k = 0; k < row.cells.size(); ++k)
    {
      const auto layout = canvas.layout(runs_of(row.cells[k]->content, look), 0.0);
      needs[k].least = std::max(needs[k].least, layout.narrowest() + 2.0 * side_padding);
      needs[k].wanted = std::max(needs[k].wanted, layout.width() + 2.0 * side_padding);
    }
  }
}

std::vector<double> shares(const std::vector<double>& parts, double width)
{
  std::vector<double> widths;
  for (const double part : parts) widths.push_back(part * width);
  return widths;
}

/// Time points are equally wide. The lesions' names get the room of their words, but leave most of the width to the time points.
std::vector<double> lesion_widths(const std::vector<ColumnNeed>& needs, double width)
{
  constexpr double least_share = 0.7, most_of_names = 0.22;  // of a time point; of the table
  const std::size_t count = needs.size();
  if (count < 2) return std::vector<double>(count, width);
  const double narrow = least_share * width / (least_share + static_cast<double>(count - 1));
  const double names = std::clamp(needs.front().wanted, narrow, std::max(narrow, most_of_names * width));
  std::vector<double> widths(count, (width - names) / static_cast<double>(count - 1));
  widths.front() = names;
  return widths;
}

std::vector<double> widths_of(PdfCanvas& canvas, const HtmlNode& table, const Parts& parts, double width, const TextLook& look)
{
  if (table.has_class("calipers")) return shares({0.18, 0.08, 0.19, 0.19, 0.06, 0.30}, width);
  std::vector<ColumnNeed> needs;
  measure(canvas, parts.head, head_look(look), needs);
  measure(canvas, parts.body, look, needs);
  if (table.has_class("lesions")) return lesion_widths(needs, width);
  for (auto& need : needs) need.least = std::min(need.least, most_of_width * width);
  return column_widths(needs, width);
}

Ink paper_of(const HtmlNode& row)
{
  if (row.has_class("summary")) return ink(0xf3f5f7);
  if (row.has_class("stop")) return ink(0xf7d9d2);
  if (row.has_class("caution")) return ink(0xfff2cf);
  return ink(0xffffff, 0.0);
}

/// A row with its cells as TH or TD, a line below.
Slab row_slab(PdfCanvas& canvas, const Row& row, const std::vector<double>& widths, const TextLook& look, const Stroke& below)
{
  std::vector<Slab> cells;
  Slab slab;
  for (std::size_t k = 0; k < row.cells.size(); ++k)
  {
    cells.push_back(text_slab(canvas, runs_of(row.cells[k]->content, look), std::max(1.0, widths[k] - 2.0 * side_padding)));
    cells.back().opens = cells.back().closes = {row.cells[k]->name == "th" ? "TH" : "TD"};
    slab.height = std::max(slab.height, cells.back().height + 2.0 * row_padding);
  }
  slab.opens = slab.closes = {"TR"};
  const double height = slab.height;
  slab.draw = [cells = std::move(cells), widths, height, below, paper = paper_of(*row.node)](PdfCanvas& target, DrawingPoint at)
  {
    double x = at.x;
    for (std::size_t k = 0; k < cells.size(); x += widths[k], ++k)
    {
      target.fill({x, at.y, widths[k], height}, paper);
      draw({cells[k]}, target, {x + side_padding, at.y + row_padding});
    }
    target.line({{at.x, at.y + height}, {x, at.y + height}}, below);
  };
  return slab;
}
}  // namespace

Slabs table_block(PdfCanvas& canvas, const HtmlNode& table, double width, const TextLook& around)
{
  const TextLook look = look_of(table, around);
  const Parts parts = parts_of(table);
  const auto widths = widths_of(canvas, table, parts, width, look);
  Slabs slabs, head;
  if (parts.caption) slabs = text_block(canvas, runs_of(parts.caption->content, look_of(*parts.caption, look)), width, "Caption");
  for (const auto& row : parts.head) head.push_back(row_slab(canvas, row, widths, head_look(look), {ink(0x8c959f), 0.9}));
  slabs.insert(slabs.end(), head.begin(), head.end());
  for (auto& slab : slabs) slab.keeps_with_next = true;
  const auto repeated = std::make_shared<const Slabs>(head);
  for (const auto& row : parts.body)
  {
    slabs.push_back(row_slab(canvas, row, widths, look, {ink(0xd8dde2), 0.5}));
    slabs.back().head = repeated;
  }
  if (!slabs.empty()) slabs.back().keeps_with_next = false;
  return tagged("Table", std::move(slabs));
}
}  // namespace nadir::report
