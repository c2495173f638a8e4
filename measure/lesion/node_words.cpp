#include "measure/lesion/node_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace nadir::measure
{
namespace
{
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool has_word(std::string_view text, std::string_view word)
{
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
  {
    const auto end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}
}  // namespace

bool names_a_node(std::string_view organ)
{
  constexpr std::array words{"node", "nodes", "nodal", "lymphnode", "lymphnodes"};
  std::string lower(organ);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(lower, word); });
}
}  // namespace nadir::measure
