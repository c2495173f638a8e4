#include "report/pdf/typesetter.h"

#include <algorithm>
#include <iterator>

#include "report/pdf/inline_text.h"
#include "report/pdf/node_kinds.h"
#include "report/pdf/table_block.h"
#include "report/pdf/text_block.h"
#include "report/pdf/text_style.h"

namespace nadir::report
{
namespace
{
constexpr double list_indent = 13.0;

void append(Slabs& slabs, Slabs more, double before)
{
  if (!more.empty() && !slabs.empty()) more.front().before = std::max(more.front().before, before);
  slabs.insert(slabs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The mark of a list item, drawn beside its first slab.
void add_mark(Slabs& item, const TextLayout& mark)
{
  if (item.empty()) return;
  item.front().draw = [inner = std::move(item.front().draw), mark](PdfCanvas& canvas, DrawingPoint at)
  {
    canvas.begin_tag("Lbl");
    canvas.draw(mark, {0, 1}, at);
    canvas.end_tag("Lbl");
    inner(canvas, {at.x + list_indent, at.y});
  };
  for (std::size_t k = 1; k < item.size(); ++k)
    item[k].draw = [inner = std::move(item[k].draw)](PdfCanvas& canvas, DrawingPoint at) { inner(canvas, {at.x + list_indent, at.y}); };
}

const HtmlNode* child_named(const HtmlNode& node, std::string_view name)
{
  for (const auto* child : elements_of(node.content))
    if (child->name == name) return child;
  return nullptr;
}

std::vector<TextRun> runs_of_child(const HtmlNode& node, std::string_view name, const TextLook& look)
{
  const auto* child = child_named(node, name);
  return child ? runs_of(child->content, look_of(*child, look)) : std::vector<TextRun>{};
}

std::string tag_of(const HtmlNode& node)
{
  if (node.name.size() == 2 && node.name[0] == 'h') return "H" + node.name.substr(1);
  return node.name == "figcaption" ? "Caption" : "P";
}
}  // namespace

Slabs Typesetter::set(const Html& content) { return tagged("Document", blocks(content, paper_.body_width(), body_look)); }

Slabs Typesetter::blocks(const Html& content, double width, const TextLook& look)
{
  Slabs slabs;
  std::vector<TextRun> line;
  const auto end_line = [&]
  {
    append(slabs, text_block(canvas_, line, width, "P"), 2.0);
    line.clear();
  };
  for (const auto& node : content.nodes())
  {
    if (is_inline(*node))
    {
      const auto runs = runs_of(*node, look);
      line.insert(line.end(), runs.begin(), runs.end());
      continue;
    }
    end_line();
    if (node->name == "main" || node->has_class("glance")) used_ += height_of(slabs) + space_before(*node);
    append(slabs, block(*node, width, look), space_before(*node));
  }
  end_line();
  return slabs;
}

Slabs Typesetter::block(const HtmlNode& node, double width, const TextLook& around)
{
  const TextLook look = look_of(node, around);
  if (node.has_class("glance")) return glance(node, width, look);
  Slabs slabs;
  if (const BoxLook* box = box_of(node))
  {
    Slabs inside = content_of(node, inner_width(width, *box), look);
    if (!inside.empty()) slabs.push_back(boxed(std::move(inside), width, *box));
  }
  else slabs = content_of(node, width, look);
  if (const auto name = node.attribute("id"); !name.empty() && !slabs.empty())
    slabs.front().places.insert(slabs.front().places.begin(), std::string(name));
  if (begins_page_ && !slabs.empty() && node.name == "section") slabs.front().begins_page = true, begins_page_ = false;
  return slabs;
}

Slabs Typesetter::content_of(const HtmlNode& node, double width, const TextLook& look)
{
  if (node.name == "footer") return {};  // each page has its own
  if (node.name == "svg") return drawing(node, width);
  if (node.name == "table") return table_block(canvas_, node, width, look);
  if (node.name == "ul" || node.name == "ol") return list(node, width, look);
  if (node.name == "dl")
    return node.has_class("facts") ? facts(node, width, look) : width < 300.0 ? fact_rows(node, width, look) : fact_grid(node, width, look);
  if (node.name == "details") return text_block(canvas_, runs_of_child(node, "summary", look), width, "P");
  if (node.has_class("zoomed")) return zoomed_figure(node, width, look);
  if (node.has_class("glance-images")) return grid(elements_of(node.content), glance_shape_, width, look);
  if (is_grid(node))
  {
    const auto cells = elements_of(node.content);
    const std::size_t columns = columns_of(node, cells.size());
    return grid(cells, {columns, columns}, width, look);
  }
  if (node.name == "h1" || node.name == "h2" || node.name == "h3" || node.name == "h4" || node.name == "h5")
    return heading(node, width, look);
  if (node.name == "p" || node.name == "figcaption" || node.has_class("signature")) return paragraph(node, width, look);
  return blocks(node.content, width, look);
}

Slabs Typesetter::heading(const HtmlNode& node, double width, const TextLook& look)
{
  Slabs slabs = text_block(canvas_, runs_of(node.content, look), width, tag_of(node));
  if (slabs.empty()) return slabs;
  if (node.name == "h2" || node.name == "h3")
  {
    slabs.front().bookmark = plain_words(node.content);
    slabs.front().bookmark_level = node.name == "h2" ? 1 : 2;
  }
  for (auto& slab : slabs) slab.keeps_with_next = true;
  return slabs;
}

Slabs Typesetter::paragraph(const HtmlNode& node, double width, const TextLook& look)
{
  Slabs slabs = text_block(canvas_, runs_of(node.content, look), width, tag_of(node));
  if (node.has_class("lead"))
    for (auto& slab : slabs) slab.keeps_with_next = true;
  return slabs;
}

Slabs Typesetter::list(const HtmlNode& node, double width, const TextLook& look)
{
  const bool has_marks = !node.has_class("card-flags") && !node.has_class("no-image");
  Slabs slabs;
  std::size_t number = 0;
  for (const auto* item : elements_of(node.content))
  {
    const std::string mark = node.name == "ol" ? std::to_string(++number) + "." : "\u2022";
    Slabs inside = tagged("LBody", blocks(item->content, has_marks ? width - list_indent : width, look));
    if (has_marks) add_mark(inside, canvas_.layout({{mark, look}}, 0.0));
    append(slabs, tagged("LI", std::move(inside)), space_before(*item));
  }
  return tagged("L", std::move(slabs));
}

Slabs Typesetter::facts(const HtmlNode& node, double width, const TextLook& look)
{
  std::vector<TextRun> runs;
  for (const auto* fact : elements_of(node.content))
  {
    if (!runs.empty()) runs.push_back({"     ", look});
    for (const char* name : {"dt", "dd"})
    {
      for (auto& run : runs_of_child(*fact, name, look)) runs.push_back(std::move(run));
      if (name[1] == 't') runs.push_back({"\u00a0 ", look});
    }
  }
  return text_block(canvas_, runs, width, "P");
}

Slabs Typesetter::fact_rows(const HtmlNode& node, double width, const TextLook& look)
{
  constexpr double least_value = 0.3, between = 6.0;
  const TextLook small{std::min(look.size, 7.8), look.weight, look.ink};
  Slabs slabs;
  for (const auto* fact : elements_of(node.content))
  {
    const auto names = runs_of_child(*fact, "dt", small), values = runs_of_child(*fact, "dd", small);
    const double wanted = values.empty() ? 0.0 : canvas_.layout(values, 0.0).width() + 1.0;
    const double named = names.empty() ? 0.0 : canvas_.layout(names, 0.0).width() + 1.0;
    const double value_width = std::max(least_value * width, std::min(wanted, width - between - std::min(named, 0.5 * width)));
    const double name_width = width - between - value_width;
    Slab row = beside({{text_slab(canvas_, names, name_width)}, {text_slab(canvas_, values, value_width, TextAlign::End)}},
                      {name_width, value_width}, between);
    row.before = 1.4;
    row.opens = row.closes = {"P"};
    slabs.push_back(std::move(row));
  }
  return slabs;
}
}  // namespace nadir::report
