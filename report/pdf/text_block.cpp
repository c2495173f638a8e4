#include "report/pdf/text_block.h"

namespace nadir::report
{
namespace
{
Slab slab_of(const TextLayout& layout, const LineRange& lines)
{
  Slab slab;
  for (std::size_t line = lines.first; line < lines.last; ++line) slab.height += layout.height_of(line);
  slab.draw = [layout, lines](PdfCanvas& canvas, DrawingPoint at) { canvas.draw(layout, lines, at); };
  return slab;
}
}  // namespace

Slabs text_block(PdfCanvas& canvas, const std::vector<TextRun>& runs, double width, const std::string& tag)
{
  if (runs.empty()) return {};
  const TextLayout layout = canvas.layout(runs, width);
  const std::size_t count = layout.lines();
  if (count <= 3) return tagged(tag, {slab_of(layout, {0, count})});
  Slabs slabs{slab_of(layout, {0, 2})};
  for (std::size_t line = 2; line + 2 < count; ++line) slabs.push_back(slab_of(layout, {line, line + 1}));
  slabs.push_back(slab_of(layout, {count - 2, count}));
  return tagged(tag, std::move(slabs));
}

Slab text_slab(PdfCanvas& canvas, const std::vector<TextRun>& runs, double width, TextAlign align)
{
  if (runs.empty()) return {};
  const TextLayout layout = canvas.layout(runs, width, align);
  return slab_of(layout, {0, layout.lines()});
}
}  // namespace nadir::report
