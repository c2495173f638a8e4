#include <algorithm>
#include <optional>
#include <string>

#include "report/pdf/node_kinds.h"
#include "report/pdf/typesetter.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t least_columns = 2, most_columns = 6, most_dates = 4;

/// How many dates the pictures show; 1 without pictures.
std::size_t dates_of(const Html& content)
{
  std::size_t dates = 1;
  for (const auto& node : content.nodes())
  {
    for (std::size_t count = 1; count <= most_dates; ++count)
      if (node->has_class("dates-" + std::to_string(count))) dates = count;
    dates = std::max(dates, dates_of(node->content));
  }
  return dates;
}
}  // namespace

/// The content with pictures as large as the height allows, at least a sixth of the page's width; every row begins with the first date.
std::optional<Slabs> Typesetter::within(const Html& content, double height, double width, const TextLook& look)
{
  const std::size_t dates = dates_of(content);
  for (std::size_t columns = std::max(least_columns, dates); columns <= most_columns; ++columns)
  {
    glance_shape_ = {columns, columns - columns % dates};
    auto slabs = blocks(content, width, look);
    if (height_of(slabs) <= height) return slabs;
  }
  return std::nullopt;
}

/// Page one. Where it cannot hold everything, the flags follow the pictures, as the cards of the responses name them; where it cannot hold
/// the pictures either, they are as large as a page of their own allows.
Slabs Typesetter::glance(const HtmlNode& node, double width, const TextLook& look)
{
  const double rest = paper_.body_height() - used_;
  if (auto all = within(node.content, rest, width, look))
  {
    begins_page_ = true;
    return std::move(*all);
  }
  const Html others = node.content.without("flags");
  if (within(others, rest, width, look)) return blocks(others + node.content.only("flags"), width, look);
  within(node.content.only("where"), paper_.body_height(), width, look);
  return blocks(node.content, width, look);
}
}  // namespace nadir::report
