#include "report/pdf/pdf_document.h"

#include <set>
#include <string>

#include "report/pdf/page_flow.h"
#include "report/pdf/text_block.h"
#include "report/pdf/typesetter.h"

namespace nadir::report
{
namespace
{
/// Names of all places in a document.
void add_places(const Html& content, std::set<std::string>& names)
{
  for (const auto& node : content.nodes())
  {
    if (const auto name = node->attribute("id"); !name.empty()) names.emplace(name);
    add_places(node->content, names);
  }
}

void add_glyph_warning(PdfCanvas& canvas, const Paper& paper, Slabs& slabs)
{
  const TextRun words{"This system has no font for some characters of this report; boxes stand for them. Read names in report.html.",
                      {8.4, Weight::Bold}};
  Slabs warning = text_block(canvas, {words}, paper.body_width(), "P");
  slabs.insert(slabs.begin() + 1, warning.begin(), warning.end());
}
}  // namespace

PdfReport pdf_of(const Html& document, const Paper& paper, const PdfProperties& properties, const std::string& footer)
{
  PdfCanvas canvas(paper, properties);
  std::set<std::string> places;
  add_places(document, places);
  canvas.expect_places(std::move(places));
  Slabs slabs = Typesetter(canvas, paper).set(document);
  const bool lacks_glyphs = canvas.missing_glyphs() > 0;
  if (lacks_glyphs) add_glyph_warning(canvas, paper, slabs);
  place_on_pages(canvas, paper, slabs, footer);
  const int pages = canvas.page();
  return {canvas.finish(), pages, lacks_glyphs};
}
}  // namespace nadir::report
