#include "report/pdf/node_kinds.h"

#include <algorithm>

namespace nadir::report
{
namespace
{
constexpr Ink nothing = ink(0xffffff, 0.0);
const BoxLook card{5.0, 0.0, nothing, nothing, ink(0xb9c1c9)};
const BoxLook flag{5.0, 3.0, ink(0x8a4f7d), ink(0xf3f5f7), nothing};
const BoxLook warnings{5.0, 4.0, ink(0xb97900), ink(0xfff6e0), ink(0xd9a441)};
const BoxLook card_flags{3.0, 2.5, ink(0x8a4f7d), ink(0xf3f5f7), nothing};
const BoxLook call{2.0, 4.5, ink(0x8c959f), nothing, nothing};
const BoxLook responding{2.0, 4.5, ink(0x4a9fd0), nothing, nothing};
const BoxLook progression{2.0, 4.5, ink(0x9c3d00), nothing, nothing};
}  // namespace

std::vector<const HtmlNode*> elements_of(const Html& content)
{
  std::vector<const HtmlNode*> elements;
  for (const auto& node : content.nodes())
    if (node->kind != HtmlNode::Kind::Text) elements.push_back(node.get());
  return elements;
}

bool is_grid(const HtmlNode& node)
{
  return node.has_class("cards") || node.has_class("plots") || node.has_class("key-images") || node.has_class("sides") ||
         node.has_class("signatures");
}

std::size_t columns_of(const HtmlNode& grid, std::size_t cells)
{
  const auto elements = elements_of(grid.content);
  if (std::any_of(elements.begin(), elements.end(), [](const HtmlNode* node) { return node->has_class("wide"); })) return 1;
  if (grid.has_class("cards")) return cells <= 4 ? std::max<std::size_t>(cells, 2) : cells % 3 == 0 ? 3 : 4;
  if (grid.has_class("signatures")) return 3;
  return 2;
}

double space_before(const HtmlNode& node)
{
  if (node.name == "h2") return 12.0;
  if (node.name == "h3" || node.name == "table" || node.name == "article" || node.name == "figure") return 7.0;
  if (node.name == "h4" || node.name == "h5") return 5.0;
  if (node.name == "section" || node.name == "header" || node.has_class("no-warnings")) return 8.0;
  if (node.name == "footer" || node.has_class("signatures")) return 22.0;
  return node.name == "li" ? 1.6 : 3.4;
}

const BoxLook* box_of(const HtmlNode& node)
{
  if (node.has_class("card") || (node.name == "article" && node.has_class("certificate"))) return &card;
  if (node.has_class("flag")) return &flag;
  if (node.has_class("warnings")) return &warnings;
  if (node.has_class("card-flags")) return &card_flags;
  if (node.has_class("call")) return node.has_class("responding") ? &responding : node.has_class("progression") ? &progression : &call;
  return nullptr;
}
}  // namespace nadir::report
