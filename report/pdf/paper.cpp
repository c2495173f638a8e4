#include "report/pdf/paper.h"

namespace nadir::report
{
std::optional<Paper> paper_named(std::string_view name)
{
  if (name == "a4") return a4;
  if (name == "letter") return letter;
  return std::nullopt;
}
}  // namespace nadir::report
