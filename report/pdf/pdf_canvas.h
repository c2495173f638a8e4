#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/document/svg_shape.h"
#include "report/pdf/ink.h"
#include "report/pdf/paper.h"
#include "report/pdf/text_layout.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// What a PDF says about itself.
struct PdfProperties
{
  std::string title;
  std::string creator;
  std::string date;  ///< ISO 8601, of creation; the clock is never asked
};

/// First and one after the last line.
struct LineRange
{
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Pages of a tagged PDF, drawn in points from the upper left corner. Text may be in any script a font of the system has.
/// Nothing of the system but its fonts reaches the bytes: no clock, no locale, no time zone.
class PdfCanvas
{
public:
  PdfCanvas(const Paper& paper, const PdfProperties& properties);
  ~PdfCanvas();
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;

  TextLayout layout(const std::vector<TextRun>& runs, double width, TextAlign align = TextAlign::Start);
  void draw(const TextLayout& layout, const LineRange& lines, DrawingPoint top_left);

  void line(const std::vector<DrawingPoint>& points, const Stroke& stroke);
  void outline(const std::vector<DrawingPoint>& points, const Stroke& stroke);  ///< closed
  void fill(const std::vector<DrawingPoint>& points, const Ink& ink);
  void fill(const DrawingRect& rect, const Ink& ink);
  void circle(DrawingPoint center, double radius, const Ink& inside, const Stroke& stroke);
  void png(std::string_view bytes, const DrawingRect& rect);
  /// Text on one line, its base line at a point, turned clockwise by degrees; with a halo where its stroke has a width.
  void label(const TextRun& run, DrawingPoint base, TextAlign align, double degrees, const Stroke& halo);

  void clip(const DrawingRect& rect);  ///< until release()
  void release();

  void begin_tag(std::string_view name, const std::string& attributes = "");  ///< PDF structure: "H1", "Table", "TD", ...
  void begin_figure(const std::string& alternative);  ///< tag "Figure", ended by end_tag; `alternative` says what it shows
  void end_tag(std::string_view name);
  /// Links to names that are not among these are drawn as plain words.
  void expect_places(std::set<std::string> names);
  void place(const std::string& name, double y);  ///< where links of this name lead to; once for each name
  /// Bookmark of the current page, under an earlier one (0: at the top). Returns its number.
  int bookmark(const std::string& title, int parent, double y);

  void next_page();
  int page() const;                    ///< from 1
  std::size_t missing_glyphs() const;  ///< characters laid out so far that no font has

  std::string finish();  ///< the file; nothing may be drawn afterwards

private:
  struct State;
  void link(const TextLayout& layout, std::size_t line, DrawingPoint top_left);
  std::unique_ptr<State> state_;
};
}  // namespace nadir::report
