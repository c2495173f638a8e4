#include "report/document/html_table.h"

namespace nadir::report
{
void HtmlTable::head(const std::vector<Html>& cells)
{
  Html row;
  for (const auto& cell : cells) row += element("th", {{"scope", "col"}}, cell);
  head_ += element("tr", row);
}

void HtmlTable::row(std::string_view style, const std::vector<Html>& cells)
{
  Html row;
  for (std::size_t k = 0; k < cells.size(); ++k) row += k == 0 ? element("th", {{"scope", "row"}}, cells[k]) : element("td", cells[k]);
  body_ += style.empty() ? element("tr", row) : element("tr", {{"class", std::string(style)}}, row);
}

Html HtmlTable::finish() const
{
  Html content = element("caption", caption_);
  if (!head_.empty()) content += element("thead", head_);
  return element("table", {{"class", style_}}, content + element("tbody", body_));
}

std::vector<Html> text_cells(const std::vector<std::string>& cells)
{
  std::vector<Html> out;
  for (const auto& cell : cells) out.push_back(text(cell));
  return out;
}
}  // namespace nadir::report
