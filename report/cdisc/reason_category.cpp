#include "report/cdisc/reason_category.h"

#include <array>
#include <vector>

namespace nadir::report::cdisc
{
namespace
{
struct Category
{
  std::string_view term;
  std::vector<std::string_view> words;  ///< beginnings, small letters
};

const std::vector<Category>& categories()
{
  static const std::vector<Category> all{
      {"POOR SCAN QUALITY", {"artefact", "artifact", "motion", "movement", "moved", "quality", "noise", "noisy", "blurred"}},
      {"NON-COMPATIBLE TECHNIQUE", {"technique", "not comparable", "incomparable", "other sequence", "another sequence", "other plane"}},
      {"OBSCURING DUE TO PHYSICAL CHANGES", {"obscur", "atelecta", "effusion", "oedema", "edema"}},
      {"RESECTION OR FOCAL THERAPY PERFORMED",
       {"resect", "surgery", "operated", "irradiat", "radiotherapy", "ablat", "local therapy", "focal therapy", "emboli"}},
  };
  return all;
}

bool names(const Category& category, std::string_view text)
{
  for (const auto word : category.words)
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}
}  // namespace

std::string reason_category(std::string_view words)
{
  std::string text(words);
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  std::string found;
  for (const auto& category : categories())
  {
    if (!names(category, text)) continue;
    if (!found.empty()) return "";
    found = category.term;
  }
  return found;
}
}  // namespace nadir::report::cdisc
