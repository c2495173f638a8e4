#include "measure/lesion/lesion_tracking.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
bool is_component(std::string_view text)
{
  return !text.empty() && (text.size() == 1 || text.front() != '0') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
}  // namespace

bool is_unique_identifier(std::string_view text)
{
  if (text.size() > 64 || text.empty() || text.front() > '2' || (text.size() > 1 && text[1] != '.')) return false;
  for (;;)
  {
    const auto end = std::min(text.find('.'), text.size());
    if (!is_component(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}
}  // namespace nadir::measure
