#pragma once

#include <vector>

#include "report/document/html.h"
#include "report/pdf/slab.h"

namespace nadir::report
{
/// The elements of a content, texts between them left out.
std::vector<const HtmlNode*> elements_of(const Html& content);

/// Children side by side.
bool is_grid(const HtmlNode& node);
std::size_t columns_of(const HtmlNode& grid, std::size_t cells);

/// Space above an element, points.
double space_before(const HtmlNode& node);

/// The box around an element; none for most.
const BoxLook* box_of(const HtmlNode& node);
}  // namespace nadir::report
