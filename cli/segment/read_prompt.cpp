#include "cli/segment/read_prompt.h"

#include <cstddef>
#include <string>

#include "imaging/units/number_text.h"

namespace nadir::cli
{
namespace
{
Failure not_a_point(std::string_view text)
{
  return Failure(PromptTextError::NotAPoint, "\"" + std::string(text.substr(0, 80)) +
                                                 "\" is no point (it must be three finite numbers). Write x,y,z in patient mm (LPS).");
}

}  // namespace

std::string_view error_code(PromptTextError error)
{
  switch (error)
  {
  case PromptTextError::NotAPoint: return "prompt.not-a-point";
  case PromptTextError::NotALine: return "prompt.not-a-line";
  }
  return "prompt.unknown";
}

Result<PatientPoint> point_of(std::string_view text)
{
  double numbers[3] = {};
  std::string_view rest = text;
  for (int n = 0; n < 3; ++n)
  {
    const auto end = rest.find(',');
    if ((end == std::string_view::npos) != (n == 2)) return not_a_point(text);
    const auto number = parse_number(rest.substr(0, end));
    if (!number) return not_a_point(text);
    numbers[n] = *number;
    if (n < 2) rest.remove_prefix(end + 1);
  }
  return PatientPoint{numbers[0], numbers[1], numbers[2]};
}

Result<segmentation::PromptLine> line_of(std::string_view text)
{
  const auto colon = text.find(':');
  if (colon == std::string_view::npos)
    return Failure(PromptTextError::NotALine,
                   "\"" + std::string(text.substr(0, 80)) + "\" is no line (it has one point). Write x,y,z:x,y,z in patient mm (LPS).");
  const auto from = point_of(text.substr(0, colon));
  if (!from) return from.failure();
  const auto to = point_of(text.substr(colon + 1));
  if (!to) return to.failure();
  return segmentation::PromptLine{*from, *to};
}
}  // namespace nadir::cli
