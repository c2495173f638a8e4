#include "report/redcap/event_names.h"

#include <algorithm>
#include <set>

namespace nadir::report::redcap
{
namespace
{
constexpr std::size_t longest = 18;

std::string shortened(const std::string& name)
{
  std::string made;
  for (const char c : name)
  {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) made += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if ((c == ' ' || c == '_') && !made.empty() && made.back() != '_') made += '_';
  }
  made.resize(std::min(made.size(), longest));
  while (!made.empty() && made.back() == '_') made.pop_back();
  return made;
}
}  // namespace

std::vector<std::string> unique_event_names(const std::vector<std::string>& names)
{
  std::set<std::string> taken;
  std::vector<std::string> made;
  for (const auto& name : names)
  {
    auto unique = shortened(name);
    if (unique.empty() || taken.contains(unique)) unique = "event_" + std::to_string(made.size() + 1);
    while (!taken.insert(unique).second) unique += "b";
    made.push_back(unique + "_arm_1");
  }
  return made;
}
}  // namespace nadir::report::redcap
