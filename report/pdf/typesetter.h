#pragma once

#include <optional>

#include "report/document/html.h"
#include "report/pdf/slab.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// Cells beside each other.
struct GridShape
{
  std::size_t columns = 2;  ///< that would fill the width: how wide a cell is
  std::size_t in_row = 2;   ///< no more than columns
};

/// Turns the tree of a report into slabs: what `Html::markup()` is for browsers, for paper. Elements and classes are those of
/// report/document; an element it does not know is set as its content.
class Typesetter
{
public:
  Typesetter(PdfCanvas& canvas, const Paper& paper) : canvas_(canvas), paper_(paper) {}

  Slabs set(const Html& content);

private:
  Slabs blocks(const Html& content, double width, const TextLook& look);
  Slabs block(const HtmlNode& node, double width, const TextLook& around);
  Slabs content_of(const HtmlNode& node, double width, const TextLook& look);
  Slabs heading(const HtmlNode& node, double width, const TextLook& look);
  Slabs paragraph(const HtmlNode& node, double width, const TextLook& look);
  Slabs list(const HtmlNode& node, double width, const TextLook& look);
  Slabs facts(const HtmlNode& node, double width, const TextLook& look);      ///< a <dl> as running text
  Slabs fact_rows(const HtmlNode& node, double width, const TextLook& look);  ///< a <dl> of lines: name left, value right
  Slabs fact_grid(const HtmlNode& node, double width, const TextLook& look);  ///< a <dl> in three columns
  Slabs grid(const std::vector<const HtmlNode*>& cells, const GridShape& shape, double width, const TextLook& look);
  Slabs zoomed_figure(const HtmlNode& node, double width, const TextLook& look);
  Slabs drawing(const HtmlNode& svg, double width);
  Slabs glance(const HtmlNode& node, double width, const TextLook& look);
  std::optional<Slabs> within(const Html& content, double height, double width, const TextLook& look);

  PdfCanvas& canvas_;
  const Paper& paper_;
  double used_ = 0.0;         ///< of page one, above the glance
  GridShape glance_shape_;    ///< pictures of page one
  bool begins_page_ = false;  ///< the next block does
};
}  // namespace nadir::report
