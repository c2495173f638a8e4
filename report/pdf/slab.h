#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "report/pdf/pdf_canvas.h"

namespace nadir::report
{
/// A strip of a page that is not cut: some lines, a row of a table, a picture. Pages are filled with slabs from top to bottom.
/// Lengths in points.
struct Slab
{
  double height = 0.0;
  double before = 0.0;           ///< space above, dropped at the top of a page
  bool keeps_with_next = false;  ///< never the last on a page
  bool begins_page = false;
  int bookmark_level = 0;  ///< 1, 2: a bookmark leads here
  std::string bookmark;
  std::vector<std::string> places;                ///< names that links lead to
  std::string alternative;                        ///< what its picture shows, in words
  std::vector<std::string> opens;                 ///< tags begun before it is drawn
  std::vector<std::string> closes;                ///< tags ended after it
  std::shared_ptr<const std::vector<Slab>> head;  ///< of its table: drawn again when the slab comes first on a page
  std::function<void(PdfCanvas&, DrawingPoint)> draw = [](PdfCanvas&, DrawingPoint) {};
};

using Slabs = std::vector<Slab>;

/// Height with the spaces between.
double height_of(const Slabs& slabs);

/// Draws all below each other, with their tags, from a point.
void draw(const Slabs& slabs, PdfCanvas& canvas, DrawingPoint top_left);

/// Begins the tags of a slab, and marks the places that links lead to.
void open(const Slab& slab, PdfCanvas& canvas, double y);

/// Opens a tag before the first and closes it after the last.
Slabs tagged(const std::string& tag, Slabs slabs);

/// A box around slabs.
struct BoxLook
{
  double padding = 0.0;
  double left_bar = 0.0;  ///< width of a bar at the left
  Ink bar = ink(0x8c959f);
  Ink paper = ink(0xffffff, 0.0);
  Ink frame = ink(0xd0d7de, 0.0);
};

/// One slab of many, in a box `width` wide; what is inside was set for `inner_width`.
Slab boxed(Slabs slabs, double width, const BoxLook& look);
double inner_width(double width, const BoxLook& look);

/// Slabs side by side, tops aligned, as one: each `widths[k]` wide with `gap` between them.
Slab beside(std::vector<Slabs> columns, std::vector<double> widths, double gap);
}  // namespace nadir::report
