#include "report/document/named_values.h"

namespace nadir::report
{
Html named_values(const std::vector<std::pair<std::string, std::string>>& values)
{
  Html items;
  for (const auto& [name, value] : values)
    items += element("span", {{"class", "named-value"}}, text(name + " ") + element("b", text(value)));
  return values.empty() ? items : element("p", {{"class", "named-values"}}, items);
}
}  // namespace nadir::report
