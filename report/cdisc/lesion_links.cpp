#include "report/cdisc/lesion_links.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace nadir::report::cdisc
{
namespace
{
bool is_link_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

/// Links are compared without regard to letter case, as some receivers do.
std::string key_of(std::string_view link)
{
  std::string key(link);
  for (auto& c : key)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return key;
}

std::string_view stem_of(measure::LesionRole role)
{
  using enum measure::LesionRole;
  return role == Target ? "T" : role == NonTarget ? "NT" : "NEW";
}

std::string next_free(std::string_view stem, const std::set<std::string>& taken)
{
  for (int number = 1;; ++number)
  {
    const auto link = std::string(stem) + (number < 10 ? "0" : "") + std::to_string(number);
    if (!taken.contains(link)) return link;
  }
}
}  // namespace

bool can_be_a_link(std::string_view id)
{
  return !id.empty() && id.size() <= 20 && id.front() != '-' && std::all_of(id.begin(), id.end(), is_link_letter);
}

void give_links(ReadingPlan& plan)
{
  std::set<std::string> taken;
  for (auto& lesion : plan.lesions)
    if (can_be_a_link(lesion.lesion.id.text()) && taken.insert(key_of(lesion.lesion.id.text())).second)
      lesion.link = plan.prefix + lesion.lesion.id.text();
  for (auto& lesion : plan.lesions)
  {
    if (!lesion.link.empty()) continue;
    const auto link = next_free(stem_of(lesion.lesion.role), taken);
    taken.insert(link);
    lesion.link = plan.prefix + link;
  }
}
}  // namespace nadir::report::cdisc
