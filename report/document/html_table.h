#pragma once

#include <string_view>
#include <vector>

#include "report/document/html.h"

namespace nadir::report
{
/// <table> that is read aloud sensibly: a caption, a head with column scopes, rows whose first cell is their heading.
class HtmlTable
{
public:
  HtmlTable(std::string_view style, const Html& caption) : style_(style), caption_(caption) {}

  void head(const std::vector<Html>& cells);
  void row(const std::vector<Html>& cells) { row("", cells); }
  void row(std::string_view style, const std::vector<Html>& cells);
  bool empty() const { return body_.empty(); }
  Html finish() const;

private:
  std::string style_;
  Html caption_, head_, body_;
};

/// Text cells.
std::vector<Html> text_cells(const std::vector<std::string>& cells);
}  // namespace nadir::report
