#include "report/vocabulary/body_site.h"

#include <algorithm>

#include "report/vocabulary/site_names.h"

namespace nadir::report
{
namespace
{
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Small letters; everything else between words becomes one blank, also at both ends.
std::string words_of(std::string_view text)
{
  std::string words = " ";
  for (const char c : text)
  {
    const char small = lower(c);
    if (is_letter(small)) words += small;
    else if (words.back() != ' ') words += ' ';
  }
  return words.back() == ' ' ? words : words + " ";
}

bool names(const std::string& words, std::string_view name)
{
  for (const auto* ending : {" ", "s "})
    if (words.find(" " + std::string(name) + ending) != std::string::npos) return true;
  return false;
}

std::optional<Laterality> laterality_in(const std::string& words)
{
  const bool left = names(words, "left") || names(words, "lt");
  const bool right = names(words, "right") || names(words, "rt");
  if (names(words, "bilateral") || (left && right)) return Laterality::Bilateral;
  if (left) return Laterality::Left;
  return right ? std::optional(Laterality::Right) : std::nullopt;
}

/// Specific before general, then the longer name.
bool is_better(const SiteName& candidate, const SiteName* best)
{
  if (!best) return true;
  if (candidate.kind != best->kind) return candidate.kind < best->kind;
  return candidate.name.size() > best->name.size();
}

const SiteName* best_name(const std::string& words)
{
  const SiteName* best = nullptr;
  for (const auto& candidate : site_names())
    if (names(words, candidate.name) && is_better(candidate, best)) best = &candidate;
  return best;
}

const NodeRegion* node_region(const std::string& words)
{
  const NodeRegion* best = nullptr;
  for (const auto& region : node_regions())
    if (names(words, region.name) && (!best || region.name.size() > best->name.size())) best = &region;
  return best;
}
}  // namespace

CodedConcept concept_of(Laterality laterality)
{
  switch (laterality)
  {
  case Laterality::Left: return {"7771000", "SCT", "Left"};
  case Laterality::Right: return {"24028007", "SCT", "Right"};
  case Laterality::Bilateral: return {"51440002", "SCT", "Bilateral"};
  }
  return {};
}

std::string_view cdisc_laterality(Laterality laterality)
{
  switch (laterality)
  {
  case Laterality::Left: return "LEFT";
  case Laterality::Right: return "RIGHT";
  case Laterality::Bilateral: return "BILATERAL";
  }
  return "";
}

std::optional<BodySite> body_site_of(std::string_view organ)
{
  const auto words = words_of(organ);
  const auto* name = best_name(words);
  if (!name) return std::nullopt;
  return BodySite{{std::string(name->code), "SCT", std::string(name->meaning)}, std::string(name->cdisc), laterality_in(words)};
}

std::optional<BodySite> node_site_of(std::string_view organ)
{
  const auto words = words_of(organ);
  const auto* region = node_region(words);
  const CodedConcept code =
      region ? CodedConcept{std::string(region->code), "SCT", std::string(region->meaning)} : CodedConcept{"59441001", "SCT", "Lymph node"};
  return BodySite{code, region ? std::string(region->cdisc) : "LYMPH NODE", laterality_in(words)};
}
}  // namespace nadir::report
