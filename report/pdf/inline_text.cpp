#include "report/pdf/inline_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/pdf/text_style.h"

namespace nadir::report
{
namespace
{
/// Parts of a table cell or of a legend that begin a new line.
bool has_own_line(const HtmlNode& node)
{
  constexpr std::array<std::string_view, 9> classes{"size",  "state", "change",    "volume",  "tissue",
                                                    "label", "role",  "lesion-id", "own-line"};
  return node.name == "p" || node.name == "div" || node.name == "li" ||
         (node.name == "span" && std::any_of(classes.begin(), classes.end(), [&](std::string_view word) { return node.has_class(word); }));
}

void break_line(std::vector<TextRun>& runs)
{
  if (!runs.empty() && !runs.back().words.ends_with('\n')) runs.push_back({"\n", runs.back().look});
}

/// "lesion-1" of <a href="#lesion-1">.
std::string place_in(const HtmlNode& node)
{
  const auto address = node.name == "a" ? node.attribute("href") : std::string_view();
  return address.starts_with('#') ? std::string(address.substr(1)) : std::string();
}

/// A number and its unit stay on one line.
std::string with_joined_units(std::string words)
{
  constexpr std::array<std::string_view, 4> units{" mm", " mL", " %", " \u00d7 "};
  for (const auto unit : units)
    for (std::size_t at = words.find(unit); at != std::string::npos; at = words.find(unit, at + 1))
      if (at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9') words.replace(at, 1, "\u00a0");
  return words;
}

void add_runs(std::vector<TextRun>& runs, const HtmlNode& node, const TextLook& around)
{
  if (node.kind == HtmlNode::Kind::Text)
  {
    runs.push_back({with_joined_units(node.words), around});
    return;
  }
  const TextLook look = look_of(node, around);
  if (has_own_line(node)) break_line(runs);
  const auto first = runs.size();
  for (const auto& child : node.content.nodes()) add_runs(runs, *child, look);
  if (const auto place = place_in(node); !place.empty())
    for (auto run = first; run < runs.size(); ++run) runs[run].link = place;
  if (has_own_line(node)) break_line(runs);
  if (node.has_class("named-value")) runs.push_back({"    ", look});
}
}  // namespace

bool is_inline(const HtmlNode& node)
{
  constexpr std::array<std::string_view, 7> names{"span", "strong", "b", "small", "cite", "em", "a"};
  return node.kind == HtmlNode::Kind::Text || std::find(names.begin(), names.end(), node.name) != names.end();
}

std::vector<TextRun> runs_of(const Html& content, const TextLook& look)
{
  std::vector<TextRun> runs;
  for (const auto& node : content.nodes()) add_runs(runs, *node, look);
  while (!runs.empty() && runs.back().words == "\n") runs.pop_back();
  return runs;
}

std::vector<TextRun> runs_of(const HtmlNode& node, const TextLook& around)
{
  std::vector<TextRun> runs;
  add_runs(runs, node, around);
  return runs;
}

std::string plain_words(const Html& content)
{
  std::string words;
  for (const auto& run : runs_of(content, {})) words += run.words == "\n" ? " " : run.words;
  return words;
}
}  // namespace nadir::report
